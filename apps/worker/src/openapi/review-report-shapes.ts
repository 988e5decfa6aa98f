// What the API tells of the weekly report.
import { numberIds } from '@baton/review';
import { contributingDimensions, sampleKinds } from '@baton/review/report';
import * as z from 'zod';
import { agendaKinds } from '../desk/reports/agenda-kinds.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();

const counted = () => ({
  value: z.number().nullable(),
  of: z.int(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});

export const reviewReportShape = named('ReviewReport', () =>
  z.strictObject({
    asOf: instant(),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
    week: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    leads: z.int().describe('Leads that came in the week.'),
    numbers: z.array(
      z.strictObject({
        id: z.enum(numberIds),
        value: z.number().nullable(),
        of: z.int(),
        target: z.strictObject({ value: z.number(), promised: z.boolean() }).nullable(),
        before: z.strictObject(counted()).describe('Of the week before.'),
        says: z.string(),
        missed: z.boolean(),
      }),
    ),
    changes: z
      .array(
        z.strictObject({
          id: z.enum(numberIds),
          says: z.string(),
          contributions: z.array(
            z.strictObject({
              dimension: z.enum(contributingDimensions),
              word: z.string(),
              now: z.number().nullable().describe('The number without it.'),
              before: z.number().nullable(),
              of: z.number().describe('How much of the change goes with it.'),
            }),
          ),
          why: z.array(z.string()),
        }),
      )
      .describe('More than chance makes of so few.'),
    happened: z.array(z.strictObject({ at: instant(), says: z.string() })),
    alerts: z.array(z.strictObject({ title: z.string(), open: z.boolean() })),
    questions: z.array(
      z.strictObject({
        lead: z.string(),
        name: z.string(),
        to: z.string(),
        text: z.string(),
        at: instant(),
        late: z.boolean(),
      }),
    ),
    breaches: z.array(
      z.strictObject({
        says: z.string(),
        count: z.int(),
        isUnsaid: z.boolean().describe('Nobody has said why.'),
      }),
    ),
    sample: z
      .strictObject({
        month: z.string(),
        leads: z.array(
          z.strictObject({
            lead: z.string(),
            kind: z.enum(sampleKinds),
            name: z.string(),
            company: z.string(),
            says: z.string(),
          }),
        ),
      })
      .nullable()
      .describe('In the first report of a month.'),
    redefinition: z
      .strictObject({ dueAt: instant(), late: z.boolean() })
      .nullable()
      .describe('The agreement is to be looked at again, within two weeks or since a while.'),
    agenda: z
      .array(
        z.strictObject({
          kind: z.enum(agendaKinds),
          label: z.string(),
          says: z.string(),
          number: z.enum(numberIds).nullable().describe('Of a target: what missed it.'),
        }),
      )
      .describe('What there is to decide together, the gravest first.'),
  }),
);

export const reportSentShape = named('ReportSent', () =>
  z.strictObject({
    asOf: instant(),
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
    to: z.string(),
  }),
);
