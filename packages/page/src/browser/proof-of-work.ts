// The work that a form may ask for: finding the number behind a hash (ALTCHA's format). Done by a worker of its own;
// where the page allows none, in slices so short that nobody feels them. It stands alone and imports nothing.

/** As the worker gives it. */
export type Challenge = {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
};

/** Milliseconds of a slice, well under what a press on a key has to wait for. */
const slice = 10;
/** Hashes between two looks at the clock: a slow phone is through in a few milliseconds. */
const stride = 200;

/** The proof as it is sent; undefined when there is no such number. */
export async function prove(challenge: Challenge): Promise<string | undefined> {
  const number = (await byWorker(challenge)) ?? (await bySlices(challenge));
  return number < 0 ? undefined : btoa(JSON.stringify({ ...challenge, number }));
}

/** Undefined where the page allows no worker, or it broke. */
async function byWorker({ salt, challenge, maxnumber }: Challenge): Promise<number | undefined> {
  const asked = JSON.stringify([salt, challenge, 0, maxnumber + 1]);
  const source = `postMessage((${String(search)})(...${asked}))`;
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  let worker: Worker | undefined;
  try {
    const started = new Worker(address);
    worker = started;
    return await new Promise<number>((resolve, reject) => {
      started.addEventListener('message', ({ data }) => resolve(Number(data)));
      started.addEventListener('error', reject);
    });
  } catch {
    // A strict page says so in the console by itself.
    return undefined;
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(address);
  }
}

/** On the page's own thread, giving way after each slice. */
export async function bySlices({ salt, challenge, maxnumber }: Challenge): Promise<number> {
  for (let from = 0; from <= maxnumber;) {
    const end = performance.now() + slice;
    while (from <= maxnumber && performance.now() < end) {
      const found = search(salt, challenge, from, Math.min(stride, maxnumber + 1 - from));
      if (found >= 0) return found;
      from += stride;
    }
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  return -1;
}

/**
 * The number from `from` on, of `count`, for which the SHA-256 of the salt and the number is the challenge; -1: none.
 * It is sent to the worker as text, so it may use nothing from outside itself. The salt is ASCII.
 * https://doi.org/10.6028/NIST.FIPS.180-4
 */
export function search(salt: string, challenge: string, from: number, count: number): number {
  const word = 2 ** 32;
  const first: number[] = [];
  const round: number[] = [];
  for (let number = 2; round.length < 64; number += 1) {
    let divisor = 2;
    while (number % divisor) divisor += 1;
    if (divisor === number) {
      first.push((number ** (1 / 2) * word) | 0);
      round.push((number ** (1 / 3) * word) | 0);
    }
  }
  const wanted = parseInt(challenge.slice(0, 8), 16) | 0;
  const schedule = new Int32Array(64);
  const at = (index: number): number => schedule[index] ?? 0;
  const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));
  for (let number = from; number < from + count; number += 1) {
    const text = `${salt}${number}\x80`;
    const blocks = (text.length + 71) >> 6;
    let state = first.slice(0, 8);
    for (let block = 0; block < blocks; block += 1) {
      for (let index = 0; index < 16; index += 1) {
        const place = block * 64 + index * 4;
        // Past the end there is NaN, which shifts to nothing.
        schedule[index] =
          (text.charCodeAt(place) << 24) |
          (text.charCodeAt(place + 1) << 16) |
          (text.charCodeAt(place + 2) << 8) |
          text.charCodeAt(place + 3);
      }
      if (block === blocks - 1) schedule[15] = (text.length - 1) * 8;
      for (let index = 16; index < 64; index += 1) {
        const early = at(index - 15);
        const late = at(index - 2);
        schedule[index] =
          at(index - 16) +
          (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
          at(index - 7) +
          (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
      }
      let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
      for (let index = 0; index < 64; index += 1) {
        const up =
          h +
          (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
          ((e & f) ^ (~e & g)) +
          (round[index] ?? 0) +
          at(index);
        const down = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = (d + up) | 0;
        d = c;
        c = b;
        b = a;
        a = (up + down) | 0;
      }
      const added = [a, b, c, d, e, f, g, h];
      state = state.map((value, index) => (value + (added[index] ?? 0)) | 0);
    }
    if (state[0] !== wanted) continue;
    const hash = state.map((value) => (value >>> 0).toString(16).padStart(8, '0')).join('');
    if (hash === challenge) return number;
  }
  return -1;
}
