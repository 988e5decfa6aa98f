// Starting from history as one actor meets it: with the question before each of it whether they may.
import type { CsvRow } from '@baton/workspace/csv';
import { authorOf, type Actor, type Right } from '../../access/rights.ts';
import type { HandAnswer } from '../hands/answer.ts';
import type { Baseline } from './baseline.ts';
import type { Findings } from './findings.ts';
import type { HistoryDesk } from './history-desk.ts';
import type { HistoryMap } from './history-map.ts';
import type { NewImport, RowsChecked } from './imports.ts';

export class HistoryDeskFor {
  readonly #history: (right: Right) => HistoryDesk;
  readonly #actor: Actor;

  /** @param ask throws when the actor does not have the right */
  constructor(ask: (right: Right) => HistoryDesk, actor: Actor) {
    this.#history = ask;
    this.#actor = actor;
  }

  start(asked: NewImport): HandAnswer {
    return this.#history('leads.write').start(authorOf(this.#actor), asked);
  }

  imports(): HandAnswer {
    return this.#history('leads.read').imports();
  }

  check(map: HistoryMap, header: readonly string[], rows: readonly CsvRow[]): RowsChecked {
    return this.#history('leads.write').check(map, header, rows);
  }

  take(id: string, from: number, rows: readonly CsvRow[]): HandAnswer {
    return this.#history('leads.write').take(authorOf(this.#actor), id, from, rows);
  }

  takeBack(id: string): HandAnswer {
    return this.#history('leads.write').takeBack(authorOf(this.#actor), id);
  }

  baseline(): Baseline {
    return this.#history('leads.read').baseline();
  }

  findings(): Findings {
    return this.#history('leads.read').findings();
  }

  firstDays(): string {
    return this.#history('workspace.read').firstDays();
  }
}
