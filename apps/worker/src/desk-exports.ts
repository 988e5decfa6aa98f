// What the API asks of a Desk when tables are taken out: whoever acts is asked for at the Desk again.
import type { Actor } from './access/rights.ts';
import type { Exported } from './desk/export/export-desk.ts';
import { DeskHistory } from './desk-history.ts';

export class DeskExports extends DeskHistory {
  beginExport(actor: Actor, what: Exported, format: string): readonly string[] {
    return this.desk.as(actor).tables.begin(what, format);
  }

  /** A page as JSON; `after`: `next` of the page before, as JSON; null: from the beginning. */
  leadLines(actor: Actor, after: string | null): string {
    return JSON.stringify(this.desk.as(actor).tables.leads(after === null ? null : JSON.parse(after)));
  }

  eventLines(actor: Actor, from: string | null): string {
    return JSON.stringify(this.desk.as(actor).tables.events(from === null ? null : JSON.parse(from)));
  }
}
