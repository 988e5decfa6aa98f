// What every shared number is: something counted over the facts of a period, with how it is counted in words, so that
// both teams mean the same. Each says which leads or handoffs it looks at and by which instant they belong to a period;
// finding them is done in one place for all. Each knows what speaks for and against.
import type { Agreement, BusinessHours } from '@baton/agreement';
import type { Facts } from '../facts.ts';
import type { Period } from '../period.ts';
import type { Selection } from '../selection.ts';

export const numberIds = [
  'acceptance',
  'follow_up',
  'first_touch',
  'opportunity_rate',
  'volume',
  'breaches',
  'cycle',
] as const;

export type NumberId = (typeof numberIds)[number];

/** What a value is of: 0…1, minutes, days, or so many. */
export const numberUnits = ['share', 'minutes', 'days', 'count'] as const;

export type Counting = {
  readonly facts: Facts;
  /** Whether the leads of the facts are companies. */
  readonly by: 'lead' | 'company';
  readonly selection: Selection;
  /** What both teams have promised; null without an agreement. */
  readonly agreement: Agreement | null;
  /** When somebody is there; null without an agreement. */
  readonly hours: BusinessHours | null;
};

export type Counted = {
  /** Null of nothing. */
  readonly value: number | null;
  /** How many it was made from. */
  readonly of: number;
  /** Of shares: where it lies with 95%. */
  readonly interval: readonly [number, number] | null;
};

/** What is said beside a number: minutes, a share, leads, days. */
export const besideIds = ['p90', 'within_hours', 'too_young', 'old_enough'] as const;

export type Beside = { readonly id: (typeof besideIds)[number]; readonly value: number | null };

export const partIds = ['source', 'reason', 'sourced', 'influenced', 'neither'] as const;

/** A number taken apart: by a word, which is empty where it is not known. */
export type Part = {
  readonly id: (typeof partIds)[number];
  readonly word: string;
  readonly value: number;
  /** How many it was made from. */
  readonly of: number;
};

/** What a number is held to. */
export type Target = {
  readonly value: number;
  /** Whether the agreement promises it; else it is what good teams reach. */
  readonly promised: boolean;
};

/** What one place does to the number. */
export type Speaks = {
  readonly speaks: 'for' | 'against' | 'neither';
  /** In a few words. */
  readonly says: string;
};

export type SharedNumber = {
  readonly id: NumberId;
  readonly title: string;
  readonly unit: (typeof numberUnits)[number];
  /** What is counted, in a sentence or two. */
  readonly definition: string;
  readonly formula: string;
  readonly better: 'more' | 'less';
  /** What its places are places of. */
  readonly of: 'leads' | 'handoffs';
  /** The instant by which a place belongs to a period. */
  readonly when: (facts: Facts) => Float64Array;
  /** Whether a place of the period counts; places that are merely told of count too, `count` leaves them out. */
  readonly meant: (counting: Counting) => (place: number) => boolean;
  readonly count: (counting: Counting, places: readonly number[]) => Counted;
  readonly beside?: (counting: Counting, places: readonly number[]) => readonly Beside[];
  readonly parts?: (counting: Counting, places: readonly number[]) => readonly Part[];
  /** What was promised of it for a period; null: nothing. */
  readonly target: (agreement: Agreement | null, period: Period) => Target | null;
  readonly speaks: (counting: Counting) => (place: number) => Speaks;
};

export const nothing: Counted = { value: null, of: 0, interval: null };
