import { expect, test } from 'vitest';
import { consentField, marketingField, withConsent } from './consent.ts';
import { parseForm } from './document.ts';
import { formLogic } from './form-logic.ts';
import type { Consent } from './types.ts';

const catalogue = new Map([
  ['news', { id: 'news', label: 'News', type: 'boolean' as const, about: 'person' as const }],
  ['name', { id: 'name', label: 'Name', type: 'text' as const, about: 'person' as const }],
]);
const never = { combinator: 'and', rules: [{ field: 'answer.email', operator: 'null' }] };

function read(consent: unknown, published = false, more: object = {}) {
  const email = { id: 'email', kind: 'email', label: 'E-mail', required: true };
  const steps = [
    { id: 's1', fields: [email] },
    { id: 's2', fields: [{ id: 'a', kind: 'text', label: 'A' }] },
    { id: 's3', shownWhen: never, fields: [{ id: 'b', kind: 'text', label: 'B' }] },
  ];
  const document = { format: 1, id: 'demo', name: 'Demo', steps, consent, ...more };
  return parseForm(document, { catalogue, behaviours: null, tiers: null, published });
}

function faults(consent: unknown): unknown[] {
  const parsed = read(consent);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.join('.')]);
}

function asked(consent: Consent): unknown[] {
  const parsed = read(consent);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const form = withConsent(parsed.value);
  expect(withConsent(form)).toEqual(form);
  return form.steps.map(({ fields }) => fields.map(({ id, kind }) => `${id} ${kind}`));
}

test('consent stands in the last step that everybody sees, demanded only where it is required', () => {
  const marketing = { text: 'Write to me', attribute: 'news' };
  expect(asked({ text: 'Agreed', marketing })).toEqual([
    ['email email'],
    ['a text', `${consentField} statement`, `${marketingField} consent`],
    ['b text'],
  ]);
  const parsed = read({ text: 'Agreed', required: true, marketing });
  const logic = parsed.ok ? formLogic(parsed.value, catalogue) : { steps: [] };
  expect(logic.steps[1]?.fields.slice(1)).toEqual([
    { id: consentField, kind: 'consent', required: true },
    { id: marketingField, kind: 'consent' },
  ]);
  expect(asked({})).toEqual([['email email'], ['a text'], ['b text']]);
});

test('a consent is refused with the place where it is wrong', () => {
  expect(faults({ text: 1 })).toEqual([['wrong_type', 'consent.text']]);
  expect(faults({ required: true })).toEqual([['required', 'consent.text']]);
  expect(faults({ text: 'A', url: 'javascript:alert(1)' })).toEqual([['not_a_safe_address', 'consent.url']]);
  expect(faults({ text: 'A', marketing: { text: ' ' } })).toEqual([['blank', 'consent.marketing.text']]);
  const attribute = (id: string) => faults({ marketing: { text: 'M', attribute: id } });
  const path = 'consent.marketing.attribute';
  expect(attribute('news')).toEqual([]);
  expect(attribute('name')).toEqual([['attribute_does_not_fit', path]]);
  expect(attribute('nobody')).toEqual([['unknown_attribute', path]]);
  expect(attribute('company_domain')).not.toEqual([]);
});

test('no field may take the name of a box, and what was published before stands', () => {
  const fields = [
    { id: 'email', kind: 'email', label: 'E', required: true },
    { id: marketingField, kind: 'text', label: 'X' },
  ];
  const parsed = read(null, false, { steps: [{ id: 's', fields }] });
  expect(parsed.ok ? [] : parsed.issues.map(({ code }) => code)).toEqual(['reserved_id']);
  expect(read({ text: 'A', url: 'http://old.example' }, true).ok).toBe(true);
});
