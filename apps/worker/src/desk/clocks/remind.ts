// Somebody is told that a deadline nears or has passed: the owner, a person or a whole team, each by mail, once.
import { clockNotice } from '../../notify/clock-notice.ts';
import { mailBody } from '../../notify/mail-message.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import type { HandoffRow } from '../handoffs.ts';
import { clockNews } from './clock-news.ts';
import type { PlannedStep } from './plan.ts';

export function remind(
  context: Context,
  handoff: HandoffRow,
  lead: Lead,
  { tell, percent }: PlannedStep,
  now: number,
): Posted[] {
  const { parts, outbox } = context;
  if (!parts.settings.mail || tell === null) return [];
  return readersOf(context, handoff, tell).map((email) => {
    const reader = { holder: `person:${email}`, percent, now };
    const body = (): string => mailBody(clockNotice(clockNews(context, handoff, lead, reader)));
    return outbox.post(
      {
        type: percent < 100 ? 'handoff.reminder' : 'handoff.breached',
        channel: 'email',
        destination: null,
        target: email,
        lead: lead.id,
        handoff: handoff.id,
        submission: null,
        body,
      },
      now,
    );
  });
}

/** E-mail addresses, each once. Who is no longer there is not written to. */
function readersOf({ documents }: Context, handoff: HandoffRow, tell: string): readonly string[] {
  if (tell === 'owner') return [handoff.owner];
  const { people, teams } = documents.all();
  const name = tell.slice(tell.indexOf(':') + 1);
  if (tell.startsWith('person:')) return people.has(name) ? [name] : [];
  return [...new Set(teams.get(name)?.members ?? [])].filter((email) => people.has(email));
}
