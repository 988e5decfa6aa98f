import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { later } from './later.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function There({ name }: { readonly name: string }) {
  return <p>There is {name}</p>;
}

function show(Part: ReturnType<typeof later<{ readonly name: string }>>): void {
  render(
    <>
      <p>All else</p>
      <Suspense fallback={<p>Waiting</p>}>
        <Part name="Ada" />
      </Suspense>
    </>,
  );
}

test('a part is there once it was loaded', async () => {
  show(later(async () => There));
  await screen.findByText('There is Ada');
});

test('without a network nothing is asked for; it comes when the network is back', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const load = vi.fn(async () => There);
  show(later(load));
  await screen.findByText('Waiting');
  expect(load).not.toHaveBeenCalled();
  online.mockReturnValue(true);
  act(() => void dispatchEvent(new Event('online')));
  await screen.findByText('There is Ada');
});

test('what cannot be had says so, with a way out, and takes nothing else with it', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  // What the browser says of a script that is not there.
  const missing = '/nowhere/gone.js';
  show(later(async () => (await import(/* @vite-ignore */ missing)).There));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('could not be loaded');
  screen.getByRole('button', { name: 'Load the page again' });
  screen.getByText('All else');
});

test('what breaks once it is there is not said to be missing', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const Broken = later(async () => (): never => {
    throw new Error('a bug');
  });
  let thrown: unknown;
  try {
    await act(async () => {
      render(
        <Suspense>
          <Broken />
        </Suspense>,
      );
    });
  } catch (error) {
    thrown = error;
  }
  expect(String(thrown)).toContain('a bug');
  expect(screen.queryByRole('alert')).toBeNull();
});
