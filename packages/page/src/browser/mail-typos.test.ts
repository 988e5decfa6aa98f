import { expect, test } from 'vitest';
import { betterAddress, isPrivate, isThrownAway } from './mail-typos.ts';

test.each([
  ['ada@gmial.com', 'ada@gmail.com'],
  ['ada@gmal.com', 'ada@gmail.com'],
  ['ada@gmaill.com', 'ada@gmail.com'],
  ['ada@gnail.com', 'ada@gmail.com'],
  ['Ada.B+x@GMIAL.con ', 'ada.b+x@gmail.com'],
  ['ada@gmail.co', 'ada@gmail.com'],
  ['ada@gmail.cm', 'ada@gmail.com'],
  ['ada@hotmial.fr', 'ada@hotmail.fr'],
  ['ada@yaho.co.uk', 'ada@yahoo.co.uk'],
  ['ada@outlok.de', 'ada@outlook.de'],
  ['ada@iclould.com', 'ada@icloud.com'],
  ['ada@nwosu.con', 'ada@nwosu.com'],
  ['ada@nwosu.ogr', 'ada@nwosu.org'],
])('a slip is seen: %s', (typed, meant) => {
  expect(betterAddress(typed)).toBe(meant);
});

test.each([
  'ada@gmail.com',
  'ada@mail.com',
  'ada@ymail.com',
  'ada@email.com',
  'ada@gmx.de',
  'ada@gmx.at',
  'ada@yahoo.de',
  'ada@yahoo.com.br',
  'ada@hotmail.it',
  'ada@nwosu.co',
  'ada@nwosu.cm',
  'ada@acme.om',
  'ada@web.de',
  'ada@we.de',
  'ada@cloud.com',
  'ada@mail.gmial.example',
  'ada',
  'ada@',
  '@gmial.com',
  'ada@gmial',
  '',
])('what may be meant is left alone: %s', (typed) => {
  expect(betterAddress(typed)).toBeUndefined();
});

test('what is better is as good as it gets', () => {
  for (const typed of ['a@gmial.con', 'a@yaho.co', 'a@x.con']) {
    expect(betterAddress(betterAddress(typed) ?? typed)).toBeUndefined();
  }
});

test('well-known private addresses are known, and nobody else', () => {
  for (const address of ['a@gmail.com', 'a@Yahoo.co.uk ', 'a@gmx.at', 'a@web.de', 'a@me.com']) {
    expect(isPrivate(address), address).toBe(true);
  }
  for (const address of [
    'a@acme.com',
    'a@web.com',
    'a@me.de',
    'gmail.com',
    'a@notgmail.com',
    'a@gmail.acme-x',
  ]) {
    expect(isPrivate(address), address).toBe(false);
  }
});

test('well-known addresses for an hour are known, and nobody else', () => {
  for (const address of [
    'a@mailinator.com',
    'A@Yopmail.fr ',
    'a@inbox.guerrillamail.com',
    'a@temp-mail.org',
  ]) {
    expect(isThrownAway(address), address).toBe(true);
  }
  for (const address of ['a@acme.com', 'a@notmailinator.com', 'a@mailinator.acme-x', 'mailinator.com', '']) {
    expect(isThrownAway(address), address).toBe(false);
  }
});
