// The component as a website's developer gets it: packed, and used where nothing of this repository is.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const here = join(import.meta.dirname, '..');
const modules = join(here, '../../node_modules');
let website = '';

let packed: readonly string[] = [];

beforeAll(async () => {
  website = await mkdtemp(join(tmpdir(), 'baton-react-'));
  const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', website], { cwd: here });
  const archive = stdout.trim().split('\n').at(-1) ?? '';
  packed = (await run('tar', ['-tf', archive], { cwd: website })).stdout.trim().split('\n');
  await run('tar', ['-xf', archive], { cwd: website });
  await mkdir(join(website, 'node_modules/@baton'), { recursive: true });
  await cp(join(website, 'package'), join(website, 'node_modules/@baton/react'), { recursive: true });
  for (const name of ['react', 'react-dom', '@types'])
    await symlink(join(modules, name), join(website, 'node_modules', name));
  await writeFile(join(website, 'package.json'), '{ "type": "module" }');
});

afterAll(() => rm(website, { recursive: true, force: true }));

test('it is one module with its types, for browsers as for servers', async () => {
  expect(packed.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
  expect(packed).toContain('package/dist/index.js');
  expect(packed.some((path) => path.includes('test'))).toBe(false);
  // For frameworks whose components are the server's unless they say so.
  expect(await readFile(join(website, 'package/dist/index.js'), 'utf8')).toMatch(/^["']use client["'];/);
});

test('plain Node renders it on a server', async () => {
  const page = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { BatonForm } from '@baton/react';
    console.log(renderToString(createElement(BatonForm, { form: 'demo', src: 'https://baton.example' }, 'One moment')));
  `;
  await writeFile(join(website, 'page.js'), page);
  const { stdout } = await run(process.execPath, ['--no-experimental-strip-types', 'page.js'], {
    cwd: website,
  });
  expect(stdout.trim()).toBe('<baton-form form="demo">One moment</baton-form>');
});

test.each(['bundler', 'nodenext'])(
  'a strict compiler takes its types, and refuses what is none: %s',
  async (moduleResolution) => {
    const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext';
    const compilerOptions = {
      strict: true,
      noEmit: true,
      jsx: 'react-jsx',
      lib: ['ES2023', 'DOM'],
      types: [],
    };
    const options = { ...compilerOptions, module, moduleResolution, skipLibCheck: false };
    await writeFile(
      join(website, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['app.tsx'] }),
    );
    const compile = async (attributes: string): Promise<string> => {
      await writeFile(
        join(website, 'app.tsx'),
        `import { BatonForm, type BatonFormHandle } from '@baton/react';
       import { useRef } from 'react';
       export function App() {
         const form = useRef<BatonFormHandle>(null);
         form.current?.prefill({ email: 'ada@x.example' });
         return <BatonForm ref={form} form="demo" src="https://baton.example" ${attributes} />;
       }`,
      );
      return run(join(modules, '.bin/tsc'), ['-p', '.'], { cwd: website }).then(
        () => '',
        (error: { readonly stdout?: string }) => error.stdout ?? 'It did not run.',
      );
    };
    expect(await compile('onOutcome={({ outcome }) => outcome?.length}')).toBe('');
    expect(await compile('mode="sideways"')).toContain('sideways');
  },
);
