// The core in pieces. What only some forms need of it (a kind of field, a family of comparisons, the way through steps)
// stands in modules of its own; here their borders survive the bundling and minifying, so that a form's script can leave
// them out. A piece shows the rest of the core one constant or function, named as the form asks for it, and no more.
import { readFile } from 'node:fs/promises';
import { fieldKinds } from '@baton/form';
import type { Plugin } from 'esbuild';
import type { CorePiece } from '../src/render/compose.ts';

/** Modules that are pieces, each named after the one thing that it shows. */
const modules = pathsOf(
  `form/src/fields/(?<kind>${fieldKinds.join('|')})`,
  'form/src/fields/limits-(?<limits>[a-z]+)',
  'rules/src/compare-(?<family>[a-z]+)',
  'rules/src/(?<match>match)',
  'form/src/(?<visited>visited)',
  'page/src/browser/(?<rest>plant|placing|standing|steps|still|marks)',
);
/** Modules with a table of what pieces show, one entry a line: what is left out is not mentioned there either. */
const tables = pathsOf('form/src/fields/(index|date|choices)', 'rules/src/match');
const entry = new RegExp(
  `^ +(?:(?<kind>${fieldKinds.join('|')})|\\.\\.\\.(?<all>amounts|spans|presences|alikes|orders|excerpts|sets)),$`,
  'gm',
);

/** Writes the borders into what is bundled: calls of functions that nobody knows, which no minifier may touch. */
export const borders: Plugin = {
  name: 'borders',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/](form|rules|page)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { kind, limits, family, match, visited, rest } = modules.exec(path)?.groups ?? {};
      const name = match ? 'matchCondition' : (kind ?? limits ?? family ?? visited ?? rest);
      const text = tables.test(path) ? source.replace(entry, mention) : source;
      return { contents: name ? `PIECE('${name}');\n${text}\nPIECE('', ${name});` : text, loader: 'ts' };
    });
  },
};

function pathsOf(...modules: readonly string[]): RegExp {
  return new RegExp(
    modules
      .map((path) => `${path}\\.ts$`)
      .join('|')
      .replaceAll('/', '[\\\\/]'),
  );
}

/** An entry as a call that survives: `country` as `...MENTION({ country })`. */
function mention(_line: string, kind: string | undefined, all: string): string {
  return kind === undefined ? `...MENTION('${all}', ${all}),` : `...MENTION('${kind}', { ${kind} }),`;
}

const border =
  /PIECE\("(?<begins>\w+)"\);|PIECE\("",(?<shows>[\w$]+)\);|\.\.\.MENTION\("(?<mentions>\w+)",(?:\{(?<one>\w+:[\w$]+)\}|(?<all>[\w$]+))\),?/g;

/** Parts the core at its borders. Throws when one was lost. */
export function cutUp(core: string): readonly CorePiece[] {
  const pieces: CorePiece[] = [];
  const borders = [...core.matchAll(border)];
  const listed = new Set(borders.map(({ groups }) => groups?.['mentions']));
  let name: string | undefined;
  let at = 0;
  for (const {
    0: { length },
    index,
    groups = {},
  } of borders) {
    const { begins, shows, mentions, one, all } = groups;
    pieces.push({ text: core.slice(at, index), ...(name && { name }) });
    at = index + length;
    if (mentions !== undefined) pieces.push({ text: `${one ?? `...${all}`},`, name: mentions });
    // Who asks for a piece that may be missing finds its constant, and nothing in it.
    else if (name && shows !== undefined && !listed.has(name))
      pieces.push({ text: '', name, without: `var ${shows};` });
    if (mentions === undefined) name = begins;
  }
  pieces.push({ text: core.slice(at) });
  inlineListed(pieces);
  if (name !== undefined || pieces.some(({ text }) => /PIECE\(|MENTION\(/.test(text)))
    throw new Error('A piece of the core has no border.');
  return pieces;
}

/** What a piece shows to a table alone stands in the table itself, where it is the last and the whole of its kind. */
function inlineListed(pieces: CorePiece[]): void {
  for (const [at, { text: entry, name }] of pieces.entries()) {
    const [, key, shown] = /^(\w+):([\w$]+),$/.exec(entry) ?? [];
    if (name === undefined || shown === undefined) continue;
    const own = pieces.findIndex((piece) => piece.name === name && piece.text.includes(`${shown}={`));
    const [before = '', value] = (pieces[own]?.text ?? '').split(
      new RegExp(`(?:var |,)${shown.replaceAll('$', '\\$')}=(?=\\{)`),
    );
    if (!value?.endsWith('};')) continue;
    pieces[own] = { text: before && `${before};`.replace(/;;$/, ';'), name };
    pieces[at] = { text: `${key}:${value.slice(0, -1)},`, name };
  }
}
