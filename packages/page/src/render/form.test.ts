import type { Field } from '@baton/form';
import { fieldKinds } from '@baton/form';
import { expect, test } from 'vitest';
import { demoRequest, fieldOfKind, publish, publishFields } from '../../test/forms.ts';
import { renderForm } from './form.ts';
import type { PublishedForm, RenderOptions } from './published-form.ts';

const render = (published: PublishedForm, options: Partial<RenderOptions> = {}) =>
  renderForm(published, { action: '/f/demo', ...options });

/** The opening tags of an element, as written. */
const tags = (text: string, name: string) => text.match(new RegExp(`<${name}[^>]*>`, 'g')) ?? [];
const tag = (text: string, name: string, part: string) =>
  tags(text, name).find((found) => found.includes(part)) ?? `no <${name}> with ${part}`;

const canary = `"'><img src=x onerror=alert(1)>{{7*7}}</textarea></style>`;
const hostileField = (kind: Field['kind']): Field => ({
  ...fieldOfKind[kind],
  label: canary,
  help: canary,
  placeholder: canary,
  text: canary,
  required: true,
  options: [{ id: canary, label: canary }],
  default: canary,
});

test.each(fieldKinds)('no text of a field becomes markup: %s', (kind) => {
  const published = publish({
    id: 'demo',
    name: canary,
    steps: [{ id: canary, title: canary, fields: [hostileField(kind)] }],
    consent: { text: canary, url: `https://x.example/${canary}` },
    translations: { de: { texts: { send: canary, back: canary, required_note: canary } } },
  });
  const values = { [fieldOfKind[kind].id]: canary };
  const issues = [{ code: canary, path: ['answers', fieldOfKind[kind].id] }];
  for (const language of ['en', 'de']) {
    const text = render(published, { values, issues, submission: canary, language, action: `/f/${canary}` });
    expect(text).not.toMatch(/<img|<\/style|onerror=alert\(1\)>\{/);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    // Every attribute's quotes are still the renderer's own: with values taken out, no stray quote is left.
    expect(text.replace(/="[^"]*"/g, '').replace(/>[^<]*</g, '><')).not.toMatch(/["']/);
  }
});

test.each(fieldKinds)(
  'a field posts under its id, tells its help and issue, and begins sound: %s',
  (kind) => {
    const field = { ...fieldOfKind[kind], help: 'Some help' };
    const text = render(publishFields(field));
    const control =
      text.match(new RegExp(`<(input|select|textarea)[^>]* name="${field.id}"[^>]*>`))?.[0] ?? '';
    if (kind === 'statement') return expect(control).toBe('');
    expect(control).not.toBe('');
    if (kind === 'hidden') return expect(text).not.toContain('Some help');
    const described = `aria-describedby="baton-${field.id}-help baton-${field.id}-error"`;
    expect(text).toContain(described);
    expect(text).toContain(`id="baton-${field.id}-help"`);
    expect(text).toContain(`id="baton-${field.id}-error"`);
    expect(text).toContain('aria-invalid="false"');
  },
);

test('every label names its control and every id is there once', () => {
  const text = render(publishFields(...Object.values(fieldOfKind)));
  const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  const targets = [...text.matchAll(/ for="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(targets.length).toBeGreaterThan(7);
  for (const target of targets) expect(ids).toContain(target);
});

test('without a script nothing is hidden, and what a condition may hide is not demanded', () => {
  const shownWhen = { combinator: 'and', rules: [{ field: 'answer.a', operator: '=', value: 'x' }] } as const;
  const text = render(
    publish({
      steps: [
        {
          id: 's1',
          title: 'One',
          fields: [
            { id: 'a', kind: 'text', label: 'A', required: true },
            { id: 'b', kind: 'text', label: 'B', required: true, shownWhen },
            { id: 'c', kind: 'text', label: 'C', requiredWhen: shownWhen },
          ],
        },
        {
          id: 's2',
          title: 'Two',
          shownWhen,
          fields: [{ id: 'd', kind: 'text', label: 'D', required: true }],
        },
      ],
    }),
  );
  expect(tags(text, 'input').filter((input) => input.includes(' required'))).toEqual([
    tag(text, 'input', 'name="a"'),
  ]);
  expect(text.match(/ hidden(?=[ >])/g)).toHaveLength(2);
  expect(tag(text, 'button', 'back')).toContain(' hidden');
  expect(text).toContain('C <b class="must" role="img" aria-label="required" hidden>*</b>');
  expect(text).not.toMatch(/<form[^>]* novalidate/);
});

test('required is said in words, once for the form and at each group', () => {
  const text = render(publishFields({ ...fieldOfKind.choices, required: true }));
  expect(text).toContain('<b class="must">*</b> Required');
  expect(text).toContain('<b class="must" role="img" aria-label="required">*</b>');
});

test('browsers fill in what they know and show the keyboard that fits', () => {
  const text = render(demoRequest);
  expect(tag(text, 'input', 'name="name"')).toContain('autocomplete="name"');
  expect(tag(text, 'input', 'name="email"')).toMatch(/type="email".*autocomplete="email"/);
  expect(tag(text, 'input', 'name="company"')).toContain('autocomplete="organization"');
  expect(tag(text, 'select', 'name="country"')).toContain('autocomplete="country"');
  expect(tag(text, 'input', 'name="team"')).toContain('inputmode="numeric"');
  expect(tag(text, 'input', 'name="website"')).toContain('inputmode="url"');
  const secret = render(publishFields({ ...fieldOfKind.phone, sensitive: true }));
  expect(tag(secret, 'input', 'f_phone')).toContain('autocomplete="off"');
});

test('an example stands in what is typed into, and what a number or a day may be is said to the browser', () => {
  const { text, email, phone, url, number, textarea, date } = fieldOfKind;
  const asked = [text, email, phone, url, number, textarea].map((field) => ({
    ...field,
    placeholder: 'Such',
  }));
  const span = { ...date, earliest: '2026-01-02', latest: '2026-12-30' };
  const drawn = render(publishFields(...asked, span));
  expect(drawn.match(/ placeholder="Such"/g)).toHaveLength(asked.length);
  expect(tag(drawn, 'input', 'f_number')).toContain('inputmode="decimal"');
  // Not every keyboard of whole numbers has a minus.
  const whole = (min: number) => render(publishFields({ ...number, whole: true, min }));
  expect(tag(whole(0), 'input', 'f_number')).toContain('inputmode="numeric"');
  expect(tag(whole(-1), 'input', 'f_number')).toContain('inputmode="decimal"');
  expect(tag(drawn, 'input', 'f_phone')).toMatch(/type="tel".*autocomplete="tel"/);
  expect(tag(drawn, 'input', 'f_date')).toMatch(/type="date" min="2026-01-02" max="2026-12-30"/);
});

test.each([
  ['first_name', 'given-name'],
  ['last_name', 'family-name'],
  ['job_title', 'organization-title'],
  ['address', 'street-address'],
  ['city', 'address-level2'],
  ['region', 'address-level1'],
  ['postcode', 'postal-code'],
  ['mobile', 'tel'],
  ['website', 'url'],
  ['birthday', 'bday'],
  ['shoe_size', ''],
  ['constructor', ''],
])('what a browser may fill in follows from the attribute: %s', (attribute, expected) => {
  const input = tag(render(publishFields({ ...fieldOfKind.text, attribute })), 'input', 'f_text"');
  expect(/ autocomplete="([^"]*)"/.exec(input)?.[1] ?? '').toBe(expected);
});

test('the keyboard offers to go on, and to send at the last field', () => {
  const text = render(publishFields(fieldOfKind.text, fieldOfKind.email));
  expect(tag(text, 'input', 'f_text')).toContain('enterkeyhint="next"');
  expect(tag(text, 'input', 'f_email')).toContain('enterkeyhint="send"');
});

test('what was typed comes back as it was, for every kind', () => {
  const text = render(publishFields(...Object.values(fieldOfKind)), {
    values: {
      f_text: 'a "b"',
      f_textarea: '\nfirst line empty',
      f_number: 0,
      f_date: '2026-11-22',
      f_country: 'DE',
      f_choice: 'b',
      f_choices: ['a', 'b'],
      f_rating: 4,
      f_consent: true,
      f_hidden: 'pro',
    },
  });
  expect(tag(text, 'input', 'f_text"')).toContain('value="a &quot;b&quot;"');
  expect(text).toContain('>\n\nfirst line empty</textarea>');
  expect(tag(text, 'input', 'f_number')).toContain('value="0"');
  expect(tag(text, 'input', 'f_date')).toContain('value="2026-11-22"');
  expect(text).toContain('<option value="DE" selected>Germany</option>');
  expect(tags(text, 'input').filter((input) => input.includes(' checked'))).toHaveLength(5);
  expect(tag(text, 'input', 'f_hidden')).toContain('value="pro"');
});

test('a constant default is there at first and gives way to what was typed', () => {
  const published = publishFields(
    { ...fieldOfKind.choices, default: ['b'] },
    { ...fieldOfKind.text, default: 'x' },
  );
  expect(tags(render(published), 'input').filter((input) => input.includes(' checked'))).toHaveLength(1);
  expect(tag(render(published, { values: { f_text: '' } }), 'input', 'f_text')).toContain('value=""');
});

test('an issue is told in words at its field, and at no other', () => {
  const issues = [
    { code: 'too_short', path: ['answers', 'f_text'], params: { min: 3 } },
    { code: 'of the future', path: ['answers', 'f_email'] },
    { code: 'required', path: ['elsewhere', 'f_phone'] },
  ];
  const text = render(publishFields(fieldOfKind.text, fieldOfKind.email, fieldOfKind.phone), { issues });
  expect(text).toContain('id="baton-f_text-error">Please write at least 3 characters.</p>');
  expect(text).toContain('id="baton-f_email-error">Please check this answer.</p>');
  expect(text).toContain('id="baton-f_phone-error"></p>');
  expect(text.match(/aria-invalid="true"/g)).toHaveLength(2);
});

test('few options are all in sight, many are a list', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `o${index}`, label: `O ${index}` }));
  expect(render(publishFields({ ...fieldOfKind.choice, options: options(6) }))).toContain('type="radio"');
  const many = render(publishFields({ ...fieldOfKind.choice, options: options(7) }));
  expect(many).not.toContain('type="radio"');
  expect(tags(many, 'option')).toHaveLength(8);
});

