import type { Attribute } from '@baton/rules';
import { expect, test } from 'vitest';
import type { FormDraft } from '../../draft/form-draft.ts';
import { plainForm } from './plain-form.ts';
import { elementOf, pageOf, policyOf, reactOf, scriptOf, tagManagerOf } from './snippets.ts';

const place = { address: 'https://baton.example', name: 'acme~demo' };
const size: Attribute = {
  id: 'size',
  label: 'Size',
  type: 'choice',
  about: 'company',
  options: [{ id: 's', label: 'Under <10>' }],
};
const form: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [
    {
      id: 'one',
      fields: [
        { id: 'email', kind: 'email', label: 'Your "work" e-mail', required: true },
        { id: 'size', kind: 'choice', label: 'Size', attribute: 'size', required: true, shownWhen: null },
        { id: 'plan', kind: 'hidden', label: '' },
      ],
    },
    {
      id: 'two',
      shownWhen: { combinator: 'and', rules: [] },
      fields: [{ id: 'why', kind: 'textarea', label: 'Why?', required: true }],
    },
  ],
  consent: { text: 'Agreed & read', required: true, url: 'https://rampline.example/privacy' },
};

test('every line leads to Baton’s public address, by the name that the form has there', () => {
  expect(pageOf(place)).toBe('https://baton.example/f/acme~demo');
  expect(scriptOf(place)).toBe('<script async src="https://baton.example/f/acme~demo.js"></script>');
  expect(elementOf(place)).toContain('<baton-form form="acme~demo"></baton-form>');
  expect(reactOf(place)).toContain('<BatonForm form="acme~demo" src="https://baton.example" />');
  expect(policyOf(place)).toBe('script-src https://baton.example; connect-src https://baton.example');
});

test('a tag manager puts a form that opens over the page where it can open', () => {
  expect(tagManagerOf(place, {})).toContain("document.querySelector('main')");
  const popup = { embed: { mode: 'popup', triggers: [], once: 'visit' } } as const;
  expect(tagManagerOf(place, popup)).toContain('var place = document.body;');
});

test('plain HTML asks what the form asks, escaped, and demands only what is asked of everybody', () => {
  const html = plainForm(place, form, new Map([[size.id, size]]));
  expect(html).toContain('<form method="post" action="https://baton.example/f/acme~demo">');
  expect(html).toContain('Your &quot;work&quot; e-mail <input type="email" name="email" required>');
  expect(html).toContain('<option value="s">Under &lt;10&gt;</option>');
  expect(html).toContain('<textarea name="why"></textarea>');
  expect(html).not.toContain('name="plan"');
  expect(html).toContain(
    '<input type="checkbox" name="baton_consent" value="true" required> Agreed &amp; read',
  );
  expect(html).toContain('href="https://rampline.example/privacy"');
});
