import { missingTranslations } from '@baton/form';
import { parseForm } from '@baton/form/document';
import type { Attribute } from '@baton/rules';
import { expect, test } from 'vitest';
import type { FormDraft } from './form-draft.ts';
import {
  addLanguage,
  keyOf,
  linesOf,
  missingOf,
  removeLanguage,
  saidAt,
  setOwnLanguage,
  setSaying,
  wordsIn,
} from './translations.ts';

const size: Attribute = {
  id: 'size',
  label: 'Size',
  type: 'choice',
  about: 'company',
  options: [
    { id: 's', label: '1–10' },
    { id: 'l', label: 'More than ten' },
  ],
};
const attributes = new Map([[size.id, size]]);

const draft: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Request a demo',
  language: 'en',
  steps: [
    {
      id: 's1',
      title: 'About you',
      fields: [
        { id: 'email', kind: 'email', label: 'Work e-mail', help: 'We answer there.', required: true },
        {
          id: 'size',
          kind: 'choice',
          label: 'How many?',
          attribute: 'size',
          other: { label: 'Another number', question: 'Which one?' },
        },
      ],
    },
    { id: 's2', fields: [{ id: 'plan', kind: 'hidden', label: 'Plan' }] },
  ],
  outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you' } }],
  consent: {
    text: 'Agreed',
    url: 'https://rampline.example/privacy',
    linkText: 'Read it',
    marketing: { text: 'Write to me' },
  },
};

const lines = linesOf(draft, attributes);

test('every text stands where it is read, by what it is', () => {
  expect(lines.map(({ key, where, what }) => `${key} · ${where} · ${what}`)).toEqual([
    'name · The form · Name of the form',
    'steps/s1/title · About you · Title of the step',
    'fields/email/label · About you · Question',
    'fields/email/help · About you · Help',
    'fields/size/label · About you · Question',
    'fields/size/options/s · About you · Option',
    'fields/size/options/l · About you · Option',
    'fields/size/options/other · About you · Option',
    'fields/size_other/label · About you · Question',
    'outcomes/thanks/title · After sending · Title',
    'consent/text · Consent · What they agree to',
    'consent/linkText · Consent · Words of the link',
    'consent/marketing/text · Consent · Newsletter box',
    'consent/url · Consent · Address of the text',
  ]);
});

test('what is missing here is what is missing to whoever publishes', () => {
  const german = setSaying(draft, 'de', ['fields', 'email', 'label'], 'E-Mail');
  const parsed = parseForm(german, { catalogue: attributes, behaviours: null, tiers: null });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const missing = missingOf(lines, wordsIn(german, 'de')).map(({ key }) => key);
  expect(missing).toEqual(missingTranslations(parsed.value, 'de').map(keyOf));
  expect(missing).not.toContain('fields/size/options/s');
});

test('a text is written where it belongs, touches nothing else, and leaves nothing behind', () => {
  const one = setSaying(draft, 'de', ['fields', 'size', 'options', 'l'], 'Mehr als zehn');
  const both = setSaying(one, 'de', ['steps', 's1', 'title'], 'Über Sie');
  expect(both.translations).toEqual({
    de: { fields: { size: { options: { l: 'Mehr als zehn' } } }, steps: { s1: { title: 'Über Sie' } } },
  });
  expect(both.translations?.['de']?.fields).toBe(one.translations?.['de']?.fields);
  expect(setSaying(both, 'de', ['steps', 's1', 'title'], 'Über Sie')).toBe(both);
  const emptied = setSaying(
    setSaying(both, 'de', ['steps', 's1', 'title'], ''),
    'de',
    lines[6]?.path ?? [],
    '',
  );
  expect(emptied.translations).toEqual({ de: {} });
});

test('ids that every object knows are ids like others', () => {
  const odd = setSaying(draft, 'de', ['fields', 'constructor', 'label'], 'Wer baut?');
  expect(saidAt(wordsIn(odd, 'de'), ['fields', 'constructor', 'label'])).toBe('Wer baut?');
  expect(saidAt(wordsIn(draft, 'de'), ['fields', 'constructor', 'label'])).toBe('');
  expect(wordsIn(draft, 'constructor')).toBeUndefined();
});

test('a text for all numbers becomes that of the last category when another is said', () => {
  const counted: FormDraft = { ...draft, translations: { de: { texts: { check: '{count} prüfen' } } } };
  expect(saidAt(wordsIn(counted, 'de'), ['texts', 'check', 'other'])).toBe('{count} prüfen');
  expect(saidAt(wordsIn(counted, 'de'), ['texts', 'check', 'one'])).toBe('');
  const one = setSaying(counted, 'de', ['texts', 'check', 'one'], 'Eins prüfen');
  expect(one.translations?.['de']?.texts).toEqual({ check: { other: '{count} prüfen', one: 'Eins prüfen' } });
});

test('a language begins empty, and goes with all its texts', () => {
  const more = addLanguage(draft, 'de');
  expect(more.translations).toEqual({ de: {} });
  expect(addLanguage(more, 'de')).toBe(more);
  expect(removeLanguage(more, 'de')).toEqual(draft);
  expect(removeLanguage(draft, 'de')).toBe(draft);
});

test('the language that a form is written in is never one that it is translated into', () => {
  const german = setSaying(draft, 'de', ['name'], 'Vorführung');
  const spoken = setSaying(german, 'en', ['texts', 'send'], 'Ask for it');
  expect(setOwnLanguage(spoken, 'de')).toBe(spoken);
  expect(setOwnLanguage(spoken, 'en-GB')).toMatchObject({
    language: 'en-GB',
    translations: { de: { name: 'Vorführung' }, 'en-GB': { texts: { send: 'Ask for it' } } },
  });
  expect(setOwnLanguage(spoken, 'en-GB').translations).not.toHaveProperty('en');
});
