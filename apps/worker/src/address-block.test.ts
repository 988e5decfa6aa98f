import { expect, test } from 'vitest';
import { addressBlock, blockOf } from './address-block.ts';

test.each([
  ['203.0.113.9', '203.0.113.0/24'],
  [' 203.0.113.9:4711 ', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['0:0:0:0:0:FFFF:203.0.113.9', '203.0.113.0/24'],
  ['::ffff:cb00:7109', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is of the block %s', (address, block) => {
  expect(blockOf(address)).toBe(block);
});

test.each([
  '',
  'unknown',
  '203.0.113',
  '203.0.113.256',
  '1:2:3',
  '1::2::3',
  'x::1',
  '1:2:3:4:5:6:7:8:9',
  '_hidden',
])('%j is no address', (text) => {
  expect(blockOf(text)).toBeNull();
});

const connection = '203.0.113.9';

test('of a list of proxies only the nearest is believed', () => {
  const headers = new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' });
  expect(addressBlock(headers, undefined, 'x-forwarded-for')).toBe('203.0.113.0/24');
});

test('a header that nobody named is not believed, and the connection of a proxy says nothing', () => {
  const forged = new Headers({ 'cf-connecting-ip': '198.51.100.1' });
  expect(addressBlock(forged, undefined, undefined)).toBeNull();
  expect(addressBlock(forged, connection, undefined)).toBe('203.0.113.0/24');
  expect(addressBlock(new Headers({ 'x-forwarded-for': '198.51.100.1' }), connection, undefined)).toBeNull();
  expect(addressBlock(new Headers(), connection, 'x-real-ip')).toBeNull();
});
