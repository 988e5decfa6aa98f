import { expect, test } from 'vitest';
import { addressParts, visitFacts } from './visit-facts.ts';

test('path and referring host follow from the addresses that the browser sent', () => {
  const facts = visitFacts({
    url: 'https://www.example.com/pricing?utm_source=x#top',
    referrer: 'https://News.Example.org:8443/a/b',
    utm_source: 'google',
    returning: true,
  });
  expect(facts).toEqual({
    page_path: '/pricing',
    referrer_host: 'news.example.org',
    utm_source: 'google',
    returning: true,
  });
  expect(visitFacts({ url: 'https://example.com', page_path: '/own' })).toEqual({ page_path: '/own' });
});

test('every fact that conditions may read is taken, but for the country', () => {
  const sent = {
    utm_source: 'a',
    utm_medium: 'b',
    utm_campaign: 'c',
    utm_term: 'd',
    utm_content: 'e',
    referrer_host: 'f.example',
    page_path: '/g',
    language: 'de-AT',
    device: 'phone',
    returning: true,
  };
  expect(visitFacts({ ...sent, country: 'AT' })).toEqual(sent);
});

test('what is not text of a sensible length, and what nobody may say, is left out', () => {
  const sent = {
    utm_source: 5,
    utm_term: '',
    utm_medium: 'x'.repeat(5000),
    referrer: 'javascript:alert(1)',
    returning: 'yes',
    country: 'DE',
    score: 99,
  };
  expect(visitFacts(sent)).toEqual({});
  expect(visitFacts(Object.create({ utm_source: 'planted' }))).toEqual({});
  expect(visitFacts({ utm_campaign: 'x'.repeat(600) }).utm_campaign).toHaveLength(500);
});

test('an address is taken apart without user, port, query and fragment', () => {
  expect(addressParts('https://ada:secret@Example.com:80/a?b#c')).toEqual({
    host: 'example.com',
    path: '/a',
  });
  expect(addressParts('http://example.com')).toEqual({ host: 'example.com', path: '/' });
  expect(addressParts('ftp://example.com/')).toBeUndefined();
});
