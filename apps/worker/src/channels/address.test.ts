import { expect, test } from 'vitest';
import { checkAddress, isPublicHost } from './address.ts';

const strict = { allowPrivate: false, trusted: [] };
const codeOf = (target: string): string | null => {
  const verdict = checkAddress(target, strict);
  return verdict.ok ? null : verdict.code;
};

const privateHosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.1',
  '0',
  '10.0.0.8',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.8',
  '198.18.0.1',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::10.0.0.1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[ff02::1]',
  'localhost',
  'localhost.',
  'LOCALHOST',
  'api.localhost',
  'printer.local',
  'db.internal',
  'intranet',
  'router.home.arpa',
];

test('no spelling of a private, loopback, link-local or reserved address is called', () => {
  for (const host of privateHosts)
    expect([host, codeOf(`http://${host}/hook`)]).toEqual([host, 'private_address']);
});

test('public names and addresses are called', () => {
  for (const host of [
    'example.com',
    'hooks.example.co.uk',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '[2606:4700::1111]',
    '[::ffff:1.1.1.1]',
    'xn--bcher-kva.example.com',
    'localhost.example.com',
  ]) {
    expect([host, codeOf(`https://${host}/hook`)]).toEqual([host, null]);
  }
  expect(isPublicHost('sub.localhost.')).toBe(false);
});

test('only http and https on usual ports, without credentials', () => {
  expect(codeOf('ftp://example.com/')).toBe('bad_scheme');
  expect(codeOf('javascript:alert(1)')).toBe('bad_scheme');
  expect(codeOf('https://user:pass@example.com/')).toBe('credentials_in_url');
  expect(codeOf('https://example.com:22/')).toBe('port_refused');
  expect(codeOf('https://example.com:8443/')).toBeNull();
  expect(codeOf('not a url')).toBe('bad_url');
});

test('development opens private addresses, or one of them', () => {
  expect(checkAddress('http://127.0.0.1:9/', { allowPrivate: true, trusted: [] }).ok).toBe(true);
  const one = { allowPrivate: false, trusted: ['127.0.0.1:8789'] };
  expect(checkAddress('http://127.0.0.1:8789/webhook', one).ok).toBe(true);
  expect(checkAddress('http://127.0.0.1:8790/webhook', one).ok).toBe(false);
  expect(checkAddress('http://127.0.0.1:8789@127.0.0.1:8790/', one).ok).toBe(false);
});
