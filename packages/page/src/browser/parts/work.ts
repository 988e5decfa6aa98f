// Does the work that the form asks for, from the first answer on, so that it is done before anybody waits for it. When
// no challenge can be had, or an hour has made the proof worthless, it says so.
import type { Part } from '../part.ts';
import { prove } from '../proof-of-work.ts';
import { within } from '../within.ts';

/** Milliseconds that a proof is sent for; the worker takes it for an hour. */
const lifetime = 50 * 60_000;
/** Milliseconds that sending waits for a challenge and its work. */
const patience = 10_000;

const unavailable = 'unavailable';

export const part: Part = ({ address, along, awaited, form }) => {
  let made = -Infinity;
  let proof = unavailable;
  let working: Promise<void> | undefined;

  const isGood = () => performance.now() - made < lifetime;
  const ready = async () => {
    if (proof === unavailable || !isGood()) working ??= work().finally(() => (working = undefined));
    await working;
  };

  async function work(): Promise<void> {
    try {
      const asked = performance.now();
      const response = await fetch(`${address}/challenge`, { signal: AbortSignal.timeout(patience) });
      if (!response.ok) throw new Error(`${response.status}`);
      proof = (await prove(await response.json())) ?? unavailable;
      made = asked;
    } catch (reason) {
      proof = unavailable;
      console.error('Baton:', reason);
    }
  }

  form.addEventListener('input', () => void ready(), { once: true });
  awaited.push(() => within(patience, ready()));
  // Read anew for each attempt: one that is retried for hours must not carry what has expired.
  Object.defineProperty(along, 'proof', { enumerable: true, get: () => (isGood() ? proof : unavailable) });
};
