// Which destinations want to know of an event, and in which form each is told.
import type { Destination, EventType } from '@baton/workspace';
import type { Documents } from './documents.ts';
import type { Parcel } from './outbox.ts';

/** The destinations that asked for this event and this tier; disabled ones are left out. */
export function destinationsFor(documents: Documents, type: EventType, tier: string | null): Destination[] {
  return documents
    .all()
    .destinations.filter(({ destination, disabledAt }) => {
      if (disabledAt !== null) return false;
      if (!(destination.on ?? ['lead.handed_off']).includes(type)) return false;
      const tiers = destination.tiers ?? [];
      return tiers.length === 0 || (tier !== null && tiers.includes(tier));
    })
    .map(({ destination }) => destination);
}

/** One event for one destination; null where its kind has no channel on this host. */
export function parcelFor(
  destination: Destination,
  type: EventType,
  about: Pick<Parcel, 'lead' | 'handoff' | 'submission'>,
  event: () => string,
  mail: () => string,
): Parcel | null {
  const common = { type, destination: destination.id, ...about };
  switch (destination.kind) {
    case 'webhook':
      return { ...common, channel: 'webhook', target: destination.url, body: event };
    case 'email':
      return { ...common, channel: 'email', target: destination.to, body: mail };
    case 'slack':
    case 'teams':
      return null;
  }
}
