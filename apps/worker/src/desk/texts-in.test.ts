import { expect, test } from 'vitest';
import { names, textsIn } from './texts-in.ts';

test('texts are found in lists, objects, their keys, and JSON that is kept as text', () => {
  const value = [
    1,
    'a',
    { b: ['c', null], d: JSON.stringify({ e: 'f\ng', h: JSON.stringify(['i']) }) },
    '{x',
    true,
  ];
  expect([...textsIn(value)]).toEqual(['a', 'b', 'c', 'd', 'e', 'f\ng', 'h', 'i', '{x']);
});

test.each([
  ['ann@x.example', true],
  ['Ann@X.example', true],
  ['write to ann@x.example.', true],
  ['<ann@x.example>, "ann@x.example"', true],
  ['one\nann@x.example\ntwo', true],
  ['joann@x.example, ann@x.example', true],
  ['joann@x.example', false],
  ['jo.ann@x.example', false],
  ['jo+ann@x.example', false],
  ['ann@x.example.org', false],
  ['ann@x.examples', false],
  ['ann@x.example-y.org', false],
  ['', false],
])('whether an address stands there as a whole: %s', (written, isThere) => {
  expect(names(written, 'ann@x.example')).toBe(isThere);
});
