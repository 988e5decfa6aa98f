import { expect, test } from 'vitest';
import { demoRequest, publish } from '../../test/forms.ts';
import {
  pageStyles,
  pageStylesOf,
  renderBroken,
  renderNotFound,
  renderOutcome,
  renderPage,
  renderProblemPage,
} from './index.ts';

const canary = `"'><img src=x onerror=alert(1)></title></style>`;
const options = { action: '/f/demo', script: '/f/demo.js?hosted' };
const themed = publish({ steps: demoRequest.form.steps, theme: { accent: '#0a5c36', radius: 4 } });

const documents = {
  form: renderPage(demoRequest, options),
  themed: renderPage(themed, options),
  outcome: renderOutcome(demoRequest, { kind: 'message', title: 'Thanks', text: 'Soon' }, {}),
  'not found': renderNotFound({ languages: ['tlh', 'de'] }),
  broken: renderBroken({ languages: [] }),
  'problem with form': renderProblemPage('too_many', {
    languages: [],
    form: { ...demoRequest, options },
  }),
};

test.each(Object.entries(documents))('a document fits a strict policy: %s', (name, text) => {
  const styles = name === 'themed' ? pageStylesOf(themed.form) : pageStyles;
  expect([...text.matchAll(/<style>(.*?)<\/style>/gs)].map((match) => match[1])).toEqual([styles]);
  expect(text).not.toMatch(/ style="| on\w+="|<script>/);
  expect(text).toMatch(/^<!doctype html><html lang="(en|de)" dir="ltr"><head><meta charset="utf-8">/);
  expect(text.match(/<main>/g)).toHaveLength(1);
  expect(text.match(/<h1>/g)).toHaveLength(1);
});

test('the hosted page is the form with its name, in its language', () => {
  const text = renderPage(demoRequest, { ...options, language: 'de' });
  expect(text).toContain('<html lang="de"');
  expect(text).toContain('<title>Vorführung anfragen</title>');
  expect(text).toContain('<h1>Vorführung anfragen</h1>');
  expect(text).toContain('<script src="/f/demo.js?hosted" defer></script>');
  expect(text).toContain('<link rel="icon" href="/favicon.ico" type="image/svg+xml" />');
});

test('a page in a language that is read from right to left is too', () => {
  const arabic = publish({ steps: demoRequest.form.steps, language: 'ar' });
  expect(renderPage(arabic, options)).toContain('<html lang="ar" dir="rtl">');
});

test('whoever shows a link to it is told of a picture, if there is one', () => {
  const address = 'https://baton.example/f/demo';
  const plain = renderPage(demoRequest, { ...options, address });
  expect(plain).toContain('<meta name="twitter:card" content="summary">');
  expect(plain).not.toContain('og:image');
  const image = 'https://www.example.com/demo.png?size=large&v=2';
  const pictured = publish({ steps: demoRequest.form.steps, image });
  const text = renderPage(pictured, { ...options, address });
  expect(text).toContain(
    '<meta property="og:image" content="https://www.example.com/demo.png?size=large&amp;v=2">',
  );
  expect(text).toContain('<meta name="twitter:card" content="summary_large_image">');
});

test('no text of a document becomes markup', () => {
  const published = publish({ name: canary, steps: demoRequest.form.steps, theme: { accent: canary } });
  const show = { kind: 'message', title: canary, text: canary } as const;
  const texts = [
    renderPage(published, { action: canary, script: canary }),
    renderOutcome(published, show, { language: canary }),
    renderNotFound({ languages: [canary] }),
    renderBroken({ languages: [canary] }),
  ];
  for (const text of texts) expect(text).not.toMatch(/<img|onerror=alert\(1\)>/);
});

test('an outcome without words gives thanks, and an address is a link only by https', () => {
  expect(renderOutcome(demoRequest, { kind: 'message' }, { language: 'de' })).toContain(
    '<h1>Vielen Dank</h1>',
  );
  const link = (url: string) => renderOutcome(demoRequest, { kind: 'redirect', url }, {});
  expect(link('https://x.example/a?b&c')).toContain(' href="https://x.example/a?b&amp;c">Continue</a>');
  // oxlint-disable-next-line no-script-url -- the address that must not become a link
  expect(link('javascript:alert(1)')).not.toContain('<a ');
});

test('a calendar and a file are links with the words of the form, or of its language', () => {
  const url = 'https://x.example/a';
  const german = { language: 'de' };
  expect(renderOutcome(demoRequest, { kind: 'booking', url, inline: true }, german)).toContain(
    '<a class="option send" href="https://x.example/a">Termin buchen</a>',
  );
  expect(
    renderOutcome(demoRequest, { kind: 'booking', url, title: 'Soon', label: 'Meet us' }, german),
  ).toMatch(/<h1>Soon<\/h1>.*>Meet us<\/a>/);
  expect(renderOutcome(demoRequest, { kind: 'download', url }, german)).toContain(
    '<a class="option send" href="https://x.example/a" download>Herunterladen</a>',
  );
});

test('a problem is told above the form, which keeps what was typed', () => {
  const values = { name: 'Ada' };
  const form = { ...demoRequest, options: { ...options, values } };
  const text = renderProblemPage('too_large', { languages: ['en'], form });
  expect(text).toMatch(/role="alert".*This is too long.*<form/s);
  expect(text).toContain('value="Ada"');
  expect(text).not.toMatch(/<\w+[^>]* data-waits/);
});
