import { expect, test } from 'vitest';
import { readArrival } from './read-arrival.ts';
import { requestFacts } from './read-request.ts';

const address = 'https://baton.example/f/demo/submissions';

function factsOf(headers: Readonly<Record<string, string>>, cf?: object) {
  return requestFacts(Object.assign(new Request(address, { headers }), cf === undefined ? {} : { cf }));
}

test.each([
  ['DE', 'DE'],
  // Cloudflare's own name for Tor, and what it does not know.
  ['T1', null],
  ['', null],
  [undefined, null],
  [7, null],
])('the country that the network says, %s, is %s', (said, country) => {
  expect(factsOf({}, { country: said }).country).toBe(country);
});

test('without a network that says it no country is known', () => {
  expect(factsOf({ 'cf-ipcountry': 'DE' }).country).toBeNull();
});

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
  ['tr;q=0.5', 'tr'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['*', null],
  ['<script>', null],
  ['', null],
])('the language that is liked best in "%s" is %s', (header, language) => {
  expect(factsOf({ 'accept-language': header }).language).toBe(language);
});

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 'phone'],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', 'phone'],
  ['Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', 'tablet'],
  ['Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', 'tablet'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', 'desktop'],
  ['curl/8.4.0', null],
])('what comes by %s is a %s', (agent, device) => {
  expect(factsOf({ 'user-agent': agent }).device).toBe(device);
});

test('the country is never the browser’s to say', () => {
  const visit = { country: 'US', utm_source: 'ads' };
  const arrival = readArrival('demo', { id: crypto.randomUUID(), answers: {}, visit }, factsOf({}));
  expect(arrival.ok && arrival.value.visit).toEqual({ utm_source: 'ads' });
});
