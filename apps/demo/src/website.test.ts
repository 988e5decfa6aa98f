import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Website, startWebsite } from './website.ts';

let website: Website;

beforeAll(async () => {
  website = await startWebsite({ port: 0, baton: 'http://127.0.0.1:8787/' });
});
afterAll(() => website.close());

const get = (path: string): Promise<Response> => fetch(website.url + path);

test.each([
  '/',
  '/pricing',
  '/blog',
  '/blog/',
  '/blog/monday-is-not-a-surprise',
  '/blog/count-hands-not-heads',
  '/demo',
])('%s is a page with one heading and a title', async (path) => {
  const page = await get(path);
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text.match(/<h1/g)).toHaveLength(1);
  expect(text).toMatch(/<title>[^{<]*Rampline[^{<]*<\/title>/);
  expect(text).not.toContain('{{');
});

test('every link inside the website leads somewhere', async () => {
  const paths = new Set(['/']);
  for (const path of paths) {
    const page = await get(path);
    expect(page.status, path).toBe(200);
    if (!page.headers.get('content-type')?.startsWith('text/html')) continue;
    for (const [, link] of (await page.text()).matchAll(/(?:href|src)="(\/[^"#]*)"/g)) paths.add(link ?? '/');
  }
  expect([...paths].sort()).toEqual(
    expect.arrayContaining(['/blog', '/demo', '/favicon.svg', '/pricing', '/site.css']),
  );
});

test('the demo page embeds the form by one script tag, which its policy allows and nothing else', async () => {
  const page = await get('/demo');
  expect(await page.text()).toContain('<script async src="http://127.0.0.1:8787/f/demo.js"></script>');
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain('script-src http://127.0.0.1:8787;');
  expect(policy).toContain('connect-src http://127.0.0.1:8787;');
  expect(policy).not.toContain('unsafe');
});

test('an unknown page is a page that says so', async () => {
  const page = await get('/constructor');
  expect(page.status).toBe(404);
  expect(await page.text()).toContain('There is no such page.');
});

test('only reading is possible', async () => {
  expect((await fetch(website.url, { method: 'POST' })).status).toBe(405);
});
