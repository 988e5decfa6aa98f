// Which destinations want to know of an event, and in which form each is told.
import type { Destination, EventType } from '@baton/workspace';
import { mailBody } from '../notify/mail-message.ts';
import type { Notice } from '../notify/notice.ts';
import { slackMessage } from '../notify/slack-message.ts';
import { teamsMessage } from '../notify/teams-message.ts';
import { targetOf } from './destinations/target-of.ts';
import type { Documents } from './documents.ts';
import type { Parcel } from './outbox.ts';

/** The destinations that asked for this event and this tier; disabled ones are left out. */
export function destinationsFor(documents: Documents, type: EventType, tier: string | null): Destination[] {
  return documents
    .all()
    .destinations.filter(({ destination, disabledAt }) => {
      if (disabledAt !== null) return false;
      if (!(destination.on ?? ['lead.handed_off']).includes(type)) return false;
      // What is about no lead is about no tier.
      const tiers = type === 'review.alert' ? [] : (destination.tiers ?? []);
      return tiers.length === 0 || (tier !== null && tiers.includes(tier));
    })
    .map(({ destination }) => destination);
}

/** One event in both of its forms: as data for programs, and as words for people. */
export type Telling = { readonly event: () => string; readonly notice: () => Notice };

const bodies: Readonly<Record<Destination['kind'], (telling: Telling) => string>> = {
  webhook: ({ event }) => event(),
  email: ({ notice }) => mailBody(notice()),
  slack: ({ notice }) => slackMessage(notice()),
  teams: ({ notice }) => teamsMessage(notice()),
};

/** One event for one destination. */
export function parcelFor(
  destination: Destination,
  type: EventType,
  about: Pick<Parcel, 'lead' | 'handoff' | 'submission'>,
  telling: Telling,
): Parcel {
  return {
    type,
    destination: destination.id,
    ...about,
    channel: destination.kind,
    target: targetOf(destination),
    body: () => bodies[destination.kind](telling),
  };
}
