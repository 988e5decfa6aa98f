// What a calibration comes to: what a run has counted, what is answered of it, and what a draft is made of.
import type { DimensionId } from '@baton/agreement';
import type { CurvePoint, Interval, Ranked, ScoreCounts, Scorecard } from '@baton/calibration';
import type { Asked } from './calibration-run.ts';
import type { WonAmount } from './read-handoffs.ts';

/** What a run has counted. */
export type Gathered = {
  readonly now: number;
  readonly version: number;
  /** ms; null: nothing has to be waited for, or too few have come there. */
  readonly usual: number | null;
  readonly leads: {
    readonly known: number;
    readonly hits: number;
    readonly open: number;
    readonly young: number;
  };
  readonly sampled: { readonly taken: number; readonly of: number } | null;
  readonly weeks: number;
  /** One lead in so many was read. */
  readonly every: number;
  readonly known: ScoreCounts;
  readonly volume: ReadonlyMap<number, number>;
  readonly draftVolume: ReadonlyMap<number, number>;
  readonly today: ReadonlyMap<string, { readonly leads: number; readonly hits: number }>;
  readonly amounts: readonly WonAmount[];
  readonly wonOfHits: { readonly of: number; readonly won: number };
};

type Value = { readonly low: number; readonly middle: number; readonly high: number } | null;
export type ValuedPoint = CurvePoint & { readonly value: Value };

export type TodayRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
  /** Of the leads whose outcome is known, those whom it gave points, and how many of them had the outcome. */
  readonly leads: number;
  readonly hits: number;
};

export type ProposedRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly kind: 'rule' | 'behaviour';
  /** Of a behaviour: each time. */
  readonly points: number;
  readonly atMost: number | null;
  readonly interval: Interval;
  /** What it gives today; of a behaviour, each time. */
  readonly present: number;
  readonly presentAtMost: number | null;
  readonly leads: number;
  readonly hits: number;
  /** How many times the share of all leads. */
  readonly lift: number;
};

export type Proposal =
  | {
      readonly kind: 'too_few';
      readonly hits: number;
      readonly others: number;
      readonly least: { readonly each: number; readonly all: number };
    }
  | { readonly kind: 'no_evidence'; readonly heldBack: Ranked; readonly drift: Drift | null }
  | {
      readonly kind: 'card';
      readonly rules: readonly ProposedRule[];
      /** False: only what people did tells them apart, and by that alone nobody is handed over. */
      readonly grounded: boolean;
      readonly best: number;
      readonly heldBack: Ranked;
      readonly curve: readonly ValuedPoint[];
      readonly drift: Drift | null;
    };

type Drift = {
  readonly before: number;
  readonly after: number;
  readonly apart: number;
  readonly hasMoved: boolean;
};

export type CalibrationView = {
  readonly outcome: Asked['outcome'];
  readonly at: string;
  /** The version that was in force. */
  readonly agreement: number;
  readonly leads: Gathered['leads'];
  readonly share: { readonly of: number; readonly interval: Interval } | null;
  /** Days from handoff to outcome, within which nine in ten come there. */
  readonly usualDays: number | null;
  readonly sampled: Gathered['sampled'];
  readonly weeks: number;
  readonly worth: {
    /** Null: nobody said it, and no won lead has an amount. */
    readonly from: 'asked' | 'won_leads' | null;
    readonly perWon: number | null;
    /** Of those who had the outcome, the share that was won; null: not known yet. */
    readonly wonShare: number | null;
    /** What a lead with the outcome is worth: both together. */
    readonly perHit: number | null;
    readonly currency: string | null;
    readonly cost: number;
  };
  readonly threshold: number;
  readonly curve: readonly ValuedPoint[];
  readonly rankedToday: { readonly auc: number; readonly interval: Interval | null } | null;
  readonly today: readonly TodayRule[];
  readonly proposal: Proposal;
};

export type CalibrationResult = {
  readonly view: CalibrationView;
  /** What a draft is made of; null: nothing is proposed. */
  readonly card: Scorecard | null;
};
