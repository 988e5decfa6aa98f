// Which language a visitor is answered in, over HTTP: the form, its script, what it shows once sent, and every page
// that says what went wrong. What caches are told about it holds for all of them.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { type Baton, startBaton } from './baton.ts';
import { deskFile } from './desk-file.ts';
import { type Answer, call } from './post.ts';

const [small] = smallWorkspace.forms;
const ask = {
  ...small,
  id: 'ask',
  name: 'Ask us',
  translations: {
    de: {
      name: 'Fragen Sie uns',
      fields: { email: { label: 'E-Mail-Adresse' } },
      outcomes: { thanks: { title: 'Danke sehr', text: 'Bis bald.' } },
    },
    ar: { name: 'اسألونا' },
  },
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thanks a lot', text: 'Until soon.' } }],
};

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
  await baton.api('/api/workspace', 'PUT', { ...smallWorkspace, destinations: [], forms: [small, ask] });
});

afterAll(async () => {
  await baton.close();
});

const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
const get = (path: string, language = '', more: Readonly<Record<string, string>> = {}) =>
  call(baton.instance.url + path, { method: 'GET', headers: { 'accept-language': language, ...more } });
const post = (path: string, language: string, body: string) =>
  call(baton.instance.url + path, { headers: { ...asForm, 'accept-language': language }, body });
