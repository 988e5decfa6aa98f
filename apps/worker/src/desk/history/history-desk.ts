// The Desk's side of starting from history: past leads come in, are counted, and suggest a first agreement.
import type { CsvRow } from '@baton/workspace/csv';
import type { Context } from '../context.ts';
import type { HandAnswer } from '../hands/answer.ts';
import { Baseline } from './baseline.ts';
import { Findings } from './findings.ts';
import { firstDays } from './first-days.ts';
import type { HistoryMap } from './history-map.ts';
import {
  checkRows,
  listImports,
  startImport,
  takeRows,
  type NewImport,
  type RowsChecked,
} from './imports.ts';
import { takeBack } from './take-back.ts';

export class HistoryDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  start(by: string, asked: NewImport): HandAnswer {
    return startImport(this.#context, by, asked);
  }

  imports(): HandAnswer {
    return listImports(this.#context);
  }

  check(map: HistoryMap, header: readonly string[], rows: readonly CsvRow[]): RowsChecked {
    return checkRows(this.#context, map, header, rows);
  }

  take(by: string, id: string, from: number, rows: readonly CsvRow[]): HandAnswer {
    return takeRows(this.#context, by, id, from, rows);
  }

  takeBack(by: string, id: string): HandAnswer {
    return takeBack(this.#context, by, id);
  }

  /** Still to be counted, step by step; so it is with the findings. */
  baseline(): Baseline {
    return new Baseline(this.#context);
  }

  findings(): Findings {
    return new Findings(this.#context);
  }

  firstDays(): string {
    return JSON.stringify(firstDays(this.#context));
  }
}
