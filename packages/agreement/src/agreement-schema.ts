// The shape of an agreement: types, single values, conditions in the vocabulary of their place, people and teams
// that exist. What only holds between its parts (a threshold without a tier, a score without one) is for
// check-agreement.ts to say. Unknown keys are kept.
import { parseCondition, type Condition, type Vocabulary } from '@baton/rules';
import * as z from 'zod';
import { isBusinessDuration, isDuration } from './duration.ts';
import { hoursSchema } from './hours-schema.ts';
import type { Vocabularies } from './vocabularies.ts';

z.config({ jitless: true });

// With points beyond this, sums would leave the whole numbers that a double holds exactly.
const most = 1_000_000;

const coded = (code: string) => ({ params: { code } });
const isExactlyOne = (...values: readonly unknown[]) =>
  values.filter((value) => value !== undefined).length === 1;

const says = z.string().trim().min(1, 'required').max(1000);
const name = z.string().trim().min(1, 'required').max(200);
const email = name.toLowerCase();
const id = name.refine(
  (value) => !['__proto__', 'constructor', 'prototype'].includes(value),
  coded('reserved_id'),
);
// `cap` is what a dimension's bounds do.
const contributionId = id.refine((value) => value !== 'cap', coded('reserved_id'));

const whole = z
  .number()
  .min(-most)
  .max(most)
  .refine((value) => Number.isInteger(value), coded('not_whole'));
const positive = z
  .number()
  .max(most)
  .refine((value) => value > 0, coded('not_positive'));
const share = z.number().min(0).max(1);
const duration = z.string().trim().refine(isDuration, coded('not_a_duration'));
const businessDuration = z.string().trim().refine(isBusinessDuration, coded('not_a_duration'));

const match = z
  .looseObject({ path: name.max(2000).optional(), event: name.optional() })
  .refine(({ path, event }) => isExactlyOne(path, event), coded('not_exactly_one'));

const behaviour = z.looseObject({
  id: contributionId,
  says,
  match,
  points: whole,
  atMost: positive.optional(),
});

const percentage = z
  .string()
  .trim()
  .regex(/^\d{1,4}(?:\.\d{1,2})?%$/, 'not_a_percentage')
  .refine((value) => Number.parseFloat(value) !== 0, coded('not_positive'));

const commitments = z.looseObject({
  marketing: z
    .looseObject({
      qualifiedPerMonth: z.number().min(0).optional(),
      answerWithin: businessDuration.optional(),
    })
    .default({}),
  sales: z
    .looseObject({
      followUpInTime: share.optional(),
      accept: share.optional(),
      verdictWithin: businessDuration.optional(),
      answerWithin: businessDuration.optional(),
    })
    .default({}),
});

function conditionIn(vocabulary: Vocabulary) {
  return z
    .unknown()
    .optional()
    .transform((input, context): Condition => {
      const parsed = parseCondition(input, vocabulary);
      if (parsed.ok) return parsed.value;
      for (const { code, path, params } of parsed.issues) {
        context.addIssue({ code: 'custom', path: [...path], params: { code, ...params } });
      }
      return z.NEVER;
    });
}

/** Who may be named. */
export type Known = {
  readonly people: { has: (email: string) => boolean };
  readonly teams: { has: (id: string) => boolean };
};

/** The schema of an agreement whose conditions may read these vocabularies, and that may name these people. */
export function createAgreementSchema({ evidence, decision, people, teams }: Vocabularies & Known) {
  const person = email.refine((value) => people.has(value), coded('unknown_person'));
  const team = name.refine((value) => teams.has(value), coded('unknown_team'));
  const personOrTeam = z
    .looseObject({ person: person.optional(), team: team.optional() })
    .refine((to) => isExactlyOne(to.person, to.team), coded('not_exactly_one'));

  const dimension = z.looseObject({
    max: whole.min(0),
    halfLifeDays: positive.optional(),
    rules: z
      .array(z.looseObject({ id: contributionId, says, points: whole, when: conditionIn(evidence) }))
      .max(2000)
      .default([]),
    behaviours: z.array(behaviour).max(500).default([]),
  });
  const absentDimension = () => ({ max: 0, rules: [], behaviours: [] });

  return z.looseObject({
    format: z.literal(1),
    title: z.string().max(500).default(''),
    definitions: z
      .looseObject({
        mql: z.string().optional(),
        sal: z.string().optional(),
        sql: z.string().optional(),
        opportunity: z.string().optional(),
      })
      .default({}),
    score: z.looseObject({
      fit: dimension.default(absentDimension),
      engagement: dimension.default(absentDimension),
      intent: dimension.default(absentDimension),
    }),
    disqualify: z
      .array(z.looseObject({ id, says, when: conditionIn(evidence) }))
      .max(500)
      .default([]),
    tiers: z.array(z.looseObject({ id, from: z.number(), followUp: businessDuration.optional() })).max(100),
    handoff: z.looseObject({
      tier: name,
      requires: conditionIn(decision),
      hysteresis: z.number().min(0).default(0),
      again: duration.optional(),
    }),
    routing: z.looseObject({
      rules: z
        .array(z.looseObject({ id, when: conditionIn(decision), to: personOrTeam }))
        .max(1000)
        .default([]),
      fallback: z.looseObject({ person }),
      keepOwner: z.boolean().default(false),
    }),
    hours: hoursSchema,
    escalate: z
      .array(
        z.looseObject({
          at: percentage,
          tell: z.union([z.literal('owner'), personOrTeam], 'not_a_recipient').optional(),
          reassign: z.boolean().default(false),
        }),
      )
      .max(50)
      .default([]),
    commitments: commitments.default({ marketing: {}, sales: {} }),
    review: z
      .looseObject({ every: z.enum(['month', 'quarter', 'half_year', 'year', 'never']).default('quarter') })
      .default({ every: 'quarter' }),
    rejections: z
      .array(z.looseObject({ id, says, blames: z.array(name).max(200).default([]) }))
      .max(200)
      .default([]),
    signatures: z
      .array(
        z.looseObject({
          party: z.enum(['marketing', 'sales']),
          by: email,
          hash: z.string().optional(),
          at: z.string().optional(),
        }),
      )
      .max(50)
      .default([]),
  });
}

const anybody = { has: () => true };
const nothing = () => undefined;

/** The published shape, in which a condition is whatever it is: for a JSON Schema. */
export const agreementSchema = createAgreementSchema({
  evidence: nothing,
  decision: nothing,
  people: anybody,
  teams: anybody,
});

/** An agreement as it runs: every default filled in, every condition parsed. */
export type Agreement = z.infer<typeof agreementSchema>;
export type Tier = Agreement['tiers'][number];
export type Escalation = Agreement['escalate'][number];
export type Hours = Agreement['hours'];
export type DimensionId = 'fit' | 'engagement' | 'intent';
export type DimensionRules = Agreement['score']['fit'];
export type BehaviourRule = DimensionRules['behaviours'][number];
