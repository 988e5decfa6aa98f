// Sends a table of leads part by part, and adds up what came of it. What was taken before a connection broke is not taken
// again, so that it can be sent once more.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedLeads } from '@baton/worker/api-types';
import { ask } from '../../server/ask.ts';
import type { Table } from '../../tables/read-table.ts';
import { useRefresh } from '../use-lead-actions.ts';
import type { Origin } from './import-words.ts';
import { lineIn, partsOf } from './parts-of.ts';

export type Importing = {
  readonly table: Table;
  /** By attribute id, its column. */
  readonly columns: ReadonlyMap<string, string>;
  readonly origin: Origin;
  readonly detail: string;
  readonly key: string;
};

export function useImportLeads() {
  const [done, setDone] = useState(0);
  const refresh = useRefresh();
  const take = useMutation({
    mutationFn: async ({ table, columns, origin, detail, key }: Importing): Promise<ImportedLeads> => {
      let sum: ImportedLeads = { added: 0, known: 0, states: {}, errors: [], moreErrors: 0 };
      setDone(0);
      let sent = 0;
      for (const part of partsOf(table.header, table.rows)) {
        const body = {
          csv: part.csv,
          columns: Object.fromEntries(columns),
          origin,
          detail: detail.trim() === '' ? null : detail.trim(),
          key: key === '' ? null : key,
        };
        const taken = await ask<ImportedLeads>('/api/leads/import', { method: 'POST', body });
        const errors = taken.errors.map((error) => ({ ...error, line: lineIn(part, error.line) }));
        sum = added(sum, { ...taken, errors });
        sent += part.rows.length;
        setDone(sent);
      }
      return sum;
    },
    onSettled: refresh,
  });
  return { take, done };
}

function added(one: ImportedLeads, two: ImportedLeads): ImportedLeads {
  const states = { ...one.states };
  for (const state of statesIn(two)) states[state] = (states[state] ?? 0) + (two.states[state] ?? 0);
  return {
    added: one.added + two.added,
    known: one.known + two.known,
    states,
    errors: [...one.errors, ...two.errors],
    moreErrors: one.moreErrors + two.moreErrors,
  };
}

type State = keyof ImportedLeads['states'];

function statesIn({ states }: ImportedLeads): readonly State[] {
  const all: readonly State[] = [
    'handed_off',
    'in_hand',
    'nurture',
    'disqualified',
    'quarantined',
    'duplicate',
    'unagreed',
    'failed',
  ];
  return all.filter((state) => states[state] !== undefined);
}
