// What the API tells of the review.
import * as z from 'zod';
import { numberIds } from '@baton/review';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();

/** What every answer of the review says first. */
const asked = () => ({
  asOf: instant().describe('When what it counts was read.'),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
});

const counted = () => ({
  value: z.number().nullable().describe('Null of nothing.'),
  of: z.int().describe('How many it was made from.'),
  interval: z.tuple([z.number(), z.number()]).nullable().describe('Of shares: where it lies with 95%.'),
});

export const reviewNumbersShape = named('ReviewNumbers', () =>
  z.strictObject({
    ...asked(),
    buckets: z.strictObject({ unit: z.enum(['day', 'week', 'month']), days: z.array(z.iso.date()) }),
    before: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    numbers: z.array(
      z.strictObject({
        id: z.enum(numberIds),
        ...counted(),
        target: z.number().nullable(),
        before: z.strictObject(counted()).describe('Of the period before.'),
        trend: z.array(z.strictObject(counted())).describe('One for each bucket.'),
      }),
    ),
  }),
);

const wordsOf = () =>
  z.array(z.strictObject({ word: z.string().describe('Empty: not known.'), count: z.int() }));

export const reviewChoicesShape = named('ReviewChoices', () =>
  z.strictObject({
    asOf: instant(),
    leads: z.int(),
    timeZone: z.string(),
    usual: z
      .strictObject({ from: z.iso.date(), to: z.iso.date() })
      .describe('The period when none is named.'),
    first: instant().nullable().describe('When the first lead came.'),
    dimensions: z.strictObject({
      form: wordsOf(),
      version: wordsOf(),
      source: wordsOf(),
      medium: wordsOf(),
      campaign: wordsOf(),
      tier: wordsOf(),
      person: wordsOf(),
      country: wordsOf(),
      account: wordsOf(),
    }),
    people: z.array(z.strictObject({ email: z.string(), name: z.string() })),
    teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    forms: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
);
