// Builds the form's script: the core, as a function that awaits a form, and each part as an expression of its own.
// What is served is put together from these texts for each form (compose.ts).
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { minify } from 'terser';
import type { BuiltScript } from '../src/render/compose.ts';
import { borders, cutUp } from './pieces.ts';
import { lettersOf, payloadWords } from './words.ts';

const sources = fileURLToPath(new URL('../src/browser', import.meta.url));

/** Variables, handed out in the order in which they are declared: alike in core and parts. */
const variables = 'lnivabsudytomrefzkqgTjSwcxhAEpLCONPDIMRBUFHVGWYKJXQZ$_';

/** Builds from the sources alone: no cache, no network. Throws what the bundler says. */
export async function buildScript(folder: string = sources): Promise<BuiltScript> {
  const files = existsSync(join(folder, 'parts')) ? await readdir(join(folder, 'parts')) : [];
  const names = files.filter((file) => /^[a-z]+\.ts$/.test(file)).map((file) => file.slice(0, -'.ts'.length));
  const pages = join(folder, 'pages.ts');
  const parts = await Promise.all(
    names.sort().map(async (name) => {
      const body = await bundle(join(folder, 'parts', `${name}.ts`));
      return [name, await shorten(`(()=>{${body}})()`)] as const;
    }),
  );
  return {
    core: cutUp(await shorten(`(PARTS,BATON)=>{${await bundle(join(folder, 'embed.ts'), [borders])}}`)),
    pages: existsSync(pages) ? await shorten(`BATON=>{${await bundle(pages)}}`) : '',
    parts: Object.fromEntries(parts),
    words: Object.fromEntries(payloadWords.map((word) => [word, lettersOf[word] ?? word])),
  };
}

/** One entry as the body of a function, which gives back what the entry exports as `part`. */
async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    plugins,
    minifySyntax: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    mangleProps: new RegExp(`^(?:${Object.keys(lettersOf).join('|')})$`),
    mangleCache: { ...lettersOf },
    legalComments: 'none',
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`esbuild gave no file for ${entry}.`);
  return text.replace(
    /export\s*\{\s*(?:([\w$]+) as )?part\s*\};?\s*$/,
    (_, name = 'part') => `return ${name}`,
  );
}

/** A second minifier finds what the first leaves: one byte in twenty, compressed. */
async function shorten(expression: string): Promise<string> {
  const { code } = await minify(expression, {
    ecma: 2020,
    compress: {
      expression: true,
      passes: 4,
      pure_getters: true,
      keep_fargs: false,
      unsafe_arrows: true,
      negate_iife: false,
      // Between pieces stand statements, so that any can be left out.
      sequences: false,
    },
    mangle: { nth_identifier: { get: (position) => nthName(variables, position) } },
  });
  if (code === undefined) throw new Error('terser gave nothing.');
  return code.replace(/;$/, '');
}

/** One letter, then two. */
function nthName(alphabet: string, position: number): string {
  const before = Math.floor(position / alphabet.length);
  return (before ? nthName(alphabet, before - 1) : '') + alphabet.charAt(position % alphabet.length);
}
