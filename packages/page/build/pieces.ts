// The core in pieces. What only some forms need of it (a kind of field, a family of comparisons, the way through steps)
// stands in modules of its own; here their borders survive the bundling and minifying, so that a form's script can leave
// them out. A piece shows the rest of the core one constant, named as the form asks for it, and no more.
import { readFile } from 'node:fs/promises';
import { fieldKinds } from '@baton/form';
import type { Plugin } from 'esbuild';
import type { CorePiece } from '../src/render/compose.ts';

/** Modules that are pieces, each named after the constant that it shows. */
const modules = new RegExp(
  [
    `form/src/fields/(?<kind>${fieldKinds.join('|')})\\.ts$`,
    'form/src/fields/limits-(?<limits>[a-z]+)\\.ts$',
    'rules/src/compare-(?<family>[a-z]+)\\.ts$',
    'page/src/browser/(?<rest>plant|steps)\\.ts$',
  ]
    .join('|')
    .replaceAll('/', '[\\\\/]'),
);

/** Writes the borders into what is bundled: calls of a function that nobody knows, which no minifier may touch. */
export const borders: Plugin = {
  name: 'borders',
  setup(bundling) {
    bundling.onLoad({ filter: modules }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { kind, limits, family, rest } = modules.exec(path)?.groups ?? {};
      const name = kind ?? limits ?? family ?? rest ?? '';
      return { contents: `PIECE('${name}');\n${source}\nPIECE('', ${name});`, loader: 'ts' };
    });
  },
};

const piece = /PIECE\("(\w+)"\);(.*?)PIECE\("",([\w$]+)\);/gs;

/** Parts the core at its borders. Throws when one was lost. */
export function cutUp(core: string): readonly CorePiece[] {
  const pieces: CorePiece[] = [];
  let at = 0;
  for (const { 0: whole, 1: name = '', 2: text = '', 3: shows = '', index } of core.matchAll(piece)) {
    pieces.push({ text: core.slice(at, index) }, { text, name, without: `var ${shows};` });
    at = index + whole.length;
  }
  pieces.push({ text: core.slice(at) });
  if (pieces.some(({ text }) => text.includes('PIECE(')))
    throw new Error('A piece of the core has no border.');
  return pieces;
}
