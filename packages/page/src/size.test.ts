// What a visitor downloads, in bytes at Brotli quality 11, as the worker composes it. A ceiling is raised only in
// the commit that needs it.
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { fifteenFields } from '../test/forms.ts';
import { buildScript, compose } from '../test/website.ts';
import { embedPayload, formStyles } from './render/index.ts';

let script: string;

beforeAll(async () => {
  script = await buildScript();
});

function bytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

test('script and styles stay small', () => {
  expect(bytes(compose(script, { css: formStyles }))).toBeLessThanOrEqual(5_900);
});

test('a form of fifteen fields comes whole in one small answer', () => {
  expect(bytes(compose(script, embedPayload(fifteenFields, {})))).toBeLessThanOrEqual(8_400);
});

test('no library, schema or renderer is in the script', () => {
  for (const stranger of [
    'react',
    'preact',
    'zod',
    'safeParse',
    '_zod',
    'createElement("form")',
    '<input',
    '<label',
  ]) {
    expect(script.toLowerCase()).not.toContain(stranger.toLowerCase());
  }
});

test('the script needs no eval and writes no inline style or handler', () => {
  expect(script).not.toMatch(/\beval\(|new Function|\.cssText|setAttribute\("(style|on)/);
});
