// What is said of a version: its state, who signed, when.
import type { AgreementVersion } from '@baton/worker/api-types';
import type { Tone } from '../parts/state.tsx';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

export function dayOf(instant: string | null): string {
  return instant === null ? '—' : day.format(new Date(instant));
}

export function momentOf(instant: string): string {
  return moment.format(new Date(instant));
}

type State = AgreementVersion['state'];

export const stateNames: Readonly<Record<State, string>> = {
  proposed: 'Proposed',
  in_force: 'In force',
  replaced: 'Replaced',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
};

export const stateTones: Readonly<Record<State, Tone>> = {
  proposed: 'accent',
  in_force: 'good',
  replaced: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export const sideNames = { marketing: 'Marketing', sales: 'Sales' } as const;

export type Side = keyof typeof sideNames;

export const bothSides: readonly Side[] = ['marketing', 'sales'];

type Summary = Pick<AgreementVersion, 'state' | 'inForceAt' | 'replacedAt' | 'expiresAt' | 'ended'>;

type End = NonNullable<AgreementVersion['ended']>;

const endings: Readonly<Record<End['why'], (end: End) => string>> = {
  withdrawn: ({ at, name }) => `Taken back on ${dayOf(at)} by ${name}.`,
  answered: ({ at, name }) => `Answered by another proposal on ${dayOf(at)} by ${name}.`,
  outdated: ({ at }) => `Outdated: another version came into force on ${dayOf(at)}.`,
  expired: ({ at }) => `It could be signed until ${dayOf(at)}, and was not by both.`,
};

/** What became of it, in a sentence. */
export function lifeInWords({ state, inForceAt, replacedAt, expiresAt, ended }: Summary): string {
  if (state === 'in_force') return `In force since ${dayOf(inForceAt)}.`;
  if (state === 'replaced') return `In force from ${dayOf(inForceAt)} to ${dayOf(replacedAt)}.`;
  if (state === 'proposed') {
    return expiresAt === null ? 'It can be signed.' : `It can be signed until ${dayOf(expiresAt)}.`;
  }
  return ended === null ? `${stateNames[state]}.` : endings[ended.why](ended);
}

/** The sides whose signature is missing. */
export function unsignedSides({ signatures }: Pick<AgreementVersion, 'signatures'>): readonly Side[] {
  return bothSides.filter((side) => !signatures.some(({ party }) => party === side));
}

/** Whom a proposal waits for. Where both have signed and it is still one, a signer has lost the right to it. */
export function waitsInWords(version: Pick<AgreementVersion, 'signatures'>): string {
  const sides = unsignedSides(version);
  return sides.length === 0 ? 'A signature does not count any more' : `Waits for ${sides.join(' and ')}`;
}

/** What signatures do, or did, for a version. */
export function signingInWords({ state }: Pick<AgreementVersion, 'state'>): string {
  switch (state) {
    case 'proposed':
      return 'It is in force from the second in which both sides have signed.';
    case 'in_force':
      return 'Both sides have signed the same words.';
    case 'replaced':
      return 'Both sides had signed the same words.';
    case 'withdrawn':
    case 'expired':
      return 'It can no longer be signed.';
  }
}
