// The shape of an agreement, key by key: types and single values. What only holds between parts (ids that must
// exist, tiers that must cover every score) is for check-agreement.ts to say. Unknown keys are kept.
import type { Condition } from '@baton/rules';
import * as z from 'zod';
import { isBusinessDuration, isDuration } from './duration.ts';

z.config({ jitless: true });

// With points beyond this, sums would leave the whole numbers that a double holds exactly.
const most = 1_000_000;

const coded = (code: string) => ({ params: { code } });
const text = z.string().trim().min(1, 'required').max(2000);
const id = z
  .string()
  .trim()
  .min(1, 'required')
  .max(100)
  .refine((value) => !['__proto__', 'constructor', 'prototype'].includes(value), coded('reserved_id'));
const reference = z.string().trim().min(1, 'required');
const email = z.string().trim().toLowerCase().min(1, 'required');
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
const day = z.iso.date('not_a_date');
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'not_a_time');
const closing = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time');

// Any value passes here: check-agreement.ts parses it with the vocabulary of its place and puts the result back.
const condition = () => z.custom<Condition>().default(null);

const scoreRule = z.looseObject({ id, says: text, points: whole, when: condition() });

const behaviour = z.looseObject({
  id,
  says: text,
  match: z.looseObject({ path: text.optional(), event: text.optional() }),
  points: whole,
  atMost: positive.optional(),
});

const dimension = z.looseObject({
  max: whole.min(0),
  halfLifeDays: positive.optional(),
  rules: z.array(scoreRule).max(2000).default([]),
  behaviours: z.array(behaviour).max(500).default([]),
});
const noDimension = () => ({ max: 0, rules: [], behaviours: [] });

const personOrTeam = z.looseObject({ person: email.optional(), team: reference.optional() });

const openings = z
  .array(z.tuple([time, closing]))
  .max(48)
  .default([]);

const escalation = z.looseObject({
  at: z
    .string()
    .trim()
    .regex(/^\d{1,4}(?:\.\d{1,2})?%$/, 'not_a_percentage'),
  tell: z.union([z.literal('owner'), personOrTeam], 'not_a_recipient').optional(),
  reassign: z.boolean().default(false),
});

export const agreementSchema = z.looseObject({
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
    fit: dimension.default(noDimension),
    engagement: dimension.default(noDimension),
    intent: dimension.default(noDimension),
  }),
  disqualify: z
    .array(z.looseObject({ id, says: text, when: condition() }))
    .max(500)
    .default([]),
  tiers: z.array(z.looseObject({ id, from: z.number(), followUp: businessDuration.optional() })).max(100),
  handoff: z.looseObject({
    tier: reference,
    requires: condition(),
    hysteresis: z.number().min(0).default(0),
    again: duration.optional(),
  }),
  routing: z.looseObject({
    rules: z
      .array(z.looseObject({ id, when: condition(), to: personOrTeam }))
      .max(1000)
      .default([]),
    fallback: z.looseObject({ person: email }),
    keepOwner: z.boolean().default(false),
  }),
  hours: z.looseObject({
    timeZone: z.string(),
    week: z.looseObject({
      mon: openings,
      tue: openings,
      wed: openings,
      thu: openings,
      fri: openings,
      sat: openings,
      sun: openings,
    }),
    holidays: z.array(day).max(5000).default([]),
  }),
  escalate: z.array(escalation).max(50).default([]),
  commitments: z
    .looseObject({
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
        })
        .default({}),
    })
    .default({ marketing: {}, sales: {} }),
  rejections: z
    .array(z.looseObject({ id, says: text, blames: z.array(reference).max(200).default([]) }))
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

/** An agreement as it runs: every default filled in, every condition parsed. */
export type Agreement = z.infer<typeof agreementSchema>;
export type Tier = Agreement['tiers'][number];
export type Escalation = Agreement['escalate'][number];
export type Hours = Agreement['hours'];
export type DimensionId = 'fit' | 'engagement' | 'intent';
export type DimensionRules = Agreement['score']['fit'];
export type BehaviourRule = DimensionRules['behaviours'][number];
