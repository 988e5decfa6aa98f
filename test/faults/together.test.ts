// What is written in one commit on workerd's own storage: all of it is kept, or none.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Peer, startPeer } from '../bench/peers.ts';

let worker: Peer;

beforeAll(async () => {
  worker = await startPeer('../../faults/together-worker', { durable: 'Together' });
});

afterAll(() => worker.close());

test.each([
  ['kept', { thrown: null, undone: 0, names: ['one', 'two', 'last'] }],
  ['thrown', { thrown: 'Error: thrown', undone: 1, names: ['last'] }],
  ['caught', { thrown: 'Error: caught', undone: 1, names: ['last'] }],
  ['within', { thrown: null, undone: 0, names: ['one', 'three', 'last'] }],
])('%s', async (story, expected) => {
  const answer = await fetch(`http://127.0.0.1:${worker.port}/${story}`);
  expect(await answer.json()).toEqual(expected);
});
