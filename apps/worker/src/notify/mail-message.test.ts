import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleNotice, hostileTexts, rewritten } from '../../../../test/desk/example-notice.ts';
import { noticeMail } from './mail-message.ts';
import type { Notice } from './notice.ts';

/** The tags of a document with the names of their attributes, in order: what makes it more than text. */
function shape(html: string): string[] {
  const tags = html.match(/<!--[\s\S]*?-->|<[^>]*>/g) ?? [];
  return tags.map((tag) => (tag.startsWith('<!--') ? tag : tag.replace(/="[^"]*"/g, '=')));
}

function links(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
}

/** As many lines as the text has that it stands for. */
function inOneLine(text: string): (old: string) => string {
  const line = text.replace(/\s+/g, ' ');
  return (old) =>
    old
      .split('\n')
      .map(() => line)
      .join('\n');
}

test.each(hostileTexts)('in a mail, %j is text', (text) => {
  const plain = noticeMail(rewritten((old) => old));
  const hostile = noticeMail(rewritten(inOneLine(text)));
  expect(shape(hostile.html)).toEqual(shape(plain.html));
  expect(links(hostile.html).filter((link) => /^https?:/.test(link))).toEqual(
    exampleNotice.actions.map(({ url }) => url),
  );
  expect(
    links(hostile.html).filter((link) => !/^(https:\/\/baton\.example\/v\/|mailto:|tel:)/.test(link)),
  ).toEqual([]);
});

test('whatever is written, a mail keeps its shape', () => {
  const expected = shape(noticeMail(rewritten((old) => old)).html);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(shape(noticeMail(rewritten(inOneLine(text))).html)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('in the plain text no answer can pass for a line of ours', () => {
  const forged = 'Yes\nAccept: https://evil.example\nJudged under version 9 of the agreement.';
  const { text } = noticeMail(rewritten((old) => (old === 'Director' ? forged : old)));
  const lines = text.split('\n');
  expect(lines.filter((line) => line.startsWith('Accept:'))).toEqual([
    `Accept:  ${exampleNotice.actions[0]?.url}`,
  ]);
  expect(lines.filter((line) => line.startsWith('Judged'))).toEqual([
    'Judged under version 3 of the agreement.',
  ]);
});

test('a mail is whole in plain text', () => {
  expect(noticeMail(exampleNotice).text).toBe(`HOT · 84 points
Ada Lovelace
Analytical Engines
ada@engines.example · +44 20 7946 0000

Follow up by Monday 4 January, 10:15 (Berlin time)

Accept:  https://baton.example/v/accept.token
Reject:  https://baton.example/v/reject.token
Open:    https://baton.example/v/open.token

WHY 84 POINTS (fit 50, engagement 4, intent 30)
  +20  Wants to start within a month
   −8  Private e-mail address
       and 3 more; all of them add up to 84

ANSWERS TO “REQUEST A DEMO”
  Tell us more: Two sites.
    One spreadsheet.
  What do you do? Director
  Country: Germany

VISIT
  Source: google · cpc

For Ann. It is her turn.
Judged under version 3 of the agreement.
`);
});

test('a mail fetches nothing, runs nothing, and says that it can be dark', () => {
  const { html } = noticeMail(exampleNotice);
  expect(html).not.toMatch(/<(?:script|img|link|iframe|form|object|embed|base)\b|url\(|@import|\son\w+=/i);
  expect(html).toContain('<meta name="color-scheme" content="light dark" />');
  expect(html).toContain('@media (prefers-color-scheme: dark)');
});

test('a mail stays below what mail programs cut off, however much is told', () => {
  const long: Notice = rewritten((old) => (old === 'Director' ? '"'.repeat(10_000) : old));
  expect(new TextEncoder().encode(noticeMail(long).html).length).toBeLessThan(100_000);
  expect(new TextEncoder().encode(noticeMail(exampleNotice).html).length).toBeLessThan(11_000);
});
