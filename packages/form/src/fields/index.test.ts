import { expect, test } from 'vitest';
import { countryCodes } from '../country-codes.ts';
import { strictChecks } from '../strict-checks.ts';
import { fieldKinds } from '../types.ts';
import type { AnswerIssueCode, FieldKind, LogicField } from '../types.ts';
import { fieldAttributes } from './attributes.ts';
import { fieldConfigs } from './configs.ts';
import { fieldBehaviours } from './index.ts';

/** The canonical answer, or the code it is refused by. */
function read(kind: FieldKind, raw: unknown, limits: Omit<LogicField, 'id' | 'kind'> = {}): unknown {
  const field = { id: 'it', kind, ...limits };
  const { normalise, refusal, check } = fieldBehaviours[kind];
  const answer = normalise(raw, field);
  if (answer === undefined) return refusal && { refused: refusal };
  expect(normalise(answer, field), 'reading the canonical answer again').toEqual(answer);
  const fault = check?.(answer, field);
  return fault ? { refused: fault.code, ...fault.params } : answer;
}

const refused = (code: AnswerIssueCode, params = {}) => ({ refused: code, ...params });

test('every kind behaves, can be written in a document and says which attributes it asks for', () => {
  for (const kind of fieldKinds) {
    expect(fieldBehaviours[kind].normalise).toBeTypeOf('function');
    expect(fieldConfigs[kind]().shape.kind.value).toBe(kind);
    expect(fieldAttributes[kind]).toBeInstanceOf(Array);
  }
});

test('text is stored exactly, but for the space around it', () => {
  const odd = 'a  b\t<i>\u202e {{x}} =1+1 👩‍👩‍👧 e\u0301 \u0007';
  expect(read('text', `  ${odd}\n`)).toBe(odd);
  expect(read('textarea', odd)).toBe(odd);
});

test('null characters and halves of surrogate pairs are refused in every kind that takes text', () => {
  for (const kind of ['text', 'textarea', 'email', 'phone', 'url', 'country'] as const) {
    for (const bad of ['a\0b@example.com', '\ud83d', 'example.com/\udc69']) {
      expect(fieldBehaviours[kind].normalise(bad, { id: 'it', kind }), `${kind} ${bad}`).toBeUndefined();
    }
  }
});

test('what is not a single value is not text', () => {
  for (const bad of [{}, ['a', 'b'], () => 'a', { toString: () => 'a' }, Object.create(null)]) {
    expect(read('text', bad)).toEqual(refused('not_text'));
  }
  expect(read('text', 42)).toBe('42');
});

test('the length of a text counts UTF-16 code units, as HTML does', () => {
  expect(read('text', '👩', { maxLength: 2 })).toBe('👩');
  expect(read('text', '👩', { maxLength: 1 })).toEqual(refused('too_long', { max: 1 }));
  expect(read('text', 'a', { minLength: 2 })).toEqual(refused('too_short', { min: 2 }));
  expect(read('text', 'x'.repeat(1000))).toHaveLength(1000);
  expect(read('text', 'x'.repeat(1001))).toEqual(refused('too_long', { max: 1000 }));
  expect(read('textarea', 'x'.repeat(10_000))).toHaveLength(10_000);
  expect(read('textarea', 'x'.repeat(10_001))).toEqual(refused('too_long', { max: 10_000 }));
});

