// What the API tells of the commitments.
import * as z from 'zod';
import { named } from './operation.ts';

const share = () => ({
  value: z.number().nullable().describe('The share that was kept; null of nothing.'),
  of: z.int(),
});

const inTime = () =>
  z.strictObject({
    promised: z.string().nullable().describe('A duration in business hours, as ISO 8601 writes it.'),
    ...share(),
    waiting: z.int().describe('Those that are open and still in time.'),
  });

const promisedShare = () => z.strictObject({ promised: z.number().nullable(), ...share() });

const asked = () => ({
  asOf: z.iso.datetime(),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
});

export const reviewCommitmentsShape = named('ReviewCommitments', () =>
  z.discriminatedUnion('promised', [
    z
      .strictObject({ ...asked(), promised: z.literal(false) })
      .describe('No agreement is in force: nobody has promised anything.'),
    z.strictObject({
      ...asked(),
      promised: z.literal(true),
      month: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
      marketing: z.strictObject({
        volume: z.strictObject({
          promised: z.number().nullable(),
          soFar: z.number(),
          due: z.number().nullable().describe('What the time until now has of the promise.'),
          projected: z
            .strictObject({ low: z.number(), middle: z.number(), high: z.number() })
            .nullable()
            .describe(
              'At the month’s end: nine times of ten it lies from low to high. Null: too early to say.',
            ),
        }),
        answers: inTime().describe('Questions that sales asked.'),
      }),
      sales: z.strictObject({
        followUp: promisedShare(),
        acceptance: promisedShare(),
        verdicts: inTime(),
        answers: inTime().describe('Questions that marketing asked.'),
      }),
      capacity: z.strictObject({
        takers: z.array(z.string()).describe('Whom the routing’s rules name, by address.'),
        days: z.array(
          z.strictObject({
            date: z.iso.date(),
            expected: z.number(),
            high: z.number().describe('Of twenty such days nineteen bring no more.'),
            capacity: z.number().nullable().describe('What these people can take; null: any number.'),
            away: z.array(z.string()),
            state: z.enum(['fine', 'tight', 'over']),
          }),
        ),
      }),
    }),
  ]),
);
