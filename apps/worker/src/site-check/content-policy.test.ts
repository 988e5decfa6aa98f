import { expect, test } from 'vitest';
import { refuses, type Need } from './content-policy.ts';

const page = new URL('https://www.example.com/contact');

function need(directive: Need['directive'], url: string, nonce: string | null = null): Need {
  return { directive, url: new URL(url), page, nonce };
}

const script = (url = 'https://baton.example/f/demo.js', nonce: string | null = null) =>
  need('script-src', url, nonce);

test.each([
  ['', false],
  ['img-src *', false],
  ['default-src *', false],
  ["default-src 'none'", true],
  ["default-src 'self'", true],
  ["default-src 'none'; script-src https://baton.example", false],
  ['script-src https://baton.example; script-src *; default-src *', false],
  ["script-src 'none'; script-src *", true],
  ["script-src-elem 'self'; script-src *", true],
  ['script-src https:', false],
  ['script-src http:', false],
  ['script-src data:', true],
  ['script-src baton.example', false],
  ['script-src http://baton.example', false],
  ['script-src BATON.example:443', false],
  ['script-src baton.example:*', false],
  ['script-src baton.example:8443', true],
  ['script-src *.example', false],
  ['script-src *.baton.example', true],
  ['script-src baton.example/f/', false],
  ['script-src baton.example/f/demo.js', false],
  ['script-src baton.example/g/', true],
  ["script-src 'unsafe-inline' 'sha256-x'", true],
  ["script-src * 'strict-dynamic'", true],
  ["script-src *, script-src 'self'", true],
  ['SCRIPT-SRC *', false],
  ['script-src <nonsense>', true],
])('%s refuses the script: %s', (policy, is) => {
  expect(refuses(policy, script())).toBe(is);
});

test('a nonce lets its own script in, also where only what is trusted may bring more', () => {
  const policy = "script-src 'nonce-abc' 'strict-dynamic'";
  expect(refuses(policy, script(undefined, 'abc'))).toBe(false);
  expect(refuses(policy, script(undefined, 'other'))).toBe(true);
  expect(refuses(policy, script())).toBe(true);
});

test('each need asks its own directive, and what speaks for it', () => {
  const send = need('connect-src', 'https://baton.example/f/demo/submissions');
  expect(refuses('script-src https://baton.example', send)).toBe(false);
  expect(refuses("default-src https://baton.example; connect-src 'self'", send)).toBe(true);
  const frame = need('frame-src', 'https://baton.example/f/demo');
  expect(refuses("child-src 'none'", frame)).toBe(true);
  expect(refuses("frame-src baton.example; child-src 'none'", frame)).toBe(false);
  const post = need('form-action', 'https://baton.example/f/demo');
  expect(refuses("default-src 'none'", post)).toBe(false);
  expect(refuses("form-action 'self'", post)).toBe(true);
});

test('a page over http takes what it names over https as well, and its own self with its port', () => {
  const plain = new URL('http://www.example.com:8080/');
  const at = (url: string): Need => ({
    directive: 'script-src',
    url: new URL(url),
    page: plain,
    nonce: null,
  });
  expect(refuses('script-src baton.example', at('https://baton.example/f/demo.js'))).toBe(false);
  expect(refuses('script-src baton.example', at('http://baton.example/f/demo.js'))).toBe(false);
  expect(refuses("script-src 'self'", at('http://www.example.com:8080/f/demo.js'))).toBe(false);
  expect(refuses("script-src 'self'", at('http://www.example.com/f/demo.js'))).toBe(true);
});
