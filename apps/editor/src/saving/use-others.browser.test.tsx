import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useOthers } from './use-others.ts';

afterEach(cleanup);

/** Somebody comes back to the page; what is asked for then is answered later. */
function asked() {
  let answer = (_draft: string | null): void => undefined;
  const saver = { epoch: 1, overtaken: vi.fn() };
  const read = () =>
    new Promise<string | null>((resolve) => {
      answer = resolve;
    });
  renderHook(() => useOthers(read, saver));
  dispatchEvent(new Event('focus'));
  return { saver, answer: (draft: string | null) => answer(draft) };
}

test('what others have saved is told', async () => {
  const { saver, answer } = asked();
  answer('theirs');
  await vi.waitFor(() => expect(saver.overtaken).toHaveBeenCalledWith('theirs'));
});

test('an answer that was asked for before something was saved from here takes nothing back', async () => {
  const { saver, answer } = asked();
  saver.epoch = 2;
  answer('as it was before');
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
  });
  expect(saver.overtaken).not.toHaveBeenCalled();
});
