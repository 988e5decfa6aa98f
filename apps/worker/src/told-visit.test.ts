import { expect, test } from 'vitest';
import { completeVisit, toldVisit } from './told-visit.ts';

test('the names of the wire are kept, everything else is dropped', () => {
  expect(
    toldVisit({
      url: 'https://www.example.com/pricing?utm_id=7',
      utm_source: 'search',
      utm_id: '7',
      returning: true,
      touches: [{ at: '2026-11-01T09:00:00Z', utm_source: 'mail', tier: 'hot' }, 'mail', null],
      facts: { country: 'US' },
      country: 'US',
      tier: 'hot',
      utm_: 'x',
      'utm_<b>': 'x',
    }),
  ).toEqual({
    url: 'https://www.example.com/pricing?utm_id=7',
    utm_source: 'search',
    utm_id: '7',
    returning: true,
    touches: [{ at: '2026-11-01T09:00:00Z', utm_source: 'mail' }],
  });
});

test('what is not a text of a sensible length is dropped', () => {
  expect(
    toldVisit({ url: 'x'.repeat(4097), referrer: ['https://a.example'], utm_source: 7, touches: {} }),
  ).toEqual({});
});

test('as many campaign parts and touches are kept as anybody needs', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
  const visit = Object.fromEntries(letters.map((letter) => [`utm_${letter}`, letter]));
  expect(Object.keys(toldVisit(visit))).toHaveLength(20);
  expect(toldVisit({ touches: letters.concat(letters).map((url) => ({ url })) })['touches']).toHaveLength(50);
});

test('what follows from an address or its request is added where it was not told', () => {
  const facts = {
    page_path: '/pricing',
    referrer_host: 'news.example',
    language: 'de',
    device: 'phone',
  } as const;
  const url = 'https://www.example.com/pricing';
  expect(completeVisit({ url, device: 'tablet' }, facts)).toEqual({ url, ...facts, device: 'tablet' });
  expect(completeVisit({ url }, { language: 'de' })).toEqual({ url, language: 'de' });
  // Without an address, nobody told of a visit.
  expect(completeVisit({ utm_source: 'x' }, facts)).toEqual({ utm_source: 'x' });
});
