// What the API tells of the review.
import * as z from 'zod';
import { besideIds, numberIds, numberUnits, partIds } from '@baton/review';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();

/** What every answer of the review says first. */
export const askedShape = () => ({
  asOf: instant().describe('When what it counts was read.'),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
});

const counted = () => ({
  value: z.number().nullable().describe('Null of nothing.'),
  of: z.int().describe('How many it was made from.'),
  interval: z.tuple([z.number(), z.number()]).nullable().describe('Of shares: where it lies with 95%.'),
});

const target = () =>
  z
    .strictObject({
      value: z.number(),
      promised: z.boolean().describe('Whether the agreement promises it; else it is what good teams reach.'),
    })
    .nullable();

const besideSays =
  'p90: nine of ten were within it, minutes. within_hours: the share that came within business hours. too_young: leads that cannot be judged yet. old_enough: from how many days on they can.';

export const reviewNumbersShape = named('ReviewNumbers', () =>
  z.strictObject({
    ...askedShape(),
    buckets: z.strictObject({ unit: z.enum(['day', 'week', 'month']), days: z.array(z.iso.date()) }),
    before: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    numbers: z.array(
      z.strictObject({
        id: z.enum(numberIds),
        ...counted(),
        beside: z.array(
          z.strictObject({ id: z.enum(besideIds), value: z.number().nullable() }).describe(besideSays),
        ),
        parts: z.array(
          z.strictObject({
            id: z.enum(partIds).describe('By what it is taken apart, or what marketing had to do with it.'),
            word: z.string().describe('A source, the reason of a breach, a currency. Empty: not known.'),
            value: z.number(),
            of: z.int(),
          }),
        ),
        target: target().describe('Of a volume, what the period’s days have of it.'),
        before: z.strictObject(counted()).describe('Of the period before.'),
        trend: z.array(z.strictObject(counted())).describe('One for each bucket.'),
      }),
    ),
  }),
);

const behind = () => ({
  total: z.int().describe('How many there are; a lead stands once for each handoff that counts.'),
  counts: z
    .strictObject({ for: z.int(), against: z.int(), neither: z.int() })
    .describe('Of all of them, how many speak for and against.'),
  leads: z
    .array(
      z.strictObject({
        lead: z.string(),
        name: z.string(),
        company: z.string(),
        email: z.string(),
        owner: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
        tier: z.string().nullable(),
        stage: z.string(),
        at: instant().describe('The instant by which it belongs to the period.'),
        speaks: z.enum(['for', 'against', 'neither']),
        says: z.string().describe('What it does to the number, in a few words.'),
      }),
    )
    .describe('What speaks against the number first, then the latest.'),
});

export const reviewBehindShape = named('ReviewBehind', () =>
  z.strictObject({ ...askedShape(), number: z.enum(numberIds), ...behind() }),
);

export const reviewSliceShape = named('ReviewSlice', () =>
  z.strictObject({ ...askedShape(), of: z.string().describe('What was asked for.'), ...behind() }),
);

export const reviewDefinitionsShape = named('ReviewDefinitions', () =>
  z.strictObject({
    numbers: z.array(
      z.strictObject({
        id: z.enum(numberIds),
        title: z.string(),
        unit: z.enum(numberUnits),
        better: z.enum(['more', 'less']),
        definition: z.string(),
        formula: z.string(),
        target: target().describe('Of a volume, in a month.'),
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
