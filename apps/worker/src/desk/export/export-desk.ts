// What leaves the Desk as tables: leads, and what happened to them. Who took them out is on record.
import { derivedAttributes } from '@baton/rules';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { eventLines, firstEvents, type EventCursor } from './event-lines.ts';
import { leadLines } from './lead-lines.ts';
import type { Page } from './pages.ts';

export type Exported = 'leads' | 'events';

export class ExportDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Notes that it begins. Gives the attributes that leads have, for the columns of a table. */
  begin(by: string, what: Exported, format: string): readonly string[] {
    const { parts, documents } = this.#context;
    recordChange(parts, by, { action: `${what}.exported`, subject: what, after: { format } });
    const own = documents.all().attributes.map(({ id }) => id);
    return [...own, ...derivedAttributes.map(({ id }) => id)];
  }

  leads(after: number | null): Page<number> {
    return leadLines(this.#context, after ?? 0);
  }

  events(from: EventCursor | null): Page<EventCursor> {
    return eventLines(this.#context, from ?? firstEvents);
  }
}
