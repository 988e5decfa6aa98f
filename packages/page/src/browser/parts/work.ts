// Does the work that the form asks for, from the first answer on, so that it is done before anybody waits for it. When
// no challenge can be had, or an hour has made the proof worthless, it says so.
import { goodOnce, patience } from '../good-once.ts';
import type { Part } from '../part.ts';
import { prove } from '../proof-of-work.ts';

/** Milliseconds that a proof is sent for; the worker takes it for an hour. */
const lifetime = 50 * 60_000;

const unavailable = 'unavailable';

export const part: Part = (stage) => {
  const { address, form } = stage;
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
  goodOnce(stage, {
    name: 'proof',
    // One that is retried for hours must not carry what has expired.
    read: () => (isGood() ? proof : unavailable),
    ready,
    renew() {
      made = -Infinity;
      void ready();
    },
  });
};
