// What the API tells of alerts.
import { suspectKinds, watched } from '@baton/review/alerts';
import * as z from 'zod';
import { reviewSettingsSchema } from '../desk/alerts/alert-settings.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const tally = () => ({ of: z.number(), hits: z.number() });
const days = () =>
  z.array(z.strictObject({ day: z.iso.date(), ...tally() })).describe('The last four weeks, UTC.');

const causes = () =>
  z
    .array(
      z.strictObject({
        kind: z.enum(['published', 'in_force']),
        version: z.int(),
        by: z.string(),
        note: z.string().nullable(),
        at: instant(),
      }),
    )
    .describe('What was published or came into force before it began, the latest first.');

const dropEvidence = () =>
  z.strictObject({
    kind: z.literal('drop'),
    from: z.iso.date(),
    to: z.iso.date(),
    since: z.iso.date().describe('About when it began.'),
    now: z.strictObject(tally()),
    before: z.strictObject(tally()).describe('The same weekdays of the eight weeks before.'),
    expected: z.number().describe('What would have come.'),
    fall: z.number().describe('0…1: how much lower the rate is.'),
    root: z.number().describe('Root of the likelihood ratio, after days that differ by themselves.'),
    parts: z
      .array(
        z.strictObject({
          kind: z.enum(suspectKinds),
          word: z.string(),
          name: z.string(),
          before: z.strictObject(tally()),
          now: z.strictObject(tally()),
          missing: z.number(),
          isSuspect: z.boolean(),
        }),
      )
      .describe('The suspects first.'),
    causes: causes(),
    fields: z
      .array(z.strictObject({ label: z.string(), isNew: z.boolean() }))
      .describe('Of the step that is suspected; new or required since the last version first.'),
    days: days(),
  });

const silenceEvidence = () =>
  z.strictObject({
    kind: z.literal('silence'),
    since: instant().describe('The last lead.'),
    expected: z.number().describe('Leads that would usually have come.'),
    limit: z.number().describe('As many as it takes.'),
    views: z.int(),
    starts: z.int(),
    causes: causes(),
    days: days(),
  });

export const reviewAlertsShape = named('ReviewAlerts', () =>
  z.strictObject({
    alerts: z
      .array(
        z.strictObject({
          id: z.string(),
          form: z.string(),
          formName: z.string(),
          what: z.enum(watched),
          title: z.string(),
          says: z.array(z.string()),
          openedAt: instant(),
          toldAt: instant().nullable(),
          closedAt: instant().nullable(),
          closedWhy: z.enum(['recovered', 'settled', 'gone']).nullable(),
          muted: z.boolean(),
          evidence: z.discriminatedUnion('kind', [dropEvidence(), silenceEvidence()]),
        }),
      )
      .describe('Open ones first, the latest first.'),
    mutes: z.array(
      z.strictObject({
        form: z.string().describe('`*`: any form.'),
        formName: z.string().nullable(),
        what: z.enum([...watched, '*']).describe('`*`: anything.'),
        until: instant().nullable().describe('Null: for ever.'),
        by: z.string(),
        at: instant(),
      }),
    ),
    settings: reviewSettingsSchema,
    mail: z.boolean().describe('Whether mail can be sent at all.'),
    watching: z
      .boolean()
      .describe('Whether forms are looked at every hour: from a day after the first submission.'),
  }),
);
