// What every shared number is: something counted over the facts of a period, with how it is counted in words, so that
// both teams mean the same. Each is a pass over columns; each knows the leads behind it.
import type { Agreement } from '@baton/agreement';
import type { Facts } from '../facts.ts';
import type { Selection } from '../selection.ts';

export const numberIds = ['acceptance'] as const;

export type NumberId = (typeof numberIds)[number];

/** What a value is of: 0…1, minutes, days, or so many. */
type Unit = 'share' | 'minutes' | 'days' | 'count';

/** The first instant and the one after the last; epoch ms. */
export type Span = { readonly start: number; readonly end: number };

export type Counting = {
  readonly facts: Facts;
  readonly selection: Selection;
  /** What both teams have promised; null without an agreement. */
  readonly agreement: Agreement | null;
};

export type Counted = {
  /** Null of nothing. */
  readonly value: number | null;
  /** How many it was made from. */
  readonly of: number;
  /** Of shares: where it lies with 95%. */
  readonly interval: readonly [number, number] | null;
};

export type SharedNumber = {
  readonly id: NumberId;
  readonly title: string;
  readonly unit: Unit;
  /** What is counted, in a sentence or two. */
  readonly definition: string;
  readonly formula: string;
  /** Whether more is better. */
  readonly better: 'more' | 'less';
  readonly count: (counting: Counting, span: Span) => Counted;
  /** What was promised of it for a span; null: nothing. */
  readonly target: (counting: Counting, span: Span) => number | null;
  /** The places of the leads behind it, those that speak against it first. */
  readonly leads: (counting: Counting, span: Span) => readonly number[];
};
