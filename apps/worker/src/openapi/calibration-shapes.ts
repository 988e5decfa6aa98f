// What a calibration answers: the curve of the agreement in force, and what outcomes propose.
import * as z from 'zod';
import { outcomes } from '../desk/calibration/outcome-of.ts';
import { named } from './operation.ts';

const count = () => z.int().min(0);
const share = () => z.number().min(0).max(1);
const interval = () => z.tuple([z.number(), z.number()]);
const dimension = () => z.enum(['fit', 'engagement', 'intent']);

const curveShape = named('ThresholdPoint', () =>
  z.strictObject({
    from: z.number().describe('The threshold.'),
    leads: count().describe('From there up, leads whose outcome is known.'),
    hits: count().describe('Those of them that had it.'),
    precision: share().nullable().describe('Null where nothing is known.'),
    interval: interval().nullable().describe('95%, of `precision`.'),
    recall: share().nullable().describe('Of all known to have had the outcome, those from here up.'),
    recallInterval: interval().nullable(),
    perWeek: z.number().min(0).describe('Handoffs a week.'),
    perWeekInterval: interval(),
    value: z
      .strictObject({ low: z.number(), middle: z.number(), high: z.number() })
      .nullable()
      .describe('What is expected of a week, after what its handoffs cost.'),
  }),
);

const rankedShape = named('Ranked', () =>
  z.strictObject({
    rows: count(),
    won: count(),
    auc: share().nullable().describe('How often a lead that had the outcome scores above one that had not.'),
    interval: interval().nullable(),
    lift20: z.number().nullable(),
  }),
);

const driftShape = named('Drift', () =>
  z.strictObject({
    before: share().describe('Of the older half, those that had the outcome.'),
    after: share().describe('Of the newer half.'),
    apart: z.number().describe('Standard errors between the two.'),
    hasMoved: z.boolean(),
  }),
);

const ruleShape = named('ProposedRule', () =>
  z.strictObject({
    id: z.string(),
    says: z.string(),
    dimension: dimension(),
    kind: z.enum(['rule', 'behaviour']),
    points: z.int().describe('Of a behaviour: each time.'),
    atMost: z.int().nullable(),
    interval: interval().describe('95%, of the points before they are rounded.'),
    present: z.int().describe('What the agreement in force gives for the same.'),
    presentAtMost: z.number().nullable(),
    leads: count().describe('Of whom it holds.'),
    hits: count(),
    lift: z.number().min(0).describe('How many times the share of all leads.'),
  }),
);

const proposalShape = named('CalibrationProposal', () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('too_few'),
      hits: count(),
      others: count(),
      least: z.strictObject({ each: count(), all: count() }),
    }),
    z.strictObject({
      kind: z.literal('no_evidence'),
      heldBack: rankedShape(),
      drift: driftShape().nullable(),
    }),
    z.strictObject({
      kind: z.literal('card'),
      rules: z.array(ruleShape()),
      grounded: z
        .boolean()
        .describe('False: only behaviour tells leads apart, by which alone nobody is handed over.'),
      best: count().describe('The points of the best lead there could be.'),
      heldBack: rankedShape().describe('Each lead judged by a card that was made without it.'),
      curve: z.array(curveShape()).describe('By the card’s own points.'),
      drift: driftShape().nullable(),
    }),
  ]),
);

export const calibrationShape = named('Calibration', () =>
  z.strictObject({
    outcome: z.enum(outcomes),
    inForce: z.int().positive().nullable(),
    running: z.boolean(),
    outdated: z.boolean().describe('Another version is in force than the one it was made under.'),
    result: z
      .strictObject({
        outcome: z.enum(outcomes),
        at: z.iso.datetime(),
        agreement: z.int().positive(),
        leads: z.strictObject({
          known: count(),
          hits: count(),
          open: count().describe('Handed over, and nobody has said anything yet.'),
          young: count().describe('Handed over more lately than the outcome takes.'),
        }),
        share: z.strictObject({ of: share(), interval: interval() }).nullable(),
        usualDays: count().nullable().describe('From handoff to outcome, in nine of ten.'),
        sampled: z.strictObject({ taken: count(), of: count() }).nullable(),
        weeks: z.number().positive().describe('So many weeks say how many handoffs there are in one.'),
        worth: z.strictObject({
          from: z.enum(['asked', 'won_leads']).nullable(),
          perWon: z.number().nullable().describe('Null: nobody said it, and no won lead has an amount.'),
          wonShare: share()
            .nullable()
            .describe('Of those who had the outcome, the share that was won; null: not known yet.'),
          perHit: z.number().nullable().describe('What a lead with the outcome is worth.'),
          currency: z.string().nullable(),
          cost: z.number().describe('Of a handoff.'),
        }),
        threshold: z.number().describe('The one in force.'),
        curve: z.array(curveShape()).describe('By the points of the agreement in force.'),
        rankedToday: z.strictObject({ auc: share(), interval: interval().nullable() }).nullable(),
        today: z.array(
          z.strictObject({
            id: z.string(),
            says: z.string(),
            dimension: dimension(),
            points: z.int(),
            leads: count(),
            hits: count(),
          }),
        ),
        proposal: proposalShape(),
      })
      .nullable()
      .describe('The last one; null: none was asked for yet.'),
  }),
);