test('the plain post carries version and id and a field for robots only', () => {
  const text = render(demoRequest, { submission: 'abc' });
  expect(tag(text, 'form', 'baton')).toContain('method="post" action="/f/demo"');
  expect(text).toContain('<input type="hidden" name="baton_version" value="3">');
  expect(text).toContain('<input type="hidden" name="baton_id" value="abc">');
  expect(render(demoRequest)).not.toContain('baton_id');
  // What only a script sends has no need of what a post would carry.
  expect(renderForm(demoRequest, { action: '' })).not.toMatch(/baton_version|action=|data-baton=/);
  expect(tag(text, 'input', 'baton_website')).toMatch(
    /autocomplete="off" data-1p-ignore data-bwignore data-lpignore="true"/,
  );
});

test('a form speaks the language it is asked for as far as it knows it', () => {
  const german = render(demoRequest, { language: 'de-AT' });
  expect(tag(german, 'form', 'baton')).toContain('lang="de" dir="ltr"');
  expect(german).toContain('>Über Sie</legend>');
  expect(german).toContain('Was beschreibt Sie am besten?');
  expect(german).toContain('Ich leite ein Team');
  expect(german).toContain('I build things');
  expect(german).toContain('>Jetzt anfragen</button>');
  expect(german).toContain('Deutschland</option>');
  expect(tag(render(demoRequest, { language: 'fr' }), 'form', 'baton')).toContain('lang="en"');
});

