// What happened to a lead, each event in a sentence. Pure.
import type { Timeline } from '@baton/worker/api-types';
import { stageNames, stateNames, tierName } from '../stage-words.ts';
import { causeInWords } from './cause-words.ts';

export type Event = Timeline['events'][number];

export type Told = {
  readonly says: string;
  readonly more?: string;
  readonly tone?: 'good' | 'bad' | 'accent';
};

export function inWords(event: Event): Told {
  switch (event.kind) {
    case 'visit':
      return withMore(`Visited ${event.page_path ?? event.url ?? 'the website'}`, visitSource(event));
    case 'behaviour':
      return event.path === null
        ? withMore(`Did “${event.event ?? ''}”`, event.elsewhere ? 'Told by another system' : null)
        : { says: `Saw ${event.path}` };
    case 'submission':
      return withMore(
        event.version === 0
          ? `Came by ${event.formName}`
          : `Sent ${event.formName}, version ${event.version}`,
        event.state === null ? null : stateNames[event.state],
      );
    case 'score':
      return {
        says: `Came to ${event.total} points: ${tierName(event.tier)}`,
        more: event.merged
          ? `${causeInWords(event)} · as the other lead, before they were merged`
          : causeInWords(event),
      };
    case 'handoff':
      return {
        says: `Handed to ${event.ownerName}: ${tierName(event.tier)}, ${event.total} points`,
        more: event.why,
        tone: 'accent',
      };
    case 'verdict':
      return {
        ...withMore(
          `${event.byName} ${event.verdict} it${event.reasonSays === null ? '' : `: ${event.reasonSays}`}`,
          event.note,
        ),
        tone: event.verdict === 'accepted' ? 'good' : 'bad',
      };
    case 'stage':
      return withMore(
        `${event.stage === 'contacted' ? 'Contacted' : stageNames[event.stage]} · ${event.byName}${event.corrected ? ', corrected' : ''}`,
        [
          event.amount === null ? null : `${event.amount.toLocaleString('en')} ${event.currency ?? ''}`,
          event.reason,
        ]
          .filter((one) => one !== null)
          .join(' · '),
      );
    case 'delivery':
      return {
        ...withMore(
          `${channelNames.get(event.channel) ?? event.channel} to ${event.to}: ${event.state}`,
          event.attempts > 1 ? `${event.attempts} tries` : null,
        ),
        ...(event.state === 'dead' ? { tone: 'bad' as const } : {}),
      };
    case 'note':
      return {
        says: `${event.note.authorName} ${event.note.to === null ? 'noted' : `asked ${event.note.to}`}`,
        more: event.note.text,
      };
    case 'answer':
      return { says: `${event.byName} answered`, more: event.text };
  }
}

const channelNames: ReadonlyMap<string, string> = new Map([
  ['email', 'E-mail'],
  ['webhook', 'Webhook'],
  ['slack', 'Slack'],
  ['teams', 'Teams'],
]);

function withMore(says: string, more: string | null): Told {
  return more === null || more === '' ? { says } : { says, more };
}

function visitSource(event: Extract<Event, { kind: 'visit' }>): string | null {
  const parts = [event.utm_source, event.utm_medium, event.utm_campaign].filter((one) => one !== null);
  return parts.length > 0 ? parts.join(' · ') : event.referrer_host;
}
