// "Is it on your website?", asked of a real website with every kind of page, also such that mean harm.
import { startInstance, type Instance } from '@baton/host/instance';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteCheck } from '../../apps/worker/src/api-types.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';

const [form] = smallWorkspace.forms;
const canary = 'What stands in the page is nobody else’s affair.';
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let data: string;
let instance: Instance;
let site: Server;
let siteUrl: string;
let elsewhere: Server;
let elsewhereUrl: string;
const pages = new Map<string, Answer>();
const calledElsewhere: string[] = [];

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return `http://127.0.0.1:${address.port}`;
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'baton-site-'));
  site = createServer((request, response) => {
    const answer = pages.get(new URL(request.url ?? '/', 'http://x').pathname);
    if (answer === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end(canary);
    else answer(request, response);
  });
  elsewhere = createServer((request, response) => {
    calledElsewhere.push(request.url ?? '');
    response.end('private');
  });
  siteUrl = await listening(site);
  elsewhereUrl = await listening(elsewhere);
  instance = await startInstance({ data, trusted: [new URL(siteUrl).host] });
  const forms = [form, { ...form, id: 'listed', websites: ['https://www.example.com'] }];
  await api('PUT', '/api/workspace', { ...smallWorkspace, destinations: [], forms });
  await api('PUT', '/api/forms/unborn/draft', { revision: null, document: { ...form, id: 'unborn' } });
}, 60_000);

afterAll(async () => {
  await instance.stop();
  for (const server of [site, elsewhere]) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
  await rm(data, { recursive: true, force: true });
});

async function api(method: string, path: string, json: unknown): Promise<string> {
  const answer = await fetch(instance.url + path, {
    method,
    headers: { authorization: `Bearer ${instance.ownerKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
  });
  const text = await answer.text();
  expect(answer.ok, text).toBe(true);
  return text;
}

let made = 0;

/** Puts a page on the website, and gives its address. */
function page(html: string, headers: Readonly<Record<string, string>> = {}): string {
  made += 1;
  pages.set(`/page${made}`, (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><title>${canary}</title>${html}`);
  });
  return `${siteUrl}/page${made}`;
}

async function check(url: string, id = 'demo'): Promise<SiteCheck> {
  const text = await api('POST', `/api/forms/${id}/site-check`, { url });
  expect(text).not.toContain(canary);
  const checked: SiteCheck = JSON.parse(text);
  return checked;
}

const tag = (name = 'demo', more = ''): string =>
  `<script async src="${instance.url}/f/${name}.js"${more}></script>`;

test('a script, elements, a frame, a plain form and a link are each found, however the page is written', async () => {
  expect(await check(page(tag()))).toEqual({
    verdict: 'found',
    url: expect.stringContaining(siteUrl),
    status: 200,
    problem: null,
    isWhole: true,
    seen: [{ code: 'script', count: 1 }],
    hindrances: [],
  });
  const odd = `<SCRIPT
    Src='${instance.url}/f/demo.js?lang=de'></SCRIPT><!-- ${tag()} --><baton-form form=demo></baton-form>
    <textarea>${tag()}</textarea><baton-form form="demo"><p></baton-form>`;
  expect((await check(page(odd))).seen).toEqual([
    { code: 'script', count: 1 },
    { code: 'element', count: 2 },
  ]);
  const plain = `<base href="${instance.url}/f/"><form method=post action="demo"></form><iframe src=demo></iframe><a href=demo>`;
  expect(await check(page(plain))).toMatchObject({
    verdict: 'found',
    seen: [
      { code: 'plain_form', count: 1 },
      { code: 'frame', count: 1 },
      { code: 'link', count: 1 },
    ],
  });
});

test('what is almost the form is told as what it is', async () => {
  const almost = `${tag('other')}<baton-form form="third"></baton-form>${tag('demo').replace('demo.js', 'demo.js?journal')}
    <script src="https://old-baton.example/f/demo.js"></script><script src="https://old-baton.example/f/else.js"></script>`;
  expect(await check(page(almost))).toMatchObject({
    verdict: 'not_found',
    seen: [
      { code: 'journal', count: 1 },
      { code: 'other_form', form: 'other', count: 1 },
      { code: 'other_form', form: 'third', count: 1 },
      { code: 'other_host', origin: 'https://old-baton.example', count: 1 },
    ],
  });
  expect(await check(page('<h1>Nothing</h1>'))).toMatchObject({ verdict: 'not_found', seen: [] });
});

test('a container of a tag manager might bring it, by whichever of its snippets', async () => {
  const inline = `<script>(function(w,d,s,l,i){j.src='https://www.googletagmanager.com/gtm.js?id='+i})(window,document,'script','dataLayer','GTM-ABC123');</script>`;
  const rest = `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-ABC123"></iframe></noscript>
    <script src="https://www.googletagmanager.com/gtm.js?id=GTM-XYZ99"></script>`;
  expect(await check(page(inline + rest))).toMatchObject({
    verdict: 'maybe',
    seen: [
      { code: 'tag_manager', container: 'GTM-ABC123' },
      { code: 'tag_manager', container: 'GTM-XYZ99' },
    ],
  });
});

