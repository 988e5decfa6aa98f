// What a form wishes of single fields, as HTML and as words.
import { formLogic } from '@baton/form';
import { parseForm } from '@baton/form/document';
import { expect, test } from 'vitest';
import { publish, publishFields } from '../../test/forms.ts';
import { renderForm } from './form.ts';
import { embedPayload } from './payload.ts';
import type { PublishedForm } from './published-form.ts';

const email = { id: 'email', kind: 'email', label: 'E-mail', required: true } as const;

/** A document as it is published. */
function published(fields: readonly object[], more: object = {}): PublishedForm {
  const steps = [{ id: 's1', fields: [email, ...fields] }];
  const parsed = parseForm(
    { format: 1, id: 'demo', name: 'Demo', steps, ...more },
    { catalogue: new Map(), behaviours: null, tiers: null },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return { form: parsed.value, version: 1, logic: formLogic(parsed.value, new Map()) };
}

const draw = (form: PublishedForm, options: object = {}) =>
  renderForm(form, { action: '/f/demo', ...options });
const control = (html: string, id: string) =>
  new RegExp(`<(?:input|select)[^>]*name="${id}"[^>]*>`).exec(html)?.[0];

test('a field says itself what a browser may fill in, before what follows from it', () => {
  const html = draw(
    publishFields(
      { id: 'a', kind: 'text', label: 'A', attribute: 'company', autocomplete: 'work organization' },
      { id: 'b', kind: 'text', label: 'B', sensitive: true, autocomplete: 'one-time-code' },
      { id: 'c', kind: 'text', label: 'C', sensitive: true, attribute: 'company' },
      { id: 'd', kind: 'text', label: 'D', attribute: 'company' },
    ),
  );
  expect(control(html, 'a')).toContain('autocomplete="work organization"');
  expect(control(html, 'b')).toContain('autocomplete="one-time-code"');
  expect(control(html, 'c')).toContain('autocomplete="off"');
  expect(control(html, 'd')).toContain('autocomplete="organization"');
});

test('addresses are neither spelled nor begun with a capital', () => {
  const html = draw(publishFields(email, { id: 'web', kind: 'url', label: 'Web' }));
  for (const id of ['email', 'web']) {
    expect(control(html, id)).toContain('autocapitalize="none" spellcheck="false"');
  }
});

test('the key of the keyboard names what it leads to: the next field, the next step, the end', () => {
  const text = (id: string) => ({ id, kind: 'text', label: id }) as const;
  const hidden = { id: 'h', kind: 'hidden', label: '' } as const;
  const steps = [
    { id: 'one', title: '', fields: [text('a'), text('b'), hidden] },
    { id: 'two', title: '', fields: [text('c'), text('d'), { id: 's', kind: 'statement', label: 'Bye' }] },
  ] as const;
  const keys = (html: string) => [...html.matchAll(/enterkeyhint="(\w+)"/g)].map(([, key]) => key);
  expect(keys(draw(publish({ steps })))).toEqual(['next', 'go', 'next', 'send']);
  expect(keys(draw(publish({ steps, review: true })))).toEqual(['next', 'go', 'next', 'go']);
});

test('what is asked by a condition says that it is required, to be seen and to be heard', () => {
  const requiredWhen = {
    combinator: 'and',
    rules: [{ field: 'answer.email', operator: 'notNull' }],
  } as const;
  const html = draw(published([{ id: 'a', kind: 'text', label: 'A', requiredWhen }]));
  expect(html).toContain('A <b class="must" role="img" aria-label="required" hidden>*</b>');
  expect(control(html, 'a')).not.toContain(' required');
  // A control that says so itself is not heard twice.
  expect(html).toContain('E-mail <b class="must" aria-hidden="true">*</b>');
  expect(control(html, 'email')).toContain(' required');
});

const picky = published(
  [
    { id: 'work', kind: 'email', label: 'Work', business: 'refuse', businessText: 'Your office’s, please.' },
    { id: 'vat', kind: 'text', label: 'VAT', pattern: '[A-Z]+', patternText: 'Capitals only.' },
    { id: 'code', kind: 'text', label: 'Code', pattern: '\\d+' },
  ],
  {
    translations: {
      de: {
        fields: { work: { businessText: 'Die aus dem Büro, bitte.' }, vat: { patternText: 'Nur Großes.' } },
      },
    },
  },
);

test('the marketer’s words are said for what they refuse, in the visitor’s language', () => {
  const issues = ['work', 'vat', 'code'].map((id) => ({
    code: id === 'work' ? 'not_business' : 'not_in_pattern',
    path: ['answers', id],
    params: { field: id },
  }));
  const html = draw(picky, { issues });
  expect(html).toContain('Your office’s, please.');
  expect(html).toContain('Capitals only.');
  expect(html).toContain('Please write this in the form that is asked for.');
  expect(draw(picky, { issues, language: 'de' })).toContain('Nur Großes.');
  expect(embedPayload(picky, {}).texts.issues).toMatchObject({
    not_businesswork: 'Your office’s, please.',
    not_in_patternvat: 'Capitals only.',
    not_in_patterncode: 'Please write this in the form that is asked for.',
  });
  expect(embedPayload(picky, { language: 'de' }).texts.issues).toMatchObject({
    not_businesswork: 'Die aus dem Büro, bitte.',
  });
});

test('a pattern never reaches the browser', () => {
  expect(draw(picky)).not.toContain('[A-Z]');
  expect(JSON.stringify(embedPayload(picky, {}))).not.toContain('[A-Z]');
});

test('"other" is said in the form’s words, else in the visitor’s language', () => {
  const options = [{ id: 'ad', label: 'Ad' }];
  const heard = { id: 'heard', kind: 'choice', label: 'Heard', options };
  const translations = {
    de: {},
    fr: { fields: { heard: { options: { other: 'Rien' } }, heard_other: { label: 'Quoi' } } },
  };
  const hosts = published([{ ...heard, other: true }], { translations });
  expect(draw(hosts)).toMatch(/value="other"[^>]*> Other<.*Please say which/);
  expect(draw(hosts, { language: 'de' })).toMatch(/value="other"[^>]*> Anderes<.*Bitte sagen Sie, was/);
  expect(draw(hosts, { language: 'fr' })).toMatch(/value="other"[^>]*> Rien<.*Quoi/);
  const own = published([{ ...heard, other: { label: 'None', question: 'Which?' } }], { translations });
  expect(draw(own)).toMatch(/value="other"[^>]*> None<.*Which\?/);
  expect(draw(own, { language: 'de' })).toMatch(/value="other"[^>]*> None<.*Which\?/);
});
