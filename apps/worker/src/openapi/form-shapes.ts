// Forms as the API shows them: drafts with what is wrong with them, and versions as they were published.
import * as z from 'zod';
import { named } from './operation.ts';
import { issueShape } from './refusals.ts';

const instant = () => z.iso.datetime();
const document = named('FormDocument', () =>
  z
    .looseObject({})
    .describe('A form as it was written, right or not yet; `/schemas/form.json` is its schema.'),
);

const scheduledShape = named('ScheduledPublishing', () =>
  z.strictObject({
    at: instant(),
    by: z.string().describe('As the audit names them.'),
    revision: z.int().positive(),
    note: z.string().nullable(),
  }),
);

export const draftShape = named('Draft', () =>
  z.strictObject({
    revision: z
      .int()
      .min(0)
      .describe('Counts each time the form is saved, for good; 0 where nothing was changed.'),
    base: z.int().positive().nullable().describe('The version it began from.'),
    document: document(),
    at: instant().nullable(),
    author: z.string().nullable(),
    issues: z.array(issueShape()).describe('What keeps it from being published.'),
    warnings: z.array(issueShape()).describe('What is worth a second look before.'),
    scheduled: scheduledShape().nullable().describe('When it becomes a version by itself.'),
    unscheduled: scheduledShape()
      .optional()
      .describe(
        'Only in the answer to a save: what was planned with the draft as it was, and is not any more.',
      ),
  }),
);

const numbers = () => ({
  views: z.int().min(0),
  starts: z.int().min(0),
  completions: z
    .int()
    .min(0)
    .describe('Sent and taken: not what was put aside, nor what somebody sent twice.'),
  qualified: z.int().min(0).describe('Of those: handed off, or of a lead that was in hand.'),
});

export const formNumbersShape = named('FormNumbers', () =>
  z.strictObject({
    from: z.iso.date(),
    to: z.iso.date().describe('Today, in UTC.'),
    versions: z
      .array(
        z.strictObject({
          version: z.int().positive(),
          ...numbers(),
          quarantined: z.int().min(0),
          steps: z
            .array(z.strictObject({ id: z.string(), title: z.string(), reached: z.int().min(0) }))
            .describe('The first is seen with the form; going back to one counts again.'),
        }),
      )
      .describe('Those that something happened with, and the current one; the latest first.'),
    days: z
      .array(z.strictObject({ day: z.iso.date(), ...numbers() }))
      .describe('Every day, the earliest first.'),
  }),
);

export const formListShape = named('FormList', () =>
  z.strictObject({
    forms: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        version: z.int().positive().nullable().describe('Null until it is published.'),
        publishedAt: instant().nullable(),
        draft: z
          .strictObject({
            revision: z.int().positive(),
            at: instant(),
            author: z.string(),
            scheduled: scheduledShape().nullable(),
          })
          .nullable()
          .describe('What is worked on.'),
        numbers: z.strictObject(numbers()).describe('Of today and the 29 days before, in UTC.'),
      }),
    ),
  }),
);

export const publishedShape = named('PublishedForm', () =>
  z.strictObject({
    version: z.int().min(0),
    changed: z.boolean().describe('False where nothing was to be published, or not yet.'),
    scheduled: scheduledShape()
      .nullable()
      .describe('When it becomes a version; `version` is the one until then.'),
    warnings: z.array(issueShape()),
  }),
);

export const versionListShape = named('VersionList', () =>
  z.strictObject({
    versions: z
      .array(
        z.strictObject({
          version: z.int().positive(),
          at: instant(),
          author: z.string().nullable(),
          note: z.string().nullable(),
          current: z.boolean(),
        }),
      )
      .describe('The latest first.'),
  }),
);

export const versionShape = named('FormVersion', () =>
  z.strictObject({ version: z.int().positive(), document: document() }),
);

const at = () => z.array(z.union([z.string(), z.number()]));

export const changesShape = named('FormChanges', () =>
  z.strictObject({
    changes: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('added'), path: at(), after: z.unknown() }),
        z.strictObject({ kind: z.literal('removed'), path: at(), before: z.unknown() }),
        z.strictObject({ kind: z.literal('changed'), path: at(), before: z.unknown(), after: z.unknown() }),
        z.strictObject({
          kind: z.literal('moved'),
          path: at(),
          from: z.string().optional().describe('The step where it was, if that is another one.'),
        }),
      ]),
    ),
  }),
);