test('what keeps it from working is told: no script, a policy, a website that is not listed, no version', async () => {
  const policy = (value: string) => ({ 'content-security-policy': value });
  expect(await check(page('<baton-form form=demo></baton-form>'))).toMatchObject({
    verdict: 'hindered',
    hindrances: [{ code: 'no_script' }],
  });
  expect(await check(page(tag(), policy("default-src 'self'")))).toMatchObject({
    verdict: 'hindered',
    hindrances: [
      { code: 'policy', directive: 'script-src', by: 'header' },
      { code: 'policy', directive: 'connect-src', by: 'header' },
    ],
  });
  const meta = `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-abc'">`;
  expect((await check(page(meta + tag()))).hindrances).toEqual([
    { code: 'policy', directive: 'script-src', by: 'page' },
  ]);
  expect(await check(page(meta + tag('demo', ' nonce="abc"')))).toMatchObject({ verdict: 'found' });
  expect(await check(page(tag(), policy(`script-src ${instance.url}`)))).toMatchObject({ verdict: 'found' });
  expect((await check(page(tag('listed')), 'listed')).hindrances).toEqual([
    { code: 'website_not_listed', origin: siteUrl },
  ]);
  expect((await check(page(tag('unborn')), 'unborn')).hindrances).toEqual([{ code: 'not_published' }]);
});

test('three redirects are followed, to public addresses alone', async () => {
  const to =
    (place: string): Answer =>
    (_, response) =>
      void response.writeHead(302, { location: place }).end();
  const target = page(tag());
  pages.set('/1', to(target));
  pages.set('/2', to('/1'));
  pages.set('/3', to('2'));
  pages.set('/4', to('/3'));
  pages.set('/round', to('/round'));
  pages.set('/inside', to(`${elsewhereUrl}/secret`));
  pages.set('/private', to('http://10.0.0.1/'));
  pages.set('/file', to('file:///etc/passwd'));
  pages.set('/broken', to('http://['));
  expect(await check(`${siteUrl}/3`)).toMatchObject({ verdict: 'found', url: target });
  const reasons: readonly (readonly [string, string])[] = [
    ['/4', 'too_many_redirects'],
    ['/round', 'too_many_redirects'],
    ['/inside', 'port_refused'],
    ['/private', 'private_address'],
    ['/file', 'bad_scheme'],
    ['/broken', 'bad_redirect'],
  ];
  for (const [path, problem] of reasons) {
    expect([path, await check(siteUrl + path)]).toMatchObject([
      path,
      { verdict: 'not_reached', problem, seen: [] },
    ]);
  }
  expect(calledElsewhere).toEqual([]);
});

test('what cannot be called or read is told by its reason', async () => {
  pages.set(
    '/pdf',
    (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(tag()),
  );
  pages.set('/cut', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
    response.write(canary, () => response.destroy());
  });
  pages.set('/gzip', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(tag());
  });
  const reasons: readonly (readonly [string, string])[] = [
    [`${siteUrl}/missing`, 'http_error'],
    [`${siteUrl}/pdf`, 'not_html'],
    [`${siteUrl}/cut`, 'connection_failed'],
    [`${siteUrl}/gzip`, 'connection_failed'],
    [elsewhereUrl, 'port_refused'],
    ['http://127.0.0.1/', 'private_address'],
    ['http://2130706433/', 'private_address'],
    ['http://[::1]/', 'private_address'],
    ['localhost', 'private_address'],
    ['http://user:word@www.example.com/', 'credentials_in_url'],
    ['ftp://www.example.com/', 'bad_scheme'],
    ['not an address', 'bad_url'],
  ];
  for (const [url, problem] of reasons) {
    expect([url, await check(url)]).toMatchObject([url, { verdict: 'not_reached', problem }]);
  }
  expect(await check(`${siteUrl}/missing`)).toMatchObject({ status: 404 });
  expect(calledElsewhere).toEqual([]);
});

test('of a page without end the beginning is read, and of one that never comes nothing, within the time there is', async () => {
  const filler = `<p>${'x'.repeat(100_000)}</p>`;
  pages.set('/endless', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(tag());
    const more = (): void => {
      if (!response.destroyed) response.write(filler, more);
    };
    more();
  });
  pages.set('/late', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    for (let part = 0; part < 25; part += 1) response.write(filler);
    response.end(tag());
  });
  pages.set('/never', () => undefined);
  pages.set('/stalls', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(tag());
  });
  const [endless, late, never, stalls] = await Promise.all(
    ['/endless', '/late', '/never', '/stalls'].map((path) => check(siteUrl + path)),
  );
  expect(endless).toMatchObject({ verdict: 'found', isWhole: false });
  expect(late).toMatchObject({ verdict: 'not_found', isWhole: false });
  expect(never).toMatchObject({ verdict: 'not_reached', problem: 'timeout' });
  expect(stalls).toMatchObject({ verdict: 'not_reached', problem: 'timeout' });
});
