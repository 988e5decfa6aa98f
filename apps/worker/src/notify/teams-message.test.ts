import * as fc from 'fast-check';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { exampleNotice, hostileTexts, rewritten } from '../../../../test/desk/example-notice.ts';
import type { Notice } from './notice.ts';
import { teamsMessage } from './teams-message.ts';

const run = z.strictObject({
  type: z.literal('TextRun'),
  // A date function, and anything else between two braces, would be replaced.
  text: z.string().refine((text) => !text.includes('{{') && !text.includes('}}')),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.literal(true).optional(),
  size: z.literal('Large').optional(),
});
const spacing = z.enum(['None', 'Small', 'Medium']);
const element = z.union([
  z.strictObject({ type: z.literal('RichTextBlock'), spacing, inlines: z.array(run).min(1) }),
  // The only texts that are read as Markdown are words of this house.
  z.strictObject({
    type: z.literal('TextBlock'),
    text: z.literal('Why'),
    weight: z.literal('Bolder'),
    spacing,
  }),
]);
const action = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: z.enum(['Accept', 'Reject', 'Open']),
  url: z.url(),
  style: z.literal('positive').optional(),
});
const card = z.strictObject({
  $schema: z.string(),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.4'),
  fallbackText: z.literal('News of a lead. This version of Teams cannot show it.'),
  msteams: z.strictObject({ width: z.literal('Full') }),
  body: z.array(element),
  actions: z.array(action),
});
const message = z.strictObject({
  type: z.literal('message'),
  attachments: z.tuple([
    z.strictObject({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      contentUrl: z.null(),
      content: card,
    }),
  ]),
});

function read(notice: Notice): z.infer<typeof card> {
  const json = teamsMessage(notice);
  expect(new TextEncoder().encode(json).length).toBeLessThan(25_000);
  return message.parse(JSON.parse(json)).attachments[0].content;
}

test('a handoff in Teams says who, why, until when, and has three buttons', () => {
  const parsed = read(exampleNotice);
  const all = JSON.stringify(parsed);
  for (const text of [
    'Ada Lovelace',
    'HOT · 84 points',
    '+20  ',
    'Wants to start',
    'Monday 4 January, 10:15',
  ]) {
    expect(all).toContain(text);
  }
  expect(parsed.actions.map(({ url }) => url)).toEqual(exampleNotice.actions.map(({ url }) => url));
});

test.each(hostileTexts)('in Teams, %j is text', (text) => {
  expect(read(rewritten(() => text)).actions.map(({ url }) => url)).toEqual(
    exampleNotice.actions.map(({ url }) => url),
  );
});

test('whatever is written and however long, Teams takes it', () => {
  const long = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('{', '}', '"', '😀', 'ß'), minLength: 2000, maxLength: 6000 }),
  );
  fc.assert(
    fc.property(long, (text) => {
      read(rewritten(() => text));
    }),
    { numRuns: 200 },
  );
});
