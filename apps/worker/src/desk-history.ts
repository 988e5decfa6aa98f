// What the API asks of a Desk about past leads: whoever acts is asked for at the Desk again.
import type { CsvRow } from '@baton/workspace/csv';
import type { Actor } from './access/rights.ts';
import type { HandAnswer } from './desk/hands/answer.ts';
import type { HistoryMap } from './desk/history/history-map.ts';
import type { NewImport, RowsChecked } from './desk/history/imports.ts';
import { DeskHands } from './desk-hands.ts';

/** What is counted some hundred leads at a time. */
type Counting = { step(): boolean; view(): object };

export class DeskHistory extends DeskHands {
  startHistory(actor: Actor, asked: NewImport): HandAnswer {
    return this.desk.as(actor).history.start(asked);
  }

  historyImports(actor: Actor): HandAnswer {
    return this.desk.as(actor).history.imports();
  }

  checkHistory(
    actor: Actor,
    map: HistoryMap,
    header: readonly string[],
    rows: readonly CsvRow[],
  ): RowsChecked {
    return this.desk.as(actor).history.check(map, header, rows);
  }

  takeHistory(actor: Actor, id: string, from: number, rows: readonly CsvRow[]): HandAnswer {
    return this.desk.as(actor).history.take(id, from, rows);
  }

  takeHistoryBack(actor: Actor, id: string): HandAnswer {
    return this.desk.as(actor).history.takeBack(id);
  }

  baseline(actor: Actor): Promise<string> {
    return this.#counted(this.desk.as(actor).history.baseline());
  }

  historyFindings(actor: Actor): Promise<string> {
    return this.#counted(this.desk.as(actor).history.findings());
  }

  firstDays(actor: Actor): string {
    return this.desk.as(actor).history.firstDays();
  }

  /** Visitors get their turn between two steps. */
  async #counted(counting: Counting): Promise<string> {
    await this.desk.turns.work(() => counting.step());
    return JSON.stringify(counting.view());
  }
}
