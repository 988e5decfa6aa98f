import { expect, test } from 'vitest';
import { readArrival } from './read-arrival.ts';

const request = {
  origin: null,
  country: 'AT',
  language: 'de-AT',
  device: 'phone',
  block: null,
} as const;
const body = { id: '3f0c1a52-9a57-4b8e-8f0e-2b1d6c7e9a10', answers: {} };
const arrivalOf = (more: object) => {
  const read = readArrival('demo', { ...body, ...more }, request);
  if (!read.ok) throw new Error('It was not read.');
  return read.value;
};

test('of a visit whose address was told, the rest is known: from it, from the request, from the token', () => {
  const visit = { url: 'https://www.example.com/pricing?a=1', referrer: 'https://news.example/today' };
  const known = {
    page_path: '/pricing',
    referrer_host: 'news.example',
    language: 'de-AT',
    device: 'phone',
    returning: true,
  };
  const { visit: facts, journal } = arrivalOf({ visit, visitor: 'token' });
  expect(facts).toEqual({ ...known, country: 'AT' });
  expect(journal).toEqual({ ...visit, ...known });
  expect(arrivalOf({ visit, visitor: null }).visit.returning).toBe(false);
});

test('what the browser told itself counts, and of no visit nothing is made up', () => {
  const told = { url: 'https://www.example.com/', device: 'desktop', language: 'fr', returning: false };
  expect(arrivalOf({ visit: told, visitor: 'token' }).visit).toMatchObject({
    device: 'desktop',
    language: 'fr',
    returning: false,
  });
  expect(arrivalOf({ visitor: 'token' })).toMatchObject({
    visit: { language: 'de-AT', device: 'phone', country: 'AT' },
    journal: {},
  });
  expect(arrivalOf({ visitor: 'token' }).visit).not.toHaveProperty('returning');
});

test('a behaviour that is none is left out, and the submission is taken', () => {
  const at = '2030-01-01T10:00:00.000Z';
  const good = [
    { path: '/pricing', at },
    { event: 'demo_watched', at },
  ];
  const odd = [
    { event: 'Watched: '.padEnd(401, 'x'), at },
    { event: { event: 'demo_watched' }, at },
    { at },
    { path: '/', event: 'both', at },
    { path: '/', at: 'soon' },
    null,
    'demo_watched',
  ];
  const taken = good.map((one) => ({ ...one, at: Date.parse(at) }));
  expect(arrivalOf({ behaviours: [...odd, ...good] }).behaviours).toEqual(taken);
});

test('behaviours that are no list, or too many, are refused', () => {
  const one = { path: '/', at: 0 };
  for (const behaviours of [one, 'none', Array.from({ length: 201 }, () => one)]) {
    const read = readArrival('demo', { ...body, behaviours }, request);
    expect(read).toMatchObject({ ok: false, issues: [{ path: ['behaviours'] }] });
  }
});
