// How bad input is told: a code, where it stands, and what fills the sentence. Words are put to codes by the
// hosts, in the reader's language.

/** Where something stands in a document: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** One fault. `params` fill the sentence that a host shows for `code`. */
export type Issue = {
  readonly code: string;
  readonly path: Path;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** The outcome of reading untrusted input: the value, or every fault found in it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
