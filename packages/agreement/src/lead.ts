// What is known of a lead when it is judged. The Desk gathers it; nothing here is stored or looked up.

/** A path or an event, at an instant in epoch milliseconds. */
export type Occurrence = {
  /** The URL's path alone. */
  readonly path?: string | undefined;
  readonly event?: string | undefined;
  readonly at: number;
};

export type LeadFacts = {
  /** Values by attribute id. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Each once: `occurrenceKey` tells two reports of the same one. */
  readonly occurrences: readonly Occurrence[];
  /** The latest visit, by the ids of `visit.*`. */
  readonly visit: Readonly<Record<string, unknown>>;
};
