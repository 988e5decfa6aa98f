import { checkAnswers, compileLogic, countryCodes, fieldKinds } from '@baton/form';
import type { FieldKind } from '@baton/form';
import { expect, test } from 'vitest';
import { demoRequest, fieldOfKind, publish, publishFields } from '../../test/forms.ts';
import { unfoldCodes } from './countries.ts';
import { embedPayload } from './payload.ts';
import { sentenceKey } from './wording.ts';

test('the payload survives JSON and holds nothing that a visitor may not know', () => {
  const published = publish({
    steps: [
      {
        id: 's1',
        title: 'One',
        fields: [{ ...fieldOfKind.text, attribute: 'secret_attribute', ask: 'untilKnown' }],
      },
    ],
    outcomes: [
      { id: 'vip', when: { tier: 'secret_tier' }, show: { kind: 'redirect', url: 'https://secret.example' } },
      { id: 'rest', show: { kind: 'message', text: 'secret words' } },
    ],
    websites: ['https://secret.example'],
    protection: { minSeconds: 3 },
  });
  const payload = embedPayload(published, {});
  expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
  expect(JSON.stringify(payload)).not.toMatch(/secret|minSeconds|untilKnown/);
});

test('only words that this form can need travel', () => {
  const { texts } = embedPayload(publishFields(fieldOfKind.email), {});
  expect(texts).toMatchObject({ sending: 'Sending…', progress: '' });
  expect(Object.keys(texts.issues)).toEqual(['required', 'not_email']);
  expect(texts).not.toHaveProperty('not_found_title');
  expect(embedPayload(demoRequest, { language: 'de' }).texts).toMatchObject({ next: 'Weiter' });
});

test('every issue with what a control can give has its sentence, limits included', () => {
  const limits = { minLength: 3, maxLength: 5, min: 2, max: 3, earliest: '2026-03-01', latest: '2026-03-02' };
  const wrong: Readonly<Record<FieldKind, readonly unknown[]>> = {
    text: ['a', 'a'.repeat(1001)],
    textarea: ['a', 'a'.repeat(10_001)],
    email: ['a'],
    phone: ['a'],
    url: ['a', `a.example/${'a'.repeat(2000)}`],
    number: ['a', 0.5, 1, 4],
    date: ['2026-02-01', '2026-04-01'],
    country: [],
    choice: [],
    choices: [['a']],
    rating: [],
    consent: [],
    hidden: [],
    statement: [],
  };
  for (const kind of fieldKinds) {
    for (const field of [fieldOfKind[kind], { ...fieldOfKind[kind], ...limits, whole: true }]) {
      const published = publishFields(field);
      const { texts } = embedPayload(published, {});
      for (const answer of ['', ...wrong[kind]]) {
        const checked = checkAnswers(compileLogic(published.logic), { [field.id]: answer }, { visit: {} });
        const keys = checked.ok ? [] : checked.issues.map(({ code, params }) => sentenceKey(code, params));
        expect(Object.keys(texts.issues), `${kind} ${String(answer)}`).toEqual(expect.arrayContaining(keys));
      }
    }
  }
});

test('limits are told as the language writes them, and nothing travels in another language', () => {
  const form = publish({
    language: 'de',
    steps: [
      {
        id: 's1',
        title: '',
        fields: [
          { ...fieldOfKind.date, earliest: '2026-03-01' },
          { ...fieldOfKind.textarea, minLength: 1 },
        ],
      },
    ],
    translations: { en: { name: 'English name' } },
  });
  const { texts } = embedPayload(form, {});
  expect(texts.issues).toMatchObject({
    'too_early2026-03-01': 'Bitte geben Sie einen Tag ab dem 1. März 2026 an.',
    too_long10000: 'Bitte schreiben Sie höchstens 10.000 Zeichen.',
  });
  expect(JSON.stringify(embedPayload(form, {}))).not.toMatch(/Please|English/);
});

test('countries travel as codes, and only where they are asked for', () => {
  const payload = embedPayload(publishFields(fieldOfKind.country), {});
  expect(payload.html).not.toContain('Germany');
  expect(payload.html).toContain('data-countries');
  expect(unfoldCodes(payload.countries ?? '')).toEqual(countryCodes);
  expect(embedPayload(publishFields(fieldOfKind.text), {})).not.toHaveProperty('countries');
});

test('the hosted page is not sent twice', () => {
  expect(embedPayload(demoRequest, { hosted: true })).toMatchObject({ html: '', css: '' });
});

test('an embedded form is closed nowhere: its script is there before it is', () => {
  expect(embedPayload(demoRequest, {}).html).not.toContain('data-waits');
});
