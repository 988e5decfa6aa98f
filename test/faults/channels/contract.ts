// What every channel owes the outbox, whatever it speaks: one try ends in one tagged result within its time, repeats
// are the same to the last byte, and nothing of the other side or of a secret is in what it says. The other side is
// real: a server on this machine that behaves, or misbehaves, in one way.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel, Failure, Message, SendResult } from '../../../apps/worker/src/channels/channel.ts';

/** The other side of one try. */
export type OtherSide = {
  readonly channel: Channel;
  /** Where it is. */
  readonly target: string;
  readonly close: () => Promise<void>;
};

/** An other side that takes what it gets, and keeps it. */
export type TakingSide = OtherSide & {
  /** What came in, a try each, without what has to differ from one try to the next. */
  readonly received: readonly string[];
};

export type ChannelUnderTest = {
  readonly name: string;
  /** A body as this channel gets it. */
  readonly body: string;
  /** Texts that no result may hold: keys, secrets, parts of the address that let anybody write there. */
  readonly secrets: readonly string[];
  readonly accepting: () => Promise<TakingSide>;
  /** Everything that can go wrong, each with the failure it is. */
  readonly troubles: Readonly<
    Record<string, { readonly start: () => Promise<OtherSide>; readonly fails: Omit<Failure, 'ok'> }>
  >;
};

/** Said by other sides where they can say anything: must never come back. */
export const canary = 'canary-of-the-other-side';

/** A secret as destinations have it. */
export const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;

const known = new Set(['ok', 'code', 'status', 'retryAfter', 'gone', 'permanent', 'ofMessage', 'unsent']);
const createdAt = Date.parse('2027-01-04T09:00:00Z');

function messageTo(side: OtherSide, body: string, now = createdAt + 1000): Message {
  return {
    id: 'msg_1mbfytjm0jnfbbs9nb28mchtv',
    target: side.target,
    body,
    secrets: [secret],
    createdAt,
    now,
  };
}

/** Runs the whole contract for one channel. */
export function channelContract(subject: ChannelUnderTest): void {
  const { name, body, troubles } = subject;
  const hidden = [...subject.secrets, secret, canary];

  function isDiscreet(result: SendResult): void {
    const said = JSON.stringify(result);
    for (const text of hidden) expect(said).not.toContain(text);
    for (const key of Object.keys(result)) expect(known).toContain(key);
    if (!result.ok) expect(result.code).toMatch(/^[a-z0-9_]{1,60}$/);
  }

  // All of them begin at once, since most of it is waiting.
  const tried = new Map(Object.entries(troubles).map(([what, { start }]) => [what, trial(start)]));

  async function trial(
    start: () => Promise<OtherSide>,
  ): Promise<{ result: SendResult; milliseconds: number }> {
    const side = await start();
    try {
      const begun = performance.now();
      const result = await side.channel.send(messageTo(side, body));
      return { result, milliseconds: performance.now() - begun };
    } finally {
      await side.close();
    }
  }

  describe(`${name} as a channel`, () => {
    let taking: TakingSide;
    beforeAll(async () => {
      taking = await subject.accepting();
    });
    afterAll(() => taking.close());

    test('delivers, and a repeat is the same to the last byte', async () => {
      const first = await taking.channel.send(messageTo(taking, body));
      const again = await taking.channel.send(messageTo(taking, body, createdAt + 86_400_000));
      for (const result of [first, again]) {
        expect(result.ok).toBe(true);
        isDiscreet(result);
      }
      expect(taking.received).toHaveLength(2);
      expect(taking.received[1]).toBe(taking.received[0]);
    });

    test.each(Object.keys(troubles))('%s: a failed try, in its own code', async (what) => {
      const outcome = await tried.get(what);
      expect(outcome?.result).toEqual({ ok: false, ...troubles[what]?.fails });
      expect(outcome?.milliseconds).toBeLessThan(12_000);
      if (outcome !== undefined) isDiscreet(outcome.result);
    });
  });
}
