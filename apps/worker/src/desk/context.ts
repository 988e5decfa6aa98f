// What the Desk's own files share: what it was given, its row ids, its documents, its outbox, its links and its turns.
import type { Documents } from './documents.ts';
import type { Turns } from './in-turns.ts';
import type { Outbox } from './outbox.ts';
import type { Parts } from './parts.ts';
import type { Dealt } from './roster.ts';
import type { RowIds } from './row-ids.ts';
import type { Fresh } from './waiting-delivery.ts';
import type { VerdictLinks } from './verdict-links.ts';

export type Context = {
  readonly parts: Parts;
  readonly rows: RowIds;
  readonly documents: Documents;
  readonly outbox: Outbox;
  readonly links: VerdictLinks;
  /** Says whose lead an arrival is about, by its public id, before more is asked of it. */
  readonly meet: (lead: string) => void;
  /** To whom handoffs went lately. */
  readonly dealt: Dealt;
  /** Deliveries that were put down lately. */
  readonly fresh: Fresh;
  /** Whether a row of a table is in what could not be filed. */
  readonly isUnfiled: (table: 'deliveries', id: number) => boolean;
  /** Of work that takes long. */
  readonly turns: Turns;
};
