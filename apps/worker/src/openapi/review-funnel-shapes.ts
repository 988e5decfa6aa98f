// What the API tells of the way of leads, of how quickly they are answered, and of what they teach.
import { binEnds, outcomes, takenSteps, textKinds, touchBounds } from '@baton/review';
import * as z from 'zod';
import { named } from './operation.ts';
import { askedShape } from './review-shapes.ts';

const share = () => z.number().nullable().describe('0 … 1; null of nothing.');
const interval = () =>
  z.tuple([z.number(), z.number()]).nullable().describe('Where the share lies with 95%.');

const funnelStepShape = named('ReviewFunnelStep', () =>
  z.strictObject({
    step: z.enum(takenSteps),
    from: z.int().describe('Were at the step before.'),
    taken: z.int().describe('Of these, took this one.'),
    waiting: z
      .int()
      .describe('Did not, are neither rejected nor lost, and have not had the time that it takes.'),
    of: z.int().describe('Were at the step before for as long as it takes, or longer.'),
    takenOf: z.int(),
    conversion: share().describe('takenOf ÷ of; null of nothing.'),
    interval: interval(),
    medianDays: z.number().nullable(),
    p90Days: z.number().nullable(),
  }),
);

const funnelSteps = () => ({ leads: z.int(), steps: z.array(funnelStepShape()) });

const horizon = () =>
  z.strictObject({
    days: z.number(),
    of: z.int().describe('How many have ever taken the step.'),
    isUsual: z.boolean().describe('They are too few to say; these are the days that are usual.'),
  });

const outcomeCounts = () => ({
  leads: z.int(),
  counts: z.record(z.enum(outcomes), z.int()),
});

export const reviewFunnelShape = named('ReviewFunnel', () =>
  z.strictObject({
    ...askedShape(),
    ...funnelSteps(),
    horizons: z
      .record(z.enum(takenSteps), horizon())
      .describe('How long each step takes: 90% of all who ever took it had by then.'),
    cohorts: z.array(
      z.strictObject({
        month: z.string().describe('Such as `2026-11`.'),
        from: z.iso.date(),
        to: z.iso.date(),
        isWhole: z.boolean().describe('False where the period begins or ends within the month.'),
        ...funnelSteps(),
      }),
    ),
    bands: z.strictObject({
      threshold: z.number().nullable(),
      bands: z.array(z.strictObject({ from: z.int(), to: z.int(), ...outcomeCounts() })),
      tiers: z.array(z.strictObject({ tier: z.string(), ...outcomeCounts() })),
    }),
  }),
);

const minutes = () => z.number().nullable().describe('Minutes; null of nothing.');

const waitsShape = named('ReviewWaits', () =>
  z.strictObject({
    medianMinutes: minutes(),
    p90Minutes: minutes(),
    bins: z
      .array(z.int())
      .length(binEnds.length + 1)
      .describe(`How many were answered within ${binEnds.join(', ')} minutes, and later.`),
    within: z.array(
      z.strictObject({
        minutes: z.int().describe(`Each of ${touchBounds.join(', ')}.`),
        touched: z.int(),
        of: z.int().describe('Answered, or have waited longer.'),
        share: share(),
      }),
    ),
  }),
);

const missed = () => ({ of: z.int(), breached: z.int(), share: share(), interval: interval() });

export const reviewSpeedShape = named('ReviewSpeed', () =>
  z.strictObject({
    ...askedShape(),
    touch: z.strictObject({
      touched: z.int(),
      waiting: z.int(),
      passedOn: z.int().describe('Somebody else has it now; it counts where it waited without an answer.'),
      undelivered: z.int(),
      clock: waitsShape(),
      open: waitsShape().nullable().describe('In open hours; null without an agreement.'),
      system: z
        .strictObject({ medianMinutes: minutes(), p90Minutes: minutes() })
        .describe('From the handoff to its delivery.'),
    }),
    breaches: z.strictObject({
      ...missed(),
      people: z.array(z.strictObject({ person: z.string(), ...missed() })),
      hours: z.array(z.strictObject(missed())).length(24).describe('By the local hour of the handoff.'),
      reasons: z.array(
        z.strictObject({ reason: z.string().describe('Empty: nobody has said.'), count: z.int() }),
      ),
    }),
    arrivals: z.strictObject({
      week: z
        .array(
          z
            .array(
              z.strictObject({
                arrived: z.int(),
                handed: z.int(),
                open: z.number().describe('The part of these hours that was open.'),
                people: z.number().describe('How many were there on average.'),
              }),
            )
            .length(24),
        )
        .length(7)
        .describe('Monday first.'),
      arrived: z.int(),
      unattended: z.int().describe('Came when nobody was there.'),
      people: z.int().describe('How many there are to be given leads.'),
    }),
  }),
);

const judged = () => ({ judged: z.int(), rejected: z.int(), share: share(), interval: interval() });
const reasonCount = () => ({ reason: z.string().describe('Empty: none was given.'), count: z.int() });

export const reviewRejectionsShape = named('ReviewRejections', () =>
  z.strictObject({
    ...askedShape(),
    ...judged(),
    buckets: z.strictObject({ unit: z.enum(['day', 'week', 'month']), days: z.array(z.iso.date()) }),
    reasons: z.array(
      z.strictObject({
        ...reasonCount(),
        says: z.string(),
        trend: z.array(z.int()).describe('One for each bucket.'),
      }),
    ),
    sources: z.array(
      z.strictObject({
        source: z.string().describe('Empty: not known.'),
        ...judged(),
        reasons: z.array(z.strictObject(reasonCount())),
      }),
    ),
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        says: z.string(),
        ...judged(),
        others: z.strictObject(judged()).describe('Those whom it gave no points.'),
        ratio: z.number().nullable().describe('How many times as often it is rejected as others.'),
        chance: z.number().nullable().describe('Fisher’s exact test, one-sided; null: too few to test.'),
        adjusted: z.number().nullable().describe('The same, corrected by Holm for all that were tested.'),
        isNamed: z.boolean(),
        blamed: z.int().describe('Of the rejected, those whose reason blames it.'),
      }),
    ),
  }),
);

const askedGroup = () =>
  z.strictObject({
    people: z.int().describe('By or about whom anything was written.'),
    before: z.int(),
    terms: z.array(
      z.strictObject({
        term: z.string(),
        people: z.int(),
        before: z.int(),
        ratio: z.number().describe('Dunning’s log-likelihood ratio; negative: fewer.'),
        change: z.enum(['more', 'less']).nullable().describe('Beyond what is chance.'),
        examples: z.array(
          z.strictObject({
            lead: z.string(),
            kind: z.enum(textKinds),
            at: z.iso.datetime(),
            text: z.string().describe('Without addresses, telephone numbers and links.'),
          }),
        ),
      }),
    ),
  });

export const reviewAskedShape = named('ReviewAsked', () =>
  z.strictObject({
    ...askedShape(),
    against: z.enum(['before', 'others']).describe('The period before, or the leads left out.'),
    answers: askedGroup().describe('In answers to free questions.'),
    sales: askedGroup().describe('In notes and in the notes of rejections.'),
  }),
);
