import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ToastProvider, useSay } from './toast.tsx';

afterEach(cleanup);

function AtOnce() {
  const say = useSay();
  useEffect(() => {
    say('Brought back.');
  }, [say]);
  return null;
}

function OnPress({ undo }: { readonly undo: () => void }) {
  const say = useSay();
  return <button onClick={() => say('Removed.', undo)}>Remove</button>;
}

test('what is said while the first screen is still drawn is shown, in a place that is read out', async () => {
  render(
    <ToastProvider>
      <AtOnce />
    </ToastProvider>,
  );
  const said = await screen.findByText('Brought back.');
  expect(said.closest('[aria-live=polite]')).not.toBeNull();
});

test('each thing is said once, with its own way back', async () => {
  let taken = 0;
  render(
    <ToastProvider>
      <OnPress undo={() => (taken += 1)} />
    </ToastProvider>,
  );
  const remove = screen.getByRole('button', { name: 'Remove' });
  await userEvent.click(remove);
  await waitFor(() => expect(screen.getAllByText('Removed.')).toHaveLength(1));
  await userEvent.click(remove);
  await waitFor(() => expect(screen.getAllByText('Removed.')).toHaveLength(2));
  await userEvent.click(screen.getAllByRole('button', { name: 'Undo' })[0] ?? remove);
  await waitFor(() => expect(screen.getAllByText('Removed.')).toHaveLength(1));
  expect(taken).toBe(1);
});

test('nothing is loaded to say anything before somebody does something', () => {
  render(
    <ToastProvider>
      <p>All quiet</p>
    </ToastProvider>,
  );
  expect(document.querySelector('[aria-live=polite]')).toBeNull();
});