test('a form in a language written from right to left says so', () => {
  const published = publish({ language: 'ar', steps: demoRequest.form.steps });
  expect(tag(render(published), 'form', 'baton')).toContain('lang="ar" dir="rtl"');
});

test('a translation that is blank, or of something that is not there, changes nothing', () => {
  const translations = {
    de: {
      name: ' ',
      steps: { gone: { title: 'Weg' } },
      fields: { email: { label: '' } },
      texts: { send: '', unknown: 'x', constructor: 'y' },
    },
  };
  const text = render(publish({ steps: demoRequest.form.steps, translations }), { language: 'de' });
  expect(text).toContain('About you');
  expect(text).toContain('Work e-mail');
  expect(text).toContain('>Absenden</button>');
});

test('a link to a privacy policy leads to https only', () => {
  const consent = (url: string) =>
    render(publish({ steps: demoRequest.form.steps, consent: { text: 'Agreed', url } }));
  expect(consent('https://x.example/p')).toContain(
    '<a href="https://x.example/p" target="_blank" rel="noopener">',
  );
  // oxlint-disable-next-line no-script-url -- the address that must not become a link
  for (const url of ['javascript:alert(1)', 'http://x.example', '/p'])
    expect(consent(url)).not.toContain('<a ');
});

test('what the script will hide waits closed on a new page, and nothing does on one that comes back', () => {
  const fresh = render(demoRequest);
  expect(tag(fresh, 'fieldset', 'data-step="you"')).not.toContain('data-waits');
  expect(tag(fresh, 'fieldset', 'data-step="need"')).toContain('data-waits');
  expect(tag(fresh, 'div', 'data-field="team"')).toContain('data-waits');
  expect(tag(fresh, 'div', 'data-field="email"')).not.toContain('data-waits');
  const issues = [{ code: 'required', path: ['answers', 'email'] }];
  expect(render(demoRequest, { issues })).not.toContain('data-waits');
});

test('where nothing is ever demanded, there is no word of it and no room kept for it', () => {
  const name = { id: 'name', kind: 'text', label: 'Name' } as const;
  const write = (...fields: readonly Field[]) => renderForm(publishFields(...fields), { action: '' });
  expect(write(name)).not.toContain('class="note"');
  expect(write(name)).toContain('<div class="top" hidden>');
  const requiredWhen = { combinator: 'and', rules: [] } as const;
  for (const field of [
    { ...name, required: true },
    { ...name, requiredWhen },
  ]) {
    expect(write(field)).toContain('<div class="top"><p class="progress" role="status"></p><p class="note">');
  }
});
