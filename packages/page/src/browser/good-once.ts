// What proves that nobody's machine fills in the form is good for one submission. An attempt that carried it may have
// arrived, whatever became of its answer; what is sent after that is another submission, and brings its own.
import type { Stage } from './part.ts';
import { within } from './within.ts';

/** Milliseconds that sending waits for it. */
export const patience = 10_000;

type Evidence = {
  /** Its name on the wire. */
  readonly name: string;
  /** Read anew for each attempt. */
  readonly read: () => unknown;
  /** What sending waits for. */
  readonly ready: () => Promise<unknown>;
  /** Begins to get another. */
  readonly renew: () => void;
};

/** Sends it along, each with one submission. */
export function goodOnce(
  { form, host, along, awaited }: Stage,
  { name, read, ready, renew }: Evidence,
): void {
  let isSending = false;
  let isSpent = false;
  const renewSpent = () => {
    if (isSpent) renew();
    isSpent = false;
  };
  awaited.push(() => {
    isSending = true;
    return within(patience, ready());
  });
  Object.defineProperty(along, name, {
    enumerable: true,
    get() {
      isSpent ||= isSending;
      return read();
    },
  });
  // After a try, another content is another submission; so is what is sent after a refusal.
  form.addEventListener('input', renewSpent);
  host.addEventListener('baton:error', () => {
    isSending = false;
    renewSpent();
  });
  host.addEventListener('baton:outcome', () => {
    isSending = false;
  });
}