test('lines end alike whether a script or a plain form sends them', () => {
  expect(read('textarea', 'a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  expect(read('textarea', 'a\r\nb', { maxLength: 3 })).toBe('a\nb');
});

test('an e-mail address becomes trimmed lower case', () => {
  expect(read('email', ' Ada.Lovelace+Crm@Example.CO.UK ')).toBe('ada.lovelace+crm@example.co.uk');
  expect(read('email', "o'neil_x-1@xn--mller-kva.example")).toBe("o'neil_x-1@xn--mller-kva.example");
  expect(read('email', `${'a'.repeat(64)}@example.com`)).toHaveLength(76);
});

test('what is no e-mail address is refused', () => {
  const bad = [
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@localhost',
    'ada@example..com',
    'ada@-example.com',
    'ada@example-.com',
    'ada@example.com.',
    'a da@example.com',
    'ada@example.com\nBcc: x@example.com',
    'ada@example.com,bob@example.com',
    'Ada <ada@example.com>',
    'ada@@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    // These letters become ASCII in lower case: they would take another person's address.
    '\u212aim@example.com',
    'ad\u0130@example.com',
    5,
    {},
  ];
  for (const address of bad)
    expect(read('email', address), JSON.stringify(address)).toEqual(refused('not_email'));
});

test('no text makes a pattern take long', () => {
  const long = 200_000;
  const texts = [
    `a@${'a'.repeat(long)}`,
    `a@${'a-'.repeat(long)}`,
    `a@${'a.'.repeat(long)}!`,
    `${'a.'.repeat(long)}!`,
    `https://${'a-'.repeat(long)}`,
    `+${'1'.repeat(long)}`,
    `+${'1 '.repeat(long)}x`,
    '('.repeat(long),
    `${'1'.repeat(long)}e`,
    `2024-${'0'.repeat(long)}`,
    ' '.repeat(long) + 'x'.repeat(long),
  ];
  const started = performance.now();
  for (const kind of fieldKinds) {
    for (const text of texts) fieldBehaviours[kind].normalise(text, { id: 'it', kind, options: ['a'] });
  }
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a telephone number is kept as it was typed', () => {
  const good = [
    '+49 30 123456',
    '(030) 12 34-56',
    '+1 (415) 555-0100 ext. 12',
    '0044 20.7946/0018',
    '030–123456 x7',
  ];
  for (const number of good) expect(read('phone', ` ${number} `)).toBe(number);
});

test('what is no telephone number is refused', () => {
  for (const bad of [
    '12345',
    '+1234567890123456',
    'call me',
    '555-HELP-ME',
    '+49 30 123456; rm',
    '----------',
  ]) {
    expect(read('phone', bad), bad).toEqual(refused('not_phone'));
  }
});

test('the address of a website is https unless it says http', () => {
  expect(read('url', 'example.com')).toBe('https://example.com');
  expect(read('url', ' www.Example.com/A?b=c#d ')).toBe('https://www.Example.com/A?b=c#d');
  expect(read('url', 'HTTP://example.com:8080/a b'.replace(' ', '%20'))).toBe(
    'HTTP://example.com:8080/a%20b',
  );
  expect(read('url', 'https://bücher.example/ä')).toBe('https://bücher.example/ä');
  expect(read('url', 'example.com:8080')).toBe('https://example.com:8080');
});

test('what is no address of a website is refused', () => {
  const bad = [
    'javascript:alert(1)',
    'JavaScript://example.com/%0aalert(1)',
    'data:text/html,x',
    'mailto:ada@example.com',
    'ftp://example.com',
    '//example.com',
    'https://',
    'https://localhost',
    'https://user:secret@example.com',
    'https://good.example\\@evil.example',
    'example com',
    'https://example.com/a b',
    'just words',
    'http\u017f://example.com/',
  ];
  for (const address of bad) expect(read('url', address), address).toEqual(refused('not_url'));
  expect(read('url', `example.com/${'x'.repeat(2000)}`)).toEqual(refused('too_long', { max: 2000 }));
});

test('a number comes from JSON or from the text of an input', () => {
  for (const [raw, value] of [
    [12, 12],
    ['12', 12],
    [' -1.5e3 ', -1500],
    ['.5', 0.5],
    ['+7', 7],
    ['007', 7],
    [Number.MAX_VALUE, Number.MAX_VALUE],
    ['-0', 0],
    [-0, 0],
  ]) {
    expect(read('number', raw), String(raw)).toBe(value);
  }
});

test('what only JavaScript reads as a number is refused', () => {
  for (const bad of [
    '0x10',
    '0b1',
    '1e999',
    'Infinity',
    Infinity,
    '1,5',
    '1 000',
    '1_000',
    'e5',
    '--1',
    true,
    [1],
    {},
  ]) {
    expect(read('number', bad), JSON.stringify(bad)).toEqual(refused('not_number'));
  }
});

test('a number keeps to its range and is whole where it must be', () => {
  expect(read('number', 1, { min: 1, max: 2 })).toBe(1);
  expect(read('number', 0, { min: 1 })).toEqual(refused('too_small', { min: 1 }));
  expect(read('number', 3, { max: 2 })).toEqual(refused('too_large', { max: 2 }));
  expect(read('number', 1.5, { whole: true })).toEqual(refused('not_whole'));
  expect(read('number', '2.0', { whole: true })).toBe(2);
});

test('a date is a day that exists', () => {
  for (const day of ['2024-02-29', '2000-02-29', '1999-12-31', '2026-04-30', '0001-01-01', '9999-12-31']) {
    expect(read('date', ` ${day} `)).toBe(day);
  }
  const bad = [
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-01',
    '2024',
    '+002024-01',
    '-000001-01',
    '2024-01-01T00:00',
    '01/02/2024',
    'March 7, 2024',
    20240101,
    '',
  ];
  for (const day of bad) expect(read('date', day), String(day)).toEqual(refused('not_date'));
});

test('a date keeps to its first and last day', () => {
  const limits = { earliest: '2024-01-10', latest: '2024-01-20' };
  expect(read('date', '2024-01-10', limits)).toBe('2024-01-10');
  expect(read('date', '2024-01-09', limits)).toEqual(refused('too_early', { min: '2024-01-10' }));
  expect(read('date', '2024-01-21', limits)).toEqual(refused('too_late', { max: '2024-01-20' }));
});

test('a country is its code in capitals; only the worker looks it up', () => {
  expect(read('country', ' de ')).toBe('DE');
  expect(read('country', 'zz')).toBe('ZZ');
  expect(strictChecks.country?.('ZZ', { id: 'it', kind: 'country' })).toEqual({ code: 'not_country' });
  expect(strictChecks.country?.('DE', { id: 'it', kind: 'country' })).toBeUndefined();
  for (const bad of ['DEU', 'D', '49', '\u0131t'])
    expect(read('country', bad)).toEqual(refused('not_country'));
});

test('every country has a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(new Set(countryCodes).size).toBe(250);
  expect([...countryCodes].sort()).toEqual(countryCodes);
});

test('a choice is one of its options, by id', () => {
  const options = ['1-10', '11-50', 'Über 50'];
  expect(read('choice', ' 11-50 ', { options })).toBe('11-50');
  expect(read('choice', 'Über 50', { options })).toBe('Über 50');
  for (const bad of ['11-51', 'über 50', ['1-10', '11-50'], true, {}]) {
    expect(read('choice', bad, { options })).toEqual(refused('not_an_option'));
  }
});

test('choices are a set in the order of the options, from a list or a single text', () => {
  const options = ['a', 'b', 'c'];
  expect(read('choices', ['c', 'a', 'c', ''], { options })).toEqual(['a', 'c']);
  expect(read('choices', 'b', { options })).toEqual(['b']);
  for (const bad of [['a', 'x'], 'a,b', [['a']], [{}], [[]], [null], ['', 'x'], 7]) {
    expect(read('choices', bad, { options }), JSON.stringify(bad)).toEqual(refused('not_an_option'));
  }
  expect(read('choices', ['a'], { options, min: 2 })).toEqual(refused('too_few', { min: 2 }));
  expect(read('choices', ['a', 'b'], { options, max: 1 })).toEqual(refused('too_many', { max: 1 }));
});

test('a rating is a whole mark from 1 to 5, or to the best it names', () => {
  expect(read('rating', '5')).toBe(5);
  expect(read('rating', 10, { max: 10 })).toBe(10);
  expect(read('rating', 6)).toEqual(refused('too_large', { max: 5 }));
  expect(read('rating', 0)).toEqual(refused('too_small', { min: 1 }));
  expect(read('rating', 2.5)).toEqual(refused('not_whole'));
});

test('a consent is a ticked box, in JSON or from a plain form', () => {
  for (const yes of [true, 'on', 'true']) expect(read('consent', yes)).toBe(true);
  for (const no of [false, 'off', 'false']) expect(read('consent', no)).toBe(false);
  for (const bad of ['maybe', 1, {}]) expect(read('consent', bad)).toEqual(refused('not_boolean'));
});

test('a hidden field never refuses: nobody could correct it', () => {
  expect(read('hidden', ' pro ')).toBe('pro');
  expect(read('hidden', 'x'.repeat(1001))).toBeUndefined();
  expect(read('hidden', 'a\0')).toBeUndefined();
  expect(read('hidden', {})).toBeUndefined();
});

test('a statement has no answer, ever', () => {
  expect(read('statement', 'words')).toBeUndefined();
});
