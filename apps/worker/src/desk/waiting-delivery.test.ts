import { expect, test } from 'vitest';
import { Fresh, type WaitingDelivery } from './waiting-delivery.ts';

const waiting = (id: number): WaitingDelivery => ({
  id,
  publicId: `msg_${id}`,
  type: 'lead.handed_off',
  channel: 'webhook',
  destination: 'crm',
  target: 'https://crm.example/hook',
  body: '{}',
  attempts: 0,
  triedBefore: 0,
  createdAt: 0,
  firstAt: null,
  untold: null,
});

test('the latest are remembered, however many come', () => {
  const fresh = new Fresh(() => true);
  for (let id = 1; id <= 1_000; id += 1) {
    fresh.add(waiting(id));
    fresh.keep();
  }
  const kept = Array.from({ length: 1_000 }, (_, index) => index + 1).filter((id) => fresh.take(id) !== null);
  expect(kept).toEqual(Array.from({ length: 64 }, (_, index) => index + 937));
});
