// Where a past lead stands today. What is over stays so. What was still open is with somebody only where that is one of the
// workspace's people: a lead that nobody here has would otherwise count as in hand, and never be handed off again.
import type { Person, Stage } from '@baton/agreement';
import type { PastChange } from './past-life.ts';
import type { PastLead } from './row-reader.ts';

export type PastEnd = {
  readonly stage: Stage;
  readonly owner: string | null;
  readonly everHandedOff: boolean;
  /** As for the next handoff: rejected, or lost in sales' hands. */
  readonly rejectedAt: number | null;
  readonly contactedAt: number | null;
  readonly isOver: boolean;
  /** Steps that follow from whose it is not. */
  readonly after: readonly PastChange[];
  readonly lastAt: number;
};

export function endOf(
  { life, owner }: Pick<PastLead, 'life' | 'owner'>,
  people: ReadonlyMap<string, Pick<Person, 'email'>>,
): PastEnd {
  const { end, handoff, lastAt, changes } = life;
  const known = owner !== null && people.has(owner) ? owner : null;
  const contactedAt = changes.find(({ stage }) => stage === 'contacted')?.at ?? null;
  const free = { owner: null, everHandedOff: false, rejectedAt: null, contactedAt: null, isOver: false };
  const verdict = handoff?.verdict ?? null;
  switch (end) {
    case 'lead':
      return { ...free, stage: 'lead', after: [], lastAt };
    case 'rejected':
      return {
        ...free,
        stage: 'lead',
        everHandedOff: true,
        rejectedAt: verdict?.at ?? lastAt,
        owner: known,
        after: [],
        lastAt,
      };
    case 'won':
    case 'lost':
      return {
        stage: end,
        owner: known,
        everHandedOff: handoff !== null,
        // Nobody had it who could have been given it too early.
        rejectedAt: end === 'lost' && handoff !== null ? lastAt : null,
        contactedAt,
        isOver: true,
        after: [],
        lastAt,
      };
    case 'handed_off':
    case 'accepted':
    case 'contacted':
    case 'sql':
    case 'opportunity': {
      const stage = end === 'contacted' || end === 'accepted' ? 'sal' : end;
      if (known !== null && stage !== 'handed_off')
        return {
          stage,
          owner: known,
          everHandedOff: true,
          rejectedAt: null,
          contactedAt,
          isOver: false,
          after: [],
          lastAt,
        };
      return {
        ...free,
        stage: 'lead',
        after: [{ stage: 'lead', at: lastAt + 1, dated: false }],
        lastAt: lastAt + 1,
      };
    }
  }
}