const languageOf = ({ text }: Answer) => /<html lang="([^"]*)" dir="([^"]*)"/.exec(text)?.slice(1).join(' ');
const varyOf = ({ headers }: Answer) => (headers.vary ?? '').split(/,\s*/).toSorted().join();

test.each([
  ['/f/ask', '', 'en ltr'],
  ['/f/ask', 'fr, de-AT;q=0.8, en;q=0.5', 'de ltr'],
  ['/f/ask', 'de;q=0, en', 'en ltr'],
  ['/f/ask', '*', 'en ltr'],
  ['/f/ask?lang=de', 'en', 'de ltr'],
  ['/f/ask?lang=de_CH', 'en', 'de ltr'],
  ['/f/ask?lang=ar-EG', 'en', 'ar rtl'],
  // What nobody speaks falls to what the browser asks for; so does what is no language.
  ['/f/ask?lang=tlh', 'de', 'de ltr'],
  ['/f/ask?lang=%22%3E%3Cscript%3E', 'de', 'de ltr'],
  // A form of one language speaks that.
  ['/f/demo?lang=de', 'de', 'en ltr'],
])('the page %s for a browser that asks for "%s" is %s', async (path, accepted, spoken) => {
  expect(languageOf(await get(path, accepted))).toBe(spoken);
});

test('a cache may give one browser what another was given only where both hear the same', async () => {
  const [encoding, both] = ['accept-encoding', 'accept-encoding,accept-language'];
  for (const [path, expected] of [
    ['/f/ask', both],
    ['/f/ask.js', both],
    ['/f/ask?lang=tlh', both],
    ['/f/ask.js?lang=tlh', both],
    ['/f/ask?lang=de', encoding],
    ['/f/ask.js?lang=de', encoding],
    ['/f/ask.js?hosted&lang=de', encoding],
    ['/f/ask.js?hosted', both],
    ['/f/demo', encoding],
    ['/f/demo.js', encoding],
  ] as const) {
    const first = await get(path, 'de');
    expect([path, varyOf(first)]).toEqual([path, expected]);
    expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    // The same again is not sent again, and in another language it is another.
    const etag = first.headers.etag ?? '';
    const same = await get(path, 'de', { 'if-none-match': etag });
    expect([same.status, same.text, varyOf(same)]).toEqual([304, '', expected]);
    const other = await get(path, 'en', { 'if-none-match': etag });
    expect([path, other.status]).toEqual([path, expected === both ? 200 : 304]);
  }
});

test('the script brings the form in the language that was asked for', async () => {
  expect((await get('/f/ask.js?lang=de', 'en')).text).toContain('E-Mail-Adresse');
  expect((await get('/f/ask.js', 'de')).text).toContain('E-Mail-Adresse');
  expect((await get('/f/ask.js?lang=en', 'de')).text).not.toContain('E-Mail-Adresse');
  expect((await get('/f/ask.js?lang=ar', 'de')).text).toMatch(/dir='?=?rtl/);
});

test('what follows the form is said in the language that it was filled in', async () => {
  const body = 'email=ada%40x.example&size=1-10';
  expect((await post('/f/ask', 'de', body)).text).toContain('<h1>Danke sehr</h1>');
  expect((await post('/f/ask?lang=en', 'de', body)).text).toContain('<h1>Thanks a lot</h1>');
  // Led step by step, it is shown at an address of its own.
  const led = await post('/f/ask?lang=de', 'en', `${body}&baton_step=s1&baton_shown=email+name+size+role`);
  expect(led.status).toBe(303);
  const sent = await get(String(led.headers.location), 'en');
  expect(sent.text).toContain('<h1>Danke sehr</h1>');
  // The script is told so as well: it says in which language it spoke.
  const json = await baton.submit(
    {
      id: crypto.randomUUID(),
      version: 1,
      final: true,
      answers: { email: 'bea@x.example', size: '1-10' },
      language: 'de',
    },
    { form: 'ask' },
  );
  expect(json.text).toContain('Danke sehr');
});

test('what is wrong with an answer is said in the language of the form', async () => {
  const { status, text } = await post('/f/ask', 'de', 'email=nothing&size=1-10');
  expect(status).toBe(422);
  expect(text).toMatch(/<html lang="de".*prüfen Sie eine Angabe.*E-Mail-Adresse/s);
});

test('no form: said in the first of the visitor’s languages that there are words for', async () => {
  for (const path of ['/f/nobody', '/f/nobody/sent/sub_x', '/f/ask/sent/sub_x']) {
    const page = await get(path, 'tlh, pl;q=0.9, en;q=0.5');
    expect([path, page.status, languageOf(page)]).toEqual([path, 404, 'pl ltr']);
  }
  const posted = await post('/f/nobody', 'he', 'email=a');
  expect([posted.status, languageOf(posted)]).toEqual([404, 'he rtl']);
  expect(languageOf(await get('/f/nobody?lang=ja', 'en'))).toBe('ja ltr');
});

test('too much: said to a visitor in their language, above a form that does not speak it', async () => {
  const body = `email=a%40x.example&name=${'x'.repeat(200_000)}`;
  const french = await post('/f/ask', 'fr', body);
  expect([french.status, languageOf(french)]).toEqual([413, 'en ltr']);
  expect(french.text).toMatch(/role="alert"[^>]* lang="fr" dir="ltr"><h2>C’est trop long/);
  const hebrew = await post('/f/ask?lang=he', 'fr', body);
  expect(hebrew.text).toMatch(/role="alert"[^>]* lang="he" dir="rtl"><h2>זה ארוך מדי/);
  // Where the form speaks it, all of the page does.
  const german = await post('/f/ask', 'de', body);
  expect(languageOf(german)).toBe('de ltr');
  expect(german.text).toMatch(/role="alert" tabindex="-1" autofocus><h2>Das ist zu lang/);
});

test('what broke on our side is said on a page, in the visitor’s language, with the answers still there', async () => {
  const database = new DatabaseSync(await deskFile(baton.data));
  database.exec('ALTER TABLE submissions RENAME TO submissions_gone');
  database.close();
  for (const step of ['', '&baton_step=s1&baton_shown=email+name+size+role']) {
    const page = await post('/f/ask', 'sv, en;q=0.4', `email=ada%40x.example&size=1-10${step}`);
    expect(page.status).toBe(500);
    expect(page.text).toContain('value="ada@x.example"');
    expect(page.text).toMatch(/ lang="sv" dir="ltr"><h2>Något gick fel/);
  }
  // Where not even the form can be read: a page for whoever looks at one, a problem for programs.
  const path = '/f/ask/sent/sub_x';
  const seen = await get(path, 'pl', { accept: 'text/html,*/*;q=0.8' });
  expect([seen.status, languageOf(seen)]).toEqual([500, 'pl ltr']);
  expect(seen.text).toContain('<h1>Nie udało się</h1><p>Błąd leży po naszej stronie.');
  const told = await get(path, 'pl');
  expect([told.status, told.headers['content-type']]).toEqual([500, 'application/problem+json']);
  expect(baton.bugs.length).toBeGreaterThan(0);
});
