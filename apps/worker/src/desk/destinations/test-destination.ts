// An example for a destination, so that whoever set it up sees it arrive: sent once, outside the outbox, and told apart
// from what is real by everybody who reads it. What the other side answers is never kept.
import type { Failure } from '../../channels/channel.ts';
import { mailBody } from '../../notify/mail-message.ts';
import type { Notice } from '../../notify/notice.ts';
import { slackMessage } from '../../notify/slack-message.ts';
import { teamsMessage } from '../../notify/teams-message.ts';
import type { Context } from '../context.ts';
import type { StoredDestination } from '../documents.ts';
import { countedBefore, countOne } from '../limits.ts';
import { secretsAt } from './secrets.ts';
import { targetOf } from './target-of.ts';

const mostAnHour = 60;
const counted = { form: '', of: 'destination test' };

export type TestResult =
  | {
      readonly kind: 'tried';
      readonly ok: boolean;
      readonly status: number | null;
      readonly error: Failure['code'] | null;
      readonly milliseconds: number;
    }
  | { readonly kind: 'too_many' };

/** @param asker who wants it, by name, for people who read it */
export async function tryOut(
  context: Context,
  stored: StoredDestination,
  asker: string,
): Promise<TestResult> {
  const { parts } = context;
  const { destination } = stored;
  const now = parts.now();
  const isTooMany = parts.sql.transaction(() => {
    if (countedBefore(parts.sql, counted, now) >= mostAnHour) return true;
    countOne(context, counted, now);
    return false;
  });
  if (isTooMany) return { kind: 'too_many' };
  const result = await parts.channels[destination.kind].send({
    id: parts.ids.next('msg', now),
    target: targetOf(destination),
    body: bodies[destination.kind](destination.id, asker, now),
    secrets: secretsAt(stored, now),
    createdAt: now,
    now,
  });
  if (result.ok) noteTested(context, now);
  return {
    kind: 'tried',
    ok: result.ok,
    status: result.status,
    error: result.ok ? null : result.code,
    milliseconds: Math.max(0, parts.now() - now),
  };
}

/** That any of them was ever reached. */
function noteTested({ parts }: Context, now: number): void {
  parts.sql.run(
    `INSERT INTO facts (key, value) VALUES ('destination_tested_at', ?) ON CONFLICT DO NOTHING`,
    String(now),
  );
}

type Body = (destination: string, asker: string, now: number) => string;

const bodies: Readonly<Record<StoredDestination['destination']['kind'], Body>> = {
  webhook: (destination, asker, now) =>
    JSON.stringify({
      type: 'baton.test',
      timestamp: new Date(now).toISOString(),
      data: { destination, by: asker },
    }),
  email: (_, asker) => mailBody(exampleNotice(asker)),
  slack: (_, asker) => slackMessage(exampleNotice(asker)),
  teams: (_, asker) => teamsMessage(exampleNotice(asker)),
};

function exampleNotice(asker: string): Notice {
  return {
    subject: 'A test from Baton: this is where leads will come',
    preview: 'Nothing is to be done.',
    kicker: 'Test · nothing is to be done',
    title: 'Ada Example',
    subtitle: 'Example Engines',
    email: 'ada@example.com',
    phone: null,
    says: `${asker} asked for this to see whether it arrives. Leads will look like this.`,
    until: null,
    score: {
      total: 62,
      dimensions: [
        { label: 'Fit', points: 40, max: 60 },
        { label: 'Engagement', points: 7, max: 25 },
        { label: 'Intent', points: 15, max: 40 },
      ],
      reasons: [
        { says: 'An example of a reason', points: 40 },
        { says: 'Another one', points: 15 },
        { says: 'A third', points: 7 },
      ],
      others: 0,
    },
    sections: [],
    actions: [],
    footer: ['A test: there is no such lead.'],
    inReplyTo: null,
  };
}
