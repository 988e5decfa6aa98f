// What is asked of destinations: made, tested, paused, given a new secret, removed; and everything given up sent again.
import { describe, expect, test } from 'vitest';
import { recordOf } from './published-document.ts';
import { large, textAt, type Witness } from './witness.ts';

export function tellOfDestinations({ seen, refusesBodies }: Witness): void {
  describe('destinations', () => {
    const path = '/api/destinations/story';
    const json = { kind: 'webhook', url: 'http://127.0.0.1:9/hook', on: ['lead.rejected'] };

    test('from the first to the last of one', async () => {
      const saved = await seen('saveDestination', 200, 'PUT', path, { owner: true, json });
      expect(textAt(saved, 'secret')).toMatch(/^whsec_/);
      const list = recordOf(await seen('listDestinations', 200, 'GET', '/api/destinations', { owner: true }));
      expect(list['destinations']).toEqual(
        expect.arrayContaining([expect.objectContaining({ id: 'story', waiting: 0, pausedAt: null })]),
      );
      await seen('pauseDestination', 204, 'POST', `${path}/pause`, { owner: true, json: { paused: true } });
      await seen('pauseDestination', 204, 'POST', `${path}/pause`, { owner: true, json: { paused: false } });
      const rotated = await seen('rotateSecret', 200, 'POST', `${path}/secret`, { owner: true });
      expect(textAt(rotated, 'secret')).not.toBe(textAt(saved, 'secret'));
      const tested = await seen('testDestination', 200, 'POST', `${path}/test`, { owner: true });
      expect(recordOf(tested)).toMatchObject({ ok: false, status: null });
      for (let count = 0; count < 59; count += 1) {
        await seen('testDestination', 200, 'POST', `${path}/test`, { owner: true });
      }
      await seen('testDestination', 429, 'POST', `${path}/test`, { owner: true });
      await seen('removeDestination', 204, 'POST', `${path}/remove`, { owner: true });
    });

    test('refuse', async () => {
      for (const [operation, to] of [
        ['removeDestination', 'remove'],
        ['rotateSecret', 'secret'],
        ['testDestination', 'test'],
      ] as const) {
        await seen(operation, 404, 'POST', `/api/destinations/none/${to}`, { owner: true });
        await seen(operation, 401, 'POST', `/api/destinations/none/${to}`);
      }
      const pause = '/api/destinations/none/pause';
      await seen('pauseDestination', 404, 'POST', pause, { owner: true, json: { paused: true } });
      await seen('pauseDestination', 401, 'POST', pause, { json: { paused: true } });
      await seen('pauseDestination', 413, 'POST', pause, { owner: true, json: { large } });
      await refusesBodies('pauseDestination', 'POST', pause, true);
      await seen('listDestinations', 401, 'GET', '/api/destinations');
      await seen('saveDestination', 401, 'PUT', path, { json });
      await seen('saveDestination', 413, 'PUT', path, { owner: true, json: { large } });
      await refusesBodies('saveDestination', 'PUT', path, true);
    });

    test('everything that was given up goes out again', async () => {
      const again = '/api/deliveries/replay';
      await seen('replayDeliveries', 202, 'POST', again, { owner: true, json: { destination: 'none' } });
      await seen('replayDeliveries', 202, 'POST', again, { owner: true, json: {} });
      await seen('replayDeliveries', 401, 'POST', again, { json: {} });
      await seen('replayDeliveries', 413, 'POST', again, { owner: true, json: { large } });
      await refusesBodies('replayDeliveries', 'POST', again, true);
    });
  });
}
