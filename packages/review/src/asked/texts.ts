// What people wrote, as the terms of each text: one to three words in a row that neither begin nor end with a word that
// says nothing. Terms that fewer than three people have written are not kept at all, so they can be shown nowhere.

/** Who wrote it: whoever filled in a form, or sales about them. */
export const textKinds = ['answer', 'note', 'rejection'] as const;

export type TextKind = (typeof textKinds)[number];

/** Terms of fewer people are shown nowhere. */
export const leastPeople = 3;

export type GivenText = {
  readonly kind: TextKind;
  /** The row it is kept in; of an answer, its submission's. */
  readonly row: number;
  /** Of an answer: the id of its field. */
  readonly field: string | null;
  readonly at: number;
  readonly text: string;
};

export type Texts = {
  readonly count: number;
  /** The row of the lead that each is from or about, ascending. */
  readonly lead: Float64Array;
  readonly kind: Uint8Array;
  readonly row: Float64Array;
  readonly at: Float64Array;
  /** Codes into `fields`. */
  readonly field: Int32Array;
  readonly fields: readonly string[];
  /** Somebody asks something in it. */
  readonly asks: Uint8Array;
  /** The terms of text `i`, each once, are those from `termsFrom[i]` until `termsFrom[i + 1]`. */
  readonly termsFrom: Int32Array;
  readonly terms: Int32Array;
  readonly words: readonly string[];
};
