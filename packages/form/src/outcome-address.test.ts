import { expect, test } from 'vitest';
import { addressWith, hasParameter, withCarried } from './outcome-address.ts';
import type { Field, Show } from './types.ts';

const email: Field = { id: 'mail', kind: 'email', label: 'E-mail', required: true };
const formOf = (...fields: Field[]) => ({ steps: [{ id: 's', title: '', fields: [email, ...fields] }] });
const text = (id: string, more: Partial<Field> = {}): Field => ({ id, kind: 'text', label: id, ...more });
const carried = (url: string, fields: Field[], own?: Readonly<Record<string, string>>) => {
  const show: Show = { kind: 'booking', url, ...(own && { fields: own }) };
  const told = withCarried(formOf(...fields), show);
  return 'fields' in told ? told.fields : undefined;
};

test('answers stand in the address, encoded, before its fragment', () => {
  const fields = { name: 'name', mail: 'mail', size: 'size', goals: 'goals', none: 'none' };
  const answers = { name: 'Ada & Co #1', mail: 'a+b@x.example', size: 3, goals: ['a', 'b'], other: 'no' };
  expect(addressWith('https://x.example/a#top', fields, answers)).toBe(
    'https://x.example/a?name=Ada%20%26%20Co%20%231&mail=a%2Bb%40x.example&size=3&goals=a%2Cb#top',
  );
  expect(addressWith('https://x.example/a?b=1', { q: 'size' }, answers)).toBe('https://x.example/a?b=1&q=3');
  expect(addressWith('https://x.example/a?', { q: 'size' }, answers)).toBe('https://x.example/a?q=3');
  expect(addressWith('https://x.example/a', undefined, answers)).toBe('https://x.example/a');
});

test('no answer leads to another website, whatever it holds', () => {
  for (const answer of [
    '//evil.example',
    '@evil.example/',
    '\\evil',
    '#',
    '\u0000\r\nset-cookie:',
    '\ud800',
  ]) {
    const address = addressWith('https://x.example', { q: 'a' }, { a: answer });
    expect(new URL(address).host).toBe('x.example');
    expect(new URL(address).searchParams.get('q')).toBe(answer.replace('\ud800', '\ufffd'));
  }
});

test('an answer that makes the address too long stays away whole, others come', () => {
  const answers = { long: 'ä'.repeat(1000), short: 'b' };
  expect(addressWith('https://x.example', { long: 'long', short: 'short' }, answers)).toBe(
    'https://x.example?short=b',
  );
});

test('what every object inherits is no answer', () => {
  expect(addressWith('https://x.example', { a: 'constructor' }, {})).toBe('https://x.example');
});

test('a known calendar is told who books, unless the marketer or the address says otherwise', () => {
  const name = text('n', { attribute: 'full_name' });
  expect(carried('https://cal.com/ada/30min', [name])).toEqual({ email: 'mail', name: 'n' });
  expect(carried('https://app.cal.com/ada', [text('name')])).toEqual({ email: 'mail', name: 'name' });
  expect(carried('https://calendly.com/ada?email=x', [name])).toEqual({ name: 'n' });
  expect(carried('https://calendly.com/ada', [name], { name: 'other', a1: 'n' })).toEqual({
    email: 'mail',
    name: 'other',
    a1: 'n',
  });
  const halves = [text('first_name'), text('f', { attribute: 'last_name' })];
  expect(carried('https://calendly.com/ada', halves)).toEqual({
    email: 'mail',
    first_name: 'first_name',
    last_name: 'f',
  });
  expect(carried('https://cal.com/ada', halves)).toEqual({ email: 'mail' });
});

test('an unknown calendar is told what the marketer says, and nothing else', () => {
  for (const url of ['https://cal.com.evil.example/a', 'https://notcal.com/a', 'https://cal.common/a']) {
    expect(carried(url, [text('name')])).toBeUndefined();
    expect(carried(url, [], { who: 'mail' })).toEqual({ who: 'mail' });
  }
});

test('a sensitive name is told to no calendar', () => {
  expect(carried('https://cal.com/ada', [text('name', { sensitive: true })])).toEqual({ email: 'mail' });
});

test('a parameter is found in the query alone', () => {
  expect(hasParameter('https://x.example/?a=1&name=b', 'name')).toBe(true);
  expect(hasParameter('https://x.example/?name', 'name')).toBe(true);
  expect(hasParameter('https://x.example/?surname=b#?name=c', 'name')).toBe(false);
  expect(hasParameter('https://x.example/name=c', 'name')).toBe(false);
});
