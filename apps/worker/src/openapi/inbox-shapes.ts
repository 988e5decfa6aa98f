// What the API tells of the inbox.
import * as z from 'zod';
import { inboxViews } from '../desk/inbox/inbox-query.ts';
import { ledgerStates } from '../desk/ledger.ts';
import { stages } from './lead-shapes.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();

const inboxRowShape = named('InboxRow', () =>
  z.strictObject({
    id: z.string(),
    place: z.string().describe('Pass as `before` to go on after this row.'),
    name: z.string(),
    company: z.string(),
    email: z.string(),
    tier: z.string().nullable(),
    total: z.int().nullable().describe('Null while no agreement has judged it.'),
    stage: z.enum(stages),
    contacted: z.boolean(),
    rejected: z.boolean().describe('Sales has rejected it, and it was not handed over since.'),
    owner: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
    handoff: z
      .strictObject({
        id: z.string(),
        since: instant().describe('When its clock began.'),
        deadline: instant().nullable(),
        running: z.boolean().describe('The owner was told; before that nothing breaches.'),
      })
      .nullable()
      .describe('The one that waits for a verdict.'),
    source: z.string().nullable().describe('Of the latest visit: the campaign’s, else the website.'),
    forms: z.array(z.string()).describe('Those that were sent, by id, the first one first.'),
    state: z.enum(ledgerStates).nullable().describe('Of the latest submission.'),
    createdAt: instant(),
  }),
);

export const ownViewShape = named('InboxView', () =>
  z.strictObject({
    name: z.string().trim().min(1).max(40),
    search: z.string().max(1000).describe('The query of the inbox’s address.'),
  }),
);

export const inboxShape = named('Inbox', () =>
  z.strictObject({
    revision: z.string().describe('Pass as `since` to be told only whether something has changed.'),
    page: z
      .strictObject({
        rows: z.array(inboxRowShape()),
        more: z.boolean(),
        counts: z.record(z.enum(inboxViews), z.int()).describe('How many leads stand in each view.'),
        views: z.array(ownViewShape()).describe('What whoever asks has kept.'),
      })
      .nullable()
      .describe('Null: nothing has changed since.'),
  }),
);

export const keptViewsShape = named('InboxViews', () => z.strictObject({ views: z.array(ownViewShape()) }));

export const inboxChoicesShape = named('InboxChoices', () =>
  z.strictObject({
    people: z.array(
      z.strictObject({
        email: z.string(),
        name: z.string(),
        party: z.enum(['marketing', 'sales', 'admin']),
      }),
    ),
    teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    tiers: z.array(z.string()).describe('Of the agreement in force, the highest first.'),
    forms: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    sources: z.array(z.string()).describe('The most frequent first.'),
    rejections: z.array(z.strictObject({ id: z.string(), says: z.string() })),
  }),
);

export const companyShape = named('Company', () =>
  z.strictObject({
    name: z.string(),
    domain: z.string().nullable(),
    others: z.int().describe('How many leads there are besides this one.'),
    people: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          tier: z.string().nullable(),
          total: z.int().nullable(),
          stage: z.enum(stages),
          ownerName: z.string().nullable(),
        }),
      )
      .describe('The latest of them.'),
  }),
);
