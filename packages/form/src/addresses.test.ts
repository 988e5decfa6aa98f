import { expect, test } from 'vitest';
import { isRedirect, toOrigin } from './addresses.ts';

test('a website is told by its origin, as browsers send it', () => {
  expect(toOrigin(' HTTPS://Www.Example.COM/ ')).toBe('https://www.example.com');
  expect(toOrigin('https://example.com:443')).toBe('https://example.com');
  expect(toOrigin('http://example.com:80')).toBe('http://example.com');
  expect(toOrigin('http://example.com:443')).toBe('http://example.com:443');
  expect(toOrigin('http://localhost:08080')).toBe('http://localhost:8080');
});

test('what is more or less than an origin is refused', () => {
  const bad = [
    '',
    'example.com',
    '*',
    'null',
    'https://*.example.com',
    'https://example.com/path',
    'https://example.com?x',
    'https://example.com//',
    'https://a@example.com',
    'https://bücher.example',
    'ftp://example.com',
    'https://example.com:https',
    'https://example.com\\@evil.example',
  ];
  for (const text of bad) expect(toOrigin(text), text).toBeUndefined();
});

test('a visitor is sent to https, or to this very machine', () => {
  const good = [
    'https://example.com',
    'HTTPS://Example.com/A?b=c#d',
    'https://cal.example:8443/x/y',
    'http://localhost:3000/thanks',
    'http://127.0.0.1/thanks',
  ];
  for (const address of good) expect(isRedirect(address), address).toBe(true);
});

test('a visitor is sent nowhere else', () => {
  const bad = [
    'http://example.com',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
    'javascript:alert(1)',
    'JAVASCRIPT://example.com/%0aalert(1)',
    ' https://example.com',
    'data:text/html,x',
    '//example.com',
    '/thanks',
    'https://user:secret@example.com',
    'https://good.example\\@evil.example',
    'https://good.example/\\evil',
    'https://example.com/a b',
    'https://example.com/\u0000',
    'https://example.com/\nx',
    'https:example.com',
    'https://',
  ];
  for (const address of bad) expect(isRedirect(address), address).toBe(false);
});
