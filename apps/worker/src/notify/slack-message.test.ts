import * as fc from 'fast-check';
import * as z from 'zod';
import { expect, test } from 'vitest';
import { exampleNotice, hostileTexts, rewritten } from '../../../../test/desk/example-notice.ts';
import type { Notice } from './notice.ts';
import { slackMessage } from './slack-message.ts';

// What Slack takes: https://docs.slack.dev/reference/block-kit/blocks
const plain = (length: number): z.ZodType<{ text: string }> =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(length),
    emoji: z.literal(false),
  });
const button = z.strictObject({
  type: z.literal('button'),
  action_id: z.string().max(255),
  text: plain(75),
  url: z.url().max(3000),
  style: z.literal('primary').optional(),
});
const block = z.union([
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plain(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('section'), fields: z.array(plain(2000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('section'), text: plain(3000) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
]);
const message = z.strictObject({
  text: z.string().min(1).max(4000),
  mrkdwn: z.literal(false),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
  blocks: z.array(block).max(50),
});

/** Reads a message as strictly as Slack would, and more. */
function read(notice: Notice): z.infer<typeof message> {
  const json = slackMessage(notice);
  const parsed = message.parse(JSON.parse(json));
  expect(JSON.stringify(parsed.blocks).length).toBeLessThan(13_000);
  const texts = [
    parsed.text,
    ...[...json.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? ''),
  ];
  for (const text of texts) expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  return parsed;
}

function urls(parsed: z.infer<typeof message>): string[] {
  return parsed.blocks.flatMap((one) => (one.type === 'actions' ? one.elements.map(({ url }) => url) : []));
}

test('a handoff in Slack says who, why, until when, and has three buttons', () => {
  const parsed = read(exampleNotice);
  const all = JSON.stringify(parsed);
  for (const text of ['Ada Lovelace', 'HOT · 84 points', '+20  Wants to start', 'Monday 4 January, 10:15']) {
    expect(all).toContain(text);
  }
  expect(urls(parsed)).toEqual(exampleNotice.actions.map(({ url }) => url));
  expect(parsed.text).toBe(
    'HOT 84: Ada Lovelace, Analytical Engines. Follow up by Monday 4 January, 10:15 (Berlin time)',
  );
});

test.each(hostileTexts)('in Slack, %j is text', (text) => {
  expect(urls(read(rewritten(() => text)))).toEqual(exampleNotice.actions.map(({ url }) => url));
});

test('whatever is written and however long, Slack takes it', () => {
  const long = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('<', '&', 'a', '😀', '\n'), minLength: 2000, maxLength: 6000 }),
  );
  fc.assert(
    fc.property(long, (text) => {
      read(rewritten(() => text));
    }),
    { numRuns: 200 },
  );
});

test('a form of two hundred fields is cut, and says so', () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({
    label: `Field ${index}`,
    value: 'x'.repeat(180),
  }));
  const parsed = read({ ...exampleNotice, sections: [{ title: 'Answers', lines }] });
  expect(JSON.stringify(parsed)).toMatch(/and \d+ more/);
});
