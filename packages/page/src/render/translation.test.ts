import { expect, test } from 'vitest';
import { demoRequest } from '../../test/forms.ts';
import { languagesOf, speak } from './translation.ts';
import { inflect } from './wording.ts';

const { form } = demoRequest;
const inGerman = (words: object) => speak({ ...form, translations: { de: words } }, 'de');

test('a form speaks its own language and those it is translated to, and no other', () => {
  expect(languagesOf({ language: 'en', translations: { de: {}, en: {} } })).toEqual(['en', 'de']);
  expect(speak(form, 'de-CH').language).toBe('de');
  expect(speak(form, 'fr')).toMatchObject({ language: 'en', texts: { next: 'Continue' } });
  expect(speak({ ...form, language: 'ar' }, 'fr')).toMatchObject({ language: 'ar', direction: 'rtl' });
});

test('outcomes, consent, steps, fields and options are all said in the language', () => {
  const german = inGerman({
    steps: { you: { title: 'Über Sie' } },
    fields: { email: { placeholder: 'name@firma.de' }, role: { options: { maker: 'Ich baue' } } },
    outcomes: { thanks: { title: 'Danke' } },
    consent: { text: 'Einverstanden' },
  }).form;
  expect(german.steps[0]?.title).toBe('Über Sie');
  expect(german.steps[0]?.fields[1]).toMatchObject({ label: 'Work e-mail', placeholder: 'name@firma.de' });
  expect(german.steps[0]?.fields[2]?.options?.map(({ label }) => label)).toContain('Ich baue');
  expect(german.outcomes[0]?.show).toEqual({
    kind: 'message',
    title: 'Danke',
    text: 'We answer within four hours.',
  });
  expect(german.consent).toEqual({ text: 'Einverstanden', url: 'https://www.example.com/privacy' });
});

test('a form may say the interface’s texts otherwise, those that count in one wording or in plurals', () => {
  const { texts } = inGerman({
    texts: { next: 'Los', check: '{count} offen', too_few: { one: 'Eins', other: '{min}' }, too_many: {} },
  });
  expect(texts.next).toBe('Los');
  expect(inflect(texts.check, 1, 'de')).toBe('{count} offen');
  expect(inflect(texts.too_few, 1, 'de')).toBe('Eins');
  expect(inflect(texts.too_many, 1, 'de')).toBe('Bitte wählen Sie höchstens {max}.');
});
