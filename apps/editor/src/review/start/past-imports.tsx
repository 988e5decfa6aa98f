// What was imported before, with what was not taken of it; each can be taken back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HistoryImport } from '@baton/worker/api-types';
import { useState } from 'react';
import { AskToRemove } from '../../parts/ask-to-remove.tsx';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { forgetFile } from './kept-file.ts';
import { RowFaults } from './row-faults.tsx';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

export function PastImports({ imports }: { readonly imports: readonly HistoryImport[] }) {
  const [asked, setAsked] = useState<HistoryImport | null>(null);
  if (imports.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">Imported before</h3>
      <ul className="divide-y divide-line border-y border-line">
        {imports.map((one) => (
          <li key={one.id} className="py-2.5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 font-medium wrap-anywhere">{one.name}</span>
              {one.state === 'under_way' && <Tag tone="warn">not ended</Tag>}
              {one.state === 'taken_back' && <Tag>taken back</Tag>}
              <span className="text-sm text-soft">
                {day.format(new Date(one.startedAt))}, {one.taken.toLocaleString('en')} taken
                {one.known > 0 ? `, ${one.known.toLocaleString('en')} known before` : ''}
                {one.bad > 0 ? `, ${one.bad.toLocaleString('en')} left out` : ''}
              </span>
              <span className="flex-1" />
              {one.state !== 'taken_back' && (
                <Button
                  look="quiet"
                  size="small"
                  aria-label={`Take back ${one.name}`}
                  onClick={() => setAsked(one)}
                >
                  Take back
                </Button>
              )}
            </div>
            {one.errors.length > 0 && one.state !== 'taken_back' && (
              <details className="mt-1">
                <summary className="text-sm text-soft">Why rows were left out</summary>
                <div className="mt-2">
                  <RowFaults faults={one.errors} label={`Rows of ${one.name} that were left out`} />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && <TakeBack one={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function TakeBack({ one, onClose }: { readonly one: HistoryImport; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: async () => {
      const path = `/api/history/${encodeURIComponent(one.id)}/take-back`;
      for (let left = 1; left > 0;) ({ left } = await ask<{ left: number }>(path, { method: 'POST' }));
      await forgetFile(one.digest);
    },
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  return (
    <AskToRemove
      name={`what ${one.name} brought`}
      says="Every row of it goes, with the leads that nothing else is known of. What has happened to a lead since stays."
      removal={removal}
      onClose={onClose}
    />
  );
}
