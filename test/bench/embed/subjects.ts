// What is measured: a page of a website with one form on it, and what its address serves. The peers are built as an
// app would build them: bundled, minified, for production.
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildScript } from '../../../packages/page/build/build-script.ts';
import { composePart } from '../../../packages/page/src/render/compose.ts';
import { embedPayload, renderPage } from '../../../packages/page/src/render/index.ts';
import type { PublishedForm } from '../../../packages/page/src/render/index.ts';
import { scriptOf } from '../../../packages/page/test/website.ts';
import { countryCodes } from '@baton/form';
import { questions } from './questions.ts';

/** A text that is served. */
export type File = { readonly type: 'text/html' | 'text/css' | 'text/javascript'; readonly text: string };

export type Subject = {
  readonly name: string;
  /** By path; `/` is the page. */
  readonly files: ReadonlyMap<string, File>;
  /** Without a script, what a condition hides is there from the start. */
  readonly decides: boolean;
};

type Defines = Readonly<Record<string, unknown>>;

/** A website's page: a heading, the form's place, and after it nothing that a form could push away. */
function site(head: string, body: string): File {
  const text =
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Site</title>${head}<body><h1>Request a demo</h1>${body}`;
  return { type: 'text/html', text };
}

const script = (text: string): File => ({ type: 'text/javascript', text });

export async function embedSubjects(published: PublishedForm): Promise<Subject[]> {
  const built = await buildScript();
  const page = renderPage(published, { action: '/f/demo', script: '/f/demo.js?hosted' });
  const still = page.replace(/<script.*?<\/script>/, '').replaceAll(' data-waits', '');
  const html = /<form.*<\/form>/s.exec(still)?.[0] ?? '';
  const { css } = embedPayload(published, {});
  // The build's name in their address is what `scriptOf` says.
  const parts = Object.keys(built.parts).map(
    (name) => [`/f/parts/${name}.js?test`, script(composePart(built, name) ?? '')] as const,
  );
  const bare = await bundle('bare', { HTML: html, CSS: css });
  const own = [
    subject('HTML alone, no script', false, [['/', { type: 'text/html', text: still }]]),
    subject('bare script, the same HTML', false, [
      ['/', site('', '<div id="form"></div><script async src="/app.js"></script>')],
      ['/app.js', script(bare.js)],
    ]),
    subject('Baton, hosted page', true, [
      ['/', { type: 'text/html', text: page }],
      ['/f/demo.js?hosted', script(scriptOf(built, published, { hosted: true }))],
      ...parts,
    ]),
    subject('Baton, embed', true, [
      ['/', site('', '<script async src="/f/demo.js"></script>')],
      ['/f/demo.js', script(scriptOf(built, published, {}))],
      ...parts,
    ]),
  ];
  const peers = [
    ['React + react-hook-form + zod', 'react-hook-form'],
    ['FormKit', 'formkit'],
    ['@rjsf/core', 'rjsf'],
    ['SurveyJS (survey-js-ui)', 'surveyjs'],
    ['Form.io', 'formio'],
  ] as const;
  for (const [name, file] of peers) {
    const { js, css } = await bundle(file, { QUESTIONS: questions, COUNTRIES: countryCodes.join(' ') });
    own.push(peer(name, js, css));
  }
  return own;
}

/** A peer's page: an empty place, its style sheet if it has one, its script. */
export function peer(name: string, js: string, css: string | undefined): Subject {
  const head = css === undefined ? '' : '<link rel="stylesheet" href="/app.css">';
  return subject(name, true, [
    ['/', site(head, '<div id="form"></div><script async src="/app.js"></script>')],
    ['/app.js', script(js)],
    ...(css === undefined ? [] : [['/app.css', { type: 'text/css', text: css }] as const]),
  ]);
}

function subject(name: string, decides: boolean, files: readonly (readonly [string, File])[]): Subject {
  return { name, decides, files: new Map(files) };
}

/** @param file in `peers/`; `defines` are put in where it declares them */
export async function bundle(
  file: string,
  defines: Defines,
): Promise<{ readonly js: string; readonly css: string | undefined }> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'peers', `${file}.ts`)],
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    loader: { '.svg': 'dataurl', '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      global: 'globalThis',
      ...Object.fromEntries(Object.entries(defines).map(([name, value]) => [name, JSON.stringify(value)])),
    },
  });
  const textOf = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text;
  const js = textOf('.js');
  if (js === undefined) throw new Error(`esbuild gave no script for ${file}.`);
  return { js, css: textOf('.css') };
}
