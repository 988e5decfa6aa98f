// Getting one submission to the worker: tried until it is answered, each time with what `body` gives then. Only an
// answer that was read whole counts as a success; what no repetition can help is handed back.
import type { Show } from '@baton/form';
import type { Issue } from '@baton/rules';
import { address } from './address.ts';
import { post } from './post.ts';

/** What the worker may say. */
type Reply = {
  readonly submission?: string;
  readonly visitor?: string;
  readonly outcome?: { readonly id: string; readonly show: Show };
  readonly issues?: readonly Issue[];
};

export type Answered = { readonly status: number; readonly reply: Reply };

// Milliseconds; `patience` is how long an attempt may take.
const firstPause = 1000;
const longestPause = 30_000;
const patience = 20_000;

/** Sends until answered; `waiting` is told before each pause. */
export async function send(body: () => unknown, waiting: () => void): Promise<Answered> {
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    let asked = 0;
    try {
      const response = await post('submissions', body(), AbortSignal.timeout(patience));
      const { status } = response;
      if (status < 500 && status !== 429) return { status, reply: await response.json() };
      asked = Number(response.headers.get('retry-after')) * 1000;
    } catch (reason) {
      console.error('Baton:', address, reason);
    }
    waiting();
    await new Promise((resolve) => {
      setTimeout(resolve, Math.max(asked || 0, pause * (0.5 + Math.random() / 2)));
      addEventListener('online', resolve, { once: true });
    });
  }
}
