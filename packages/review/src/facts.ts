// What the review counts, as columns: one place for each lead, one for each handoff. Numbers of a hundred thousand leads
// are passes over a few of them. Instants are epoch milliseconds; NaN says never, or not known. Texts are codes into a
// list of words, in which 0 is not known.
import type { LeadStep } from './lead-steps.ts';

/** By what leads can be told apart. `version` is `form@version`, `account` the list its company is on. */
export const dimensions = [
  'form',
  'version',
  'source',
  'medium',
  'campaign',
  'tier',
  'person',
  'country',
  'account',
  'company',
] as const;

export type Dimension = (typeof dimensions)[number];

/** The words of a kind; place 0 is the empty text: not known. */
export type Words = readonly string[];

export type LeadFacts = {
  readonly count: number;
  /** The lead's row in storage. */
  readonly row: Float64Array;
  readonly createdAt: Float64Array;
  /** When each step was taken first. */
  readonly at: Readonly<Record<LeadStep, Float64Array>>;
  readonly lostAt: Float64Array;
  readonly rejectedAt: Float64Array;
  /** When somebody first sent a form of a website or did something there that the agreement gives a meaning. */
  readonly marketingAt: Float64Array;
  /** 1: every step's own instant was told, so that days between them say something. */
  readonly dated: Uint8Array;
  /** What the deal is worth, as sales said last, in `currency`. */
  readonly amount: Float64Array;
  readonly currency: Int32Array;
  /** The score as it stands. */
  readonly total: Float64Array;
  /** `tier` is that of the first handoff, else the present one; `person` is the present owner. */
  readonly of: Readonly<Record<Dimension, Int32Array>>;
  /** The touches of lead `i` are those from `touchesFrom[i]` until `touchesFrom[i + 1]`, in the order of time. */
  readonly touchesFrom: Int32Array;
};

export type HandoffFacts = {
  readonly count: number;
  readonly row: Float64Array;
  /** The place of its lead. */
  readonly lead: Int32Array;
  readonly at: Float64Array;
  readonly deliveredAt: Float64Array;
  /** The deadline in force, counted from delivery; before there is one, none. */
  readonly deadline: Float64Array;
  readonly touchedAt: Float64Array;
  readonly verdictAt: Float64Array;
  /** 0: none yet, 1: accepted, 2: rejected. */
  readonly verdict: Uint8Array;
  /** When it was passed on to somebody else. */
  readonly endedAt: Float64Array;
  readonly breachedAt: Float64Array;
  /** 1: it came from somebody else, so the lead had crossed before. */
  readonly passed: Uint8Array;
  /** 1: by it the lead crossed the threshold; 0: it was passed on, or gave way when two leads became one. */
  readonly crossed: Uint8Array;
  readonly total: Float64Array;
  readonly agreement: Int32Array;
  readonly person: Int32Array;
  readonly tier: Int32Array;
  readonly reason: Int32Array;
  readonly breachReason: Int32Array;
  /** What gave handoff `i` points are the rules and behaviours from `rulesFrom[i]` until `rulesFrom[i + 1]`. */
  readonly rulesFrom: Int32Array;
  readonly rules: Int32Array;
  /** In the same way: what the reason of its rejection blamed when it was given. */
  readonly blamesFrom: Int32Array;
  readonly blames: Int32Array;
};

/** How somebody came to the website. */
export type TouchFacts = {
  readonly count: number;
  readonly at: Float64Array;
  readonly source: Int32Array;
  readonly medium: Int32Array;
  readonly campaign: Int32Array;
};

export type Vocabulary = Dimension | 'currency' | 'reason' | 'breachReason' | 'rule';

export type Facts = {
  /** When they were read. */
  readonly asOf: number;
  readonly leads: LeadFacts;
  readonly handoffs: HandoffFacts;
  readonly touches: TouchFacts;
  readonly words: Readonly<Record<Vocabulary, Words>>;
  /** What each rule was called on a handoff. */
  readonly ruleSays: Words;
};

export type GivenTouch = {
  readonly at: number;
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
};

export type GivenHandoff = {
  readonly row: number;
  readonly at: number;
  readonly deliveredAt: number | null;
  readonly deadline: number | null;
  readonly touchedAt: number | null;
  readonly verdict: 'accepted' | 'rejected' | null;
  readonly verdictAt: number | null;
  readonly endedAt: number | null;
  readonly breachedAt: number | null;
  readonly isPassed: boolean;
  readonly isCrossing: boolean;
  readonly total: number;
  readonly agreement: number;
  readonly owner: string;
  readonly tier: string;
  readonly reason: string | null;
  readonly breachReason: string | null;
  /** What gave it points. */
  readonly rules: readonly GivenRule[];
  readonly blames: readonly string[];
};

/** A rule or behaviour of the agreement. */
export type GivenRule = { readonly id: string; readonly says: string };

export type GivenLead = {
  readonly row: number;
  readonly createdAt: number;
  readonly at: Readonly<Record<LeadStep, number | null>>;
  readonly lostAt: number | null;
  readonly rejectedAt: number | null;
  readonly marketingAt: number | null;
  readonly isDated: boolean;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly total: number | null;
  readonly of: Readonly<Record<Exclude<Dimension, 'tier' | 'person'>, string | null>>;
  /** The present ones. */
  readonly tier: string | null;
  readonly owner: string | null;
  /** In the order of time. */
  readonly handoffs: readonly GivenHandoff[];
  readonly touches: readonly GivenTouch[];
};

/** The form of leads that had been there before Baton was. */
const pastForm = 'origin:history';

/** Whether a lead was brought in with its past: nobody here was told of it, or could have answered. */
export function pastOf({ leads, words }: Facts): (place: number) => boolean {
  const code = words.form.indexOf(pastForm);
  return (place) => code !== -1 && leads.of.form[place] === code;
}

/** One for each dimension. */
export function byDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return {
    form: make('form'),
    version: make('version'),
    source: make('source'),
    medium: make('medium'),
    campaign: make('campaign'),
    tier: make('tier'),
    person: make('person'),
    country: make('country'),
    account: make('account'),
    company: make('company'),
  };
}

/** One for each kind of word. */
export function byVocabulary<T>(make: (vocabulary: Vocabulary) => T): Record<Vocabulary, T> {
  return {
    ...byDimension<T>(make),
    currency: make('currency'),
    reason: make('reason'),
    breachReason: make('breachReason'),
    rule: make('rule'),
  };
}
