// What a visitor downloads, in bytes at Brotli quality 11, as the worker composes it. A ceiling is raised only in
// the commit that needs it.
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildScript } from '../build/build-script.ts';
import { fieldOfKind, fifteenFields, plainFifteen, publishFields } from '../test/forms.ts';
import { scriptOf } from '../test/website.ts';
import { composeScript } from './render/compose.ts';
import type { BuiltScript } from './render/compose.ts';
import { embedPayload, formStyles, partsFor } from './render/index.ts';

let script: BuiltScript;

beforeAll(async () => {
  script = await buildScript();
});

function bytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

test('the styles that every form carries stay small', () => {
  expect(bytes(formStyles)).toBeLessThanOrEqual(611);
});

test('script and styles that every form carries stay small', () => {
  expect(
    bytes(composeScript(script, JSON.stringify({ css: formStyles }), ['plant', 'placing'])),
  ).toBeLessThanOrEqual(4_358);
});

test('a form of fifteen fields carries little more script and styles, its journal and list of countries included', () => {
  const { css } = embedPayload(fifteenFields, {});
  const names = partsFor(fifteenFields.form);
  expect(bytes(composeScript(script, JSON.stringify({ css }), names))).toBeLessThanOrEqual(6_961);
});

test('a form of fifteen fields comes whole in one small answer', () => {
  expect(bytes(scriptOf(script, fifteenFields, {}))).toBeLessThanOrEqual(8_828);
});

test('a plain form of fifteen fields comes whole in one smaller answer', () => {
  expect(bytes(scriptOf(script, plainFifteen, {}))).toBeLessThanOrEqual(7_477);
});

test('a page of the form’s own asks for a script without what puts a form into pages', () => {
  expect(bytes(scriptOf(script, fifteenFields, { hosted: true }))).toBeLessThanOrEqual(6_138);
});

test('a form to get in touch comes whole in less', () => {
  const { text, email, textarea } = fieldOfKind;
  expect(bytes(scriptOf(script, publishFields(text, email, textarea), {}))).toBeLessThanOrEqual(6_137);
});

test('each part is smaller than what it is composed into', () => {
  for (const [name, text] of Object.entries(script.parts)) {
    expect(bytes(text), name).toBeLessThanOrEqual(1_668);
  }
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
    expect(JSON.stringify(script).toLowerCase()).not.toContain(stranger.toLowerCase());
  }
});

test('the script needs no eval and writes no inline style or handler', () => {
  expect(JSON.stringify(script)).not.toMatch(/\beval\(|new Function|\.cssText|setAttribute\("(style|on)/);
});
