import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

const entry = fileURLToPath(new URL('./index.ts', import.meta.url));

async function bundle(names: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${names} from ${JSON.stringify(entry)};`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    metafile: true,
  });
  const [file] = outputFiles;
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { brotli: brotliCompressSync(file?.contents ?? '').length, used };
}

test('what a browser runs of a form stays small and brings neither the countries nor a schema library', async () => {
  const { brotli, used } = await bundle('{ compileLogic, visibility, checkAnswers }');
  expect(used.filter((path) => /zod|country-codes|config|form-logic|outcome|ask-plan/.test(path))).toEqual(
    [],
  );
  expect(brotli).toBeLessThanOrEqual(2900);
});

test('nothing of this entry reaches the schema library', async () => {
  const { used } = await bundle('*');
  expect(used.filter((path) => path.includes('zod'))).toEqual([]);
});
