import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { shortForm } from '../../draft/short-form.ts';
import { stageOf } from '../staged.tsx';
import { showBuild } from './staged-build.tsx';

afterEach(cleanup);

function stage() {
  const made = stageOf(shortForm({ all: ['a', 'b', 'c', 'd'] }));
  showBuild(made);
  const order = (): string =>
    made.store.state
      .getState()
      .draft.steps.flatMap((step) => step.fields.map(({ id }) => id))
      .join('');
  const handle = screen.getByRole('button', { name: 'Move C' });
  handle.focus();
  /** All within one frame: no time passes between them. */
  const press = (...codes: readonly string[]): void => {
    for (const code of codes) fireEvent.keyDown(handle, { code, key: code });
  };
  return { order, press };
}

const frames = async (count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame);
};

test('what is pressed in the very moment in which a field is taken moves it, and drops it there', async () => {
  const { order, press } = stage();
  press('Space', 'ArrowUp', 'Space');
  await waitFor(() => expect(order()).toMatch(/^(c.*|.*cb.*)$/));
});

test('Escape leaves it where it was, whatever was pressed before', async () => {
  const { order, press } = stage();
  press('Space', 'ArrowUp', 'Escape');
  await frames(12);
  expect(order()).toBe('abcd');
  press('Space');
  await frames(12);
  press('ArrowUp');
  await frames(4);
  press('Space');
  await waitFor(() => expect(order()).toMatch(/^(c.*|.*cb.*)$/));
});

test('arrows that move what is taken on the canvas do not lead the focus away from it', async () => {
  const { order } = stage();
  const part = screen.getByRole('region', { name: 'The form' }).querySelector<HTMLElement>('[data-canvas=c]');
  if (part === null) throw new Error('It is not on the canvas.');
  part.focus();
  fireEvent.keyDown(part, { code: 'Space', key: ' ' });
  await frames(12);
  fireEvent.keyDown(part, { code: 'ArrowUp', key: 'ArrowUp' });
  expect(document.activeElement).toBe(part);
  fireEvent.keyDown(part, { code: 'Escape', key: 'Escape' });
  await frames(4);
  expect(order()).toBe('abcd');
});
