// What a browser loads to decide conditions. A ceiling is raised only in the commit that needs it.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

async function bundle(names: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${names} } from './index.ts';`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles.map(({ text }) => text).join('');
}

test('deciding conditions takes no more than 0.7 kB, compressed', async () => {
  const script = await bundle('matchCondition');
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(700);
});

test('with deciding come neither parsing nor explaining nor the catalogue', async () => {
  const script = await bundle(
    'matchCondition, compileCondition, isMissing, conditionFields, answerVocabulary, visitVocabulary',
  );
  const whole = await bundle('parseCondition, explainCondition, vocabularyOf');
  for (const trace of ['unknown_field', 'not_a_list', 'decided', 'c_level', 'engagement']) {
    expect(script, trace).not.toContain(trace);
    expect(whole, trace).toContain(trace);
  }
});
