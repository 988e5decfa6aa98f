import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Ledger } from '@baton/worker/api-types';
import { ToastProvider } from '../parts/toast.tsx';
import { createQueries } from '../server/create-queries.ts';
import { LedgerTable } from './ledger-table.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const balance = (failed: number): Ledger['total'] => ({
  accepted: 3,
  erased: 0,
  states: {
    handed_off: 3 - failed,
    in_hand: 0,
    nurture: 0,
    disqualified: 0,
    quarantined: 0,
    duplicate: 0,
    unagreed: 0,
    failed,
  },
  unknown: 0,
  balanced: true,
});

const ledger: Ledger = {
  from: '2026-03-01',
  to: '2026-03-03',
  days: [
    { day: '2026-03-03', ...balance(1) },
    { day: '2026-03-02', ...balance(2) },
    { day: '2026-03-01', ...balance(0) },
  ],
  total: balance(3),
};

/** Two pages of what failed, the latest first; what is judged again is told to the caller. */
function workerWith(stillFails: string): string[] {
  const judged: string[] = [];
  const pages = new Map([
    [null, { submissions: [failed('sub_c', 3), failed('sub_b', 2)], next: 'sub_b' }],
    ['sub_b', { submissions: [failed('sub_a', 2), failed('sub_0', 1)], next: null }],
  ]);
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://baton.example');
    const id = /^\/api\/submissions\/(\w+)\/judge$/.exec(pathname)?.[1];
    if (id === undefined) return Response.json(pages.get(searchParams.get('before')));
    judged.push(id);
    return Response.json({ submission: id, state: id === stillFails ? 'failed' : 'handed_off' });
  });
  return judged;
}

function failed(id: string, day: number): object {
  return { id, at: `2026-03-0${day}T10:00:00.000Z` };
}

function show(mayWrite: boolean): void {
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <LedgerTable ledger={ledger} mayWrite={mayWrite} />
      </ToastProvider>
    </QueryClientProvider>,
  );
}

test('what failed on a day is judged again, all of that day and nothing else', async () => {
  const judged = workerWith('');
  show(true);
  expect(screen.getAllByRole('button')).toHaveLength(2);
  await userEvent.click(screen.getByRole('button', { name: 'Run again what failed on 2026-03-02' }));
  await screen.findByText('2 judged again');
  expect(judged).toEqual(['sub_b', 'sub_a']);
});

test('what fails once more is said', async () => {
  workerWith('sub_c');
  show(true);
  await userEvent.click(screen.getByRole('button', { name: 'Run again what failed on 2026-03-03' }));
  await screen.findByText(/^0 judged again, 1 failed again/);
});

test('who may only read sees how many failed and has nothing to press', () => {
  show(false);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByText('Adds up')).toHaveLength(3);
});
