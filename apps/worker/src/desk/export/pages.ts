// What leaves the Desk a page at a time, so that however much there is of it, little is held. A page is lines as JSON values,
// and from where the next one goes on; null: there is no more.

export type Page<Cursor> = {
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly next: Cursor | null;
};
