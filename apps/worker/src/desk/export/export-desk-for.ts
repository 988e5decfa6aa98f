// Tables that leave the Desk as one actor meets them: with the question before each whether they may.
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { EventCursor } from './event-lines.ts';
import type { Exported, ExportDesk } from './export-desk.ts';
import type { Page } from './pages.ts';

export class ExportDeskFor {
  readonly #tables: (right: Right) => ExportDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => ExportDesk, actor: Actor) {
    this.#tables = ask;
    this.#actor = actor;
  }

  begin(what: Exported, format: string): readonly string[] {
    return this.#tables('leads.read').begin(authorOf(this.#actor), what, format);
  }

  leads(after: number | null): Page<number> {
    return this.#tables('leads.read').leads(after);
  }

  events(from: EventCursor | null): Page<EventCursor> {
    return this.#tables('leads.read').events(from);
  }
}
