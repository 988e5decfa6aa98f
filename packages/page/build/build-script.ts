// Builds the form's script: the core, as a function that awaits a form, and each part as an expression of its own.
// What is served is put together from these texts for each form (compose.ts).
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import type { BuiltScript } from '../src/render/compose.ts';

const sources = fileURLToPath(new URL('../src/browser', import.meta.url));

/** Builds from the sources alone: no cache, no network. Throws what the bundler says. */
export async function buildScript(folder: string = sources): Promise<BuiltScript> {
  const files = existsSync(join(folder, 'parts')) ? await readdir(join(folder, 'parts')) : [];
  const names = files.filter((file) => /^[a-z]+\.ts$/.test(file)).map((file) => file.slice(0, -'.ts'.length));
  const core = await bundle(join(folder, 'embed.ts'));
  const pages = existsSync(join(folder, 'pages.ts')) ? await bundle(join(folder, 'pages.ts')) : '';
  const parts = await Promise.all(
    names.sort().map(async (name) => [name, await bundle(join(folder, 'parts', `${name}.ts`))] as const),
  );
  return {
    core: `(BATON,PARTS)=>{${core}}`,
    pages: `BATON=>{${pages}}`,
    parts: Object.fromEntries(parts),
  };
}

/** One entry as a function body, then minified. What it exports as `part` is what the function gives back. */
async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  const text = outputFiles[0]?.text;
  if (text === undefined) throw new Error(`esbuild gave no file for ${entry}.`);
  const body = text.replace(/export\s*\{\s*([\w$]+) as part\s*\};?\s*$/, 'return $1');
  // A second minifier finds what the first leaves: one byte in twenty, compressed.
  const { code } = await minify(`(function(){"use strict";${body}})()`, {
    ecma: 2020,
    compress: {
      expression: true,
      passes: 4,
      unsafe_arrows: true,
      unsafe_methods: true,
      pure_getters: true,
      keep_fargs: false,
      negate_iife: false,
    },
  });
  if (code === undefined) throw new Error(`terser gave nothing for ${entry}.`);
  return code.replace(/;$/, '');
}
