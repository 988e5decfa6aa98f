import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Attribute, AttributeType } from '@baton/rules';
import { formIssueCodes, formSchema, formWarningCodes, parseForm } from './document.ts';
import { fieldKinds } from './types.ts';

const attribute = (id: string, type: AttributeType, more: Partial<Attribute> = {}): [string, Attribute] => [
  id,
  { id, label: id, type, about: 'person', ...more },
];
const sizes = ['1-10', '11-50', '51-200'].map((id) => ({ id, label: id }));
const catalogue = new Map([
  attribute('email', 'email'),
  attribute('role', 'text'),
  attribute('team_size', 'number'),
  attribute('news', 'boolean'),
  attribute('company_size', 'choice', { ordered: true, options: sizes }),
  attribute('tools', 'choices', { options: [{ id: 'crm', label: 'CRM' }] }),
  attribute('bare', 'choice'),
]);
const context = { catalogue, behaviours: ['pricing'], tiers: ['hot', 'mql'] };

const email = { id: 'email', kind: 'email', attribute: 'email', label: 'Work e-mail', required: true };
const rule = (field: string, operator: string, value?: unknown) => ({
  combinator: 'and',
  rules: [{ field, operator, value }],
});
const form = (fields: readonly unknown[], more: object = {}) => ({
  format: 1,
  id: 'demo',
  name: 'Request a demo',
  steps: [{ id: 's1', title: 'About you', fields: [email, ...fields] }],
  ...more,
});
/** The faults of a field that stands second in the form, by their paths inside it. */
const faults = (field: object, more: object = {}) => told(parseForm(form([field], more), context), 4);
const told = (parsed: ReturnType<typeof parseForm>, from = 0) =>
  parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, path.slice(from).join('.')]);
const warned = (parsed: ReturnType<typeof parseForm>) =>
  parsed.warnings.map(({ code, path }) => [code, path.join('.')]);

test('what is absent has its default', () => {
  const parsed = parseForm(form([]), context);
  expect(parsed).toEqual({
    ok: true,
    warnings: [],
    value: {
      ...form([]),
      language: 'en',
      profiling: { maxProgressive: 3, order: 'listed' },
      outcomes: [],
      consent: null,
      theme: {},
      translations: {},
      protection: {},
      websites: [],
    },
  });
});

test('a whole document is read as it stands', () => {
  const document = form(
    [
      {
        id: 'size',
        kind: 'choice',
        attribute: 'company_size',
        label: 'Company size',
        required: true,
        ask: 'untilKnown',
        options: sizes.slice(0, 2),
      },
      {
        id: 'team',
        kind: 'number',
        attribute: 'team_size',
        label: 'Team size',
        required: true,
        ask: 'progressive',
        shownWhen: rule('answer.size', '>=', '11-50'),
        requiredWhen: null,
        min: 1,
        whole: true,
      },
      { id: 'plan', kind: 'hidden', default: { from: 'url', name: 'plan' } },
      { id: 'say', kind: 'statement', text: 'Almost there', shownWhen: rule('visit.device', '=', 'phone') },
    ],
    {
      language: 'pt-BR',
      profiling: { maxProgressive: 1, order: 'deciding' },
      outcomes: [
        {
          id: 'booked',
          when: { tier: 'hot' },
          show: { kind: 'redirect', url: 'https://cal.example/a?b=1#c' },
        },
        { id: 'big', when: rule('lead.company_size', '>', '1-10'), show: { kind: 'message', title: 'Hi' } },
        { id: 'thanks', show: { kind: 'message', title: 'Thank you', text: '…' } },
      ],
      theme: { accent: '#123456' },
      translations: { de: { fields: { email: { label: 'E-Mail' } } } },
      protection: {
        minSeconds: 3,
        maxPerHour: 20,
        proofOfWork: { cost: 20_000 },
        turnstile: { siteKey: '0x4' },
      },
      websites: ['https://www.example.com'],
    },
  );
  const parsed = parseForm(document, context);
  expect(told(parsed)).toEqual([]);
  expect(warned(parsed)).toEqual([]);
  const [step] = (parsed.ok && parsed.value.steps) || [];
  expect(step?.fields.map(({ id }) => id)).toEqual(['email', 'size', 'team', 'plan', 'say']);
  expect(step?.fields[2]).toEqual({ ...Object(document.steps[0]?.fields[2]) });
});

test('parsing what was parsed gives the same', () => {
  const first = parseForm(
    form([{ id: 'size', kind: 'choice', attribute: 'company_size', label: 'Size' }]),
    context,
  );
  expect(first.ok && parseForm(first.value, context)).toEqual(first);
});

test('a choice takes the options of its attribute when it has none of its own', () => {
  const parsed = parseForm(
    form([{ id: 'size', kind: 'choice', attribute: 'company_size', label: 'S' }]),
    context,
  );
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]?.options).toEqual(sizes);
  expect(faults({ id: 'size', kind: 'choice', label: 'S' })).toEqual([['options_missing', 'options']]);
  expect(faults({ id: 'size', kind: 'choice', label: 'S', attribute: 'bare' })).toEqual([
    ['options_missing', 'options'],
  ]);
});

test('all faults are told at once, each where it stands', () => {
  const document = {
    format: 1,
    id: 'no/slash',
    steps: [
      {
        id: 's1',
        title: 5,
        shownWhen: { combinator: 'xor', rules: [] },
        fields: [
          { id: 'Email', kind: 'email', label: ' ' },
          { id: 'a', kind: 'nope', label: 'A' },
          { id: 'b', kind: 'choice', label: 'B', options: [{ id: 'x' }, { id: 'x', label: 'X' }] },
          'text',
          { id: 'c', kind: 'number', label: 'C', min: 'one', shownWhen: rule('answer.d', '=', 1) },
          { id: 'd', kind: 'number', label: 'D', shownWhen: rule('answer.a', '=', 1) },
        ],
      },
    ],
    outcomes: [
      { id: 'x', show: { kind: 'dance' } },
      { show: { kind: 'redirect', url: 'javascript:alert(1)' } },
    ],
    profiling: { maxProgressive: 1.5, order: 'random' },
    websites: ['https://example.com/path', 7],
  };
  expect(told(parseForm(document, context))).toEqual([
    ['bad_id', 'id'],
    ['required', 'name'],
    ['not_whole', 'profiling.maxProgressive'],
    ['not_in_list', 'profiling.order'],
    ['not_an_origin', 'websites.0'],
    ['wrong_type', 'websites.1'],
    ['wrong_type', 'steps.0.title'],
    ['unknown_combinator', 'steps.0.shownWhen.combinator'],
    ['bad_id', 'steps.0.fields.0.id'],
    ['blank', 'steps.0.fields.0.label'],
    ['unknown_kind', 'steps.0.fields.1.kind'],
    ['required', 'steps.0.fields.2.options.0.label'],
    ['wrong_type', 'steps.0.fields.3'],
    ['wrong_type', 'steps.0.fields.4.min'],
    ['unknown_kind', 'outcomes.0.show.kind'],
    ['not_last', 'outcomes.0.when'],
    ['required', 'outcomes.1.id'],
    ['not_a_safe_address', 'outcomes.1.show.url'],
  ]);
});

test('a document must say its format, and not a later one', () => {
  const { format: _, ...without } = form([]);
  expect(told(parseForm(without, context))).toEqual([['required', 'format']]);
  expect(told(parseForm(form([], { format: 2 }), context))).toEqual([['format_too_new', 'format']]);
  expect(told(parseForm(form([], { format: '1' }), context))).toEqual([['unknown_format', 'format']]);
  expect(told(parseForm([], context))).toEqual([['wrong_type', '']]);
});

test('unknown keys are kept and told', () => {
  const parsed = parseForm(
    form(
      [
        {
          id: 'a',
          kind: 'text',
          label: 'A',
          colour: 'red',
          options: [],
          default: { from: 'url', name: 'a', x: 1 },
        },
      ],
      {
        mood: 'fine',
        profiling: { maxProgressive: 1, order: 'listed', also: 1 },
        outcomes: [{ id: 'x', when: null, show: { kind: 'message', url: 'x' } }],
      },
    ),
    context,
  );
  expect(warned(parsed)).toEqual([
    ['unknown_key', 'mood'],
    ['unknown_key', 'profiling.also'],
    ['unknown_key', 'steps.0.fields.1.colour'],
    ['unknown_key', 'steps.0.fields.1.options'],
    ['unknown_key', 'steps.0.fields.1.default.x'],
    ['unknown_key', 'outcomes.0.show.url'],
  ]);
  expect(parsed.ok && parsed.value).toMatchObject({ mood: 'fine', profiling: { also: 1 } });
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]).toMatchObject({ colour: 'red' });
  // What another kind would heed is not kept: it would start to mean something.
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]).not.toHaveProperty('options');
});

test('polluting keys reach no prototype', () => {
  const document: unknown = JSON.parse(
    JSON.stringify(form([{ id: 'a', kind: 'text', label: 'A' }]))
      .replaceAll('{', '{"__proto__":{"planted":1},')
      .replace(',}', '}'),
  );
  parseForm(document, context);
  expect(Object.hasOwn(Object.prototype, 'planted')).toBe(false);
  expect(told(parseForm(form([{ id: 'constructor', kind: 'text', label: 'A' }]), context))).toEqual([
    ['reserved_id', 'steps.0.fields.1.id'],
  ]);
});

test('ids are used once', () => {
  expect(faults({ ...email })).toEqual([['duplicate_id', 'id']]);
  const step = { id: 's1', fields: [] };
  expect(told(parseForm(form([], { steps: [{ id: 's1', fields: [email] }, step] }), context))).toEqual([
    ['duplicate_id', 'steps.1.id'],
  ]);
  const show = { kind: 'message' };
  const outcomes = [
    { id: 'x', when: { tier: 'hot' }, show },
    { id: 'x', show },
  ];
  expect(told(parseForm(form([], { outcomes }), context))).toEqual([['duplicate_id', 'outcomes.1.id']]);
});

test('an attribute must be known, not derived, and take what the field asks', () => {
  const ask = (kind: string, id: string) => faults({ id: 'a', kind, label: 'A', attribute: id });
  expect(ask('text', 'role')).toEqual([]);
  expect(ask('email', 'role')).toEqual([]);
  expect(ask('rating', 'team_size')).toEqual([]);
  expect(ask('consent', 'news')).toEqual([]);
  expect(ask('choices', 'tools')).toEqual([]);
  expect(ask('text', 'nope')).toEqual([['unknown_attribute', 'attribute']]);
  expect(ask('choice', 'nope')).toEqual([['unknown_attribute', 'attribute']]);
  expect(ask('text', 'company_domain')).toEqual([['derived_attribute', 'attribute']]);
  expect(ask('text', 'email')).toEqual([['attribute_does_not_fit', 'attribute']]);
  expect(ask('number', 'role')).toEqual([['attribute_does_not_fit', 'attribute']]);
  expect(ask('choices', 'company_size')).toEqual([['attribute_does_not_fit', 'attribute']]);
});

test('options have ids of their own; one that the attribute lacks is told', () => {
  const choice = (options: object[]) => ({
    id: 'a',
    kind: 'choice',
    label: 'A',
    attribute: 'company_size',
    options,
  });
  expect(faults(choice([sizes[0] ?? {}, sizes[0] ?? {}]))).toEqual([['duplicate_id', 'options.1.id']]);
  expect(faults(choice([]))).toEqual([['too_few', 'options']]);
  expect(faults(choice([{ id: ' 1-10', label: 'X' }]))).toEqual([['spaced', 'options.0.id']]);
  const parsed = parseForm(form([choice([{ id: '200+', label: 'More' }])]), context);
  expect(parsed.ok).toBe(true);
  expect(warned(parsed)).toEqual([['option_not_in_attribute', 'steps.0.fields.1.options.0.id']]);
});

test('a condition reads the answers to earlier fields, and what the browser knows of the visit', () => {
  const shown = (field: string, operator = 'notNull', value?: unknown) =>
    faults({ id: 'a', kind: 'text', label: 'A', shownWhen: rule(field, operator, value) });
  expect(shown('answer.email')).toEqual([]);
  expect(shown('visit.utm_source')).toEqual([]);
  expect(shown('answer.a')).toEqual([['not_an_earlier_field', 'shownWhen.rules.0.field']]);
  expect(shown('answer.nope')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('email')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('lead.role')).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('score.total', '>', 1)).toEqual([['unknown_field', 'shownWhen.rules.0.field']]);
  expect(shown('visit.country')).toEqual([['not_known_in_browser', 'shownWhen.rules.0.field']]);
  expect(shown('answer.email', '=', '')).toEqual([['value_missing', 'shownWhen.rules.0.value']]);
  expect(faults({ id: 'a', kind: 'text', label: 'A', requiredWhen: rule('answer.b', 'null') })).toEqual([
    ['unknown_field', 'requiredWhen.rules.0.field'],
  ]);
});

test('a condition cannot read what only the worker fills in, nor a statement', () => {
  const after = (field: object, path: string) =>
    told(
      parseForm(
        form([field, { id: 'z', kind: 'text', label: 'Z', shownWhen: rule(path, 'notNull') }]),
        context,
      ),
    );
  const at = 'steps.0.fields.2.shownWhen.rules.0.field';
  expect(after({ id: 'c', kind: 'hidden', default: 'country' }, 'answer.c')).toEqual([
    ['not_known_in_browser', at],
  ]);
  expect(after({ id: 'c', kind: 'hidden', default: { from: 'email_domain' } }, 'answer.c')).toEqual([
    ['not_known_in_browser', at],
  ]);
  expect(after({ id: 'c', kind: 'hidden', default: { from: 'url', name: 'c' } }, 'answer.c')).toEqual([]);
  expect(after({ id: 'c', kind: 'statement', text: 'Hi' }, 'answer.c')).toEqual([['unknown_field', at]]);
});

test('a condition on a choice compares its options, by position when they are ordered', () => {
  const shown = (attribute: string, operator: string, value: unknown) =>
    told(
      parseForm(
        form([
          { id: 'c', kind: attribute === 'tools' ? 'choices' : 'choice', attribute, label: 'C' },
          { id: 'z', kind: 'text', label: 'Z', shownWhen: rule('answer.c', operator, value) },
        ]),
        context,
      ),
    ).map(([code]) => code);
  expect(shown('company_size', '>=', '11-50')).toEqual([]);
  expect(shown('company_size', '=', 'huge')).toEqual(['not_an_option']);
  expect(shown('tools', 'contains', 'crm')).toEqual([]);
  expect(shown('tools', '>', 'crm')).toEqual(['operator_not_allowed']);
});

test('a step reads the answers of the steps before it', () => {
  const steps = (shownWhen: object) => [
    { id: 's1', fields: [email] },
    { id: 's2', shownWhen, fields: [{ id: 'b', kind: 'text', label: 'B' }] },
  ];
  expect(told(parseForm(form([], { steps: steps(rule('answer.email', 'notNull')) }), context))).toEqual([]);
  expect(told(parseForm(form([], { steps: steps(rule('answer.b', 'notNull')) }), context))).toEqual([
    ['not_an_earlier_field', 'steps.1.shownWhen.rules.0.field'],
  ]);
});

test('a form needs an e-mail field that everybody must fill in', () => {
  const only = (field: object, more: object = {}) =>
    parseForm(form([], { steps: [{ id: 's1', ...more, fields: [field] }] }), context);
  expect(told(only({ id: 'a', kind: 'text', label: 'A' }))).toEqual([['email_required', 'steps']]);
  expect(told(only({ ...email, required: false }))).toEqual([['email_required', 'steps']]);
  const hidden = rule('visit.device', '=', 'phone');
  for (const parsed of [
    only({ ...email, shownWhen: hidden }),
    only({ ...email, ask: 'progressive' }),
    only(email, { shownWhen: hidden }),
  ]) {
    expect(told(parsed)).toEqual([['email_conditional', 'steps.0.fields.0']]);
  }
  const draft = parseForm(form([], { steps: [] }), { ...context, draft: true });
  expect(draft.ok).toBe(true);
  expect(warned(draft)).toEqual([['email_required', 'steps']]);
});

test('a first value must be one that the field would take', () => {
  const first = (kind: string, value: unknown, more: object = {}) =>
    faults({ id: 'a', kind, label: 'A', default: value, ...more }).map(([code]) => code);
  const options = { options: [{ id: 'x', label: 'X' }] };
  expect(first('text', 'hello')).toEqual([]);
  expect(first('text', '')).toEqual([]);
  expect(first('text', { from: 'url', name: 'a' })).toEqual([]);
  expect(first('country', 'country')).toEqual([]);
  expect(first('country', 'DE')).toEqual([]);
  expect(first('choice', 'x', options)).toEqual([]);
  expect(first('choice', 'y', options)).toEqual(['bad_default']);
  expect(first('choices', ['x'], options)).toEqual([]);
  expect(first('text', 'abc', { pattern: '[a-z]+' })).toEqual([]);
  for (const [kind, value, limits] of [
    ['text', 'abc1', { pattern: '[a-z]+' }],
    ['text', 'ab', { minLength: 3 }],
    ['textarea', 'abcd', { maxLength: 3 }],
    ['number', 7, { max: 5 }],
    ['number', 3, { min: 5 }],
    ['number', 1.5, { whole: true }],
    ['rating', 6, { max: 5 }],
    ['date', '2026-01-01', { earliest: '2026-01-02' }],
    ['date', '2026-01-03', { latest: '2026-01-02' }],
    ['choices', ['x', 'y'], { options: [...options.options, { id: 'y', label: 'Y' }], max: 1 }],
  ] as const) {
    expect([kind, value, first(kind, value, limits)]).toEqual([kind, value, ['bad_default']]);
  }
  const misfit = { id: 'a', kind: 'text', label: 'A', pattern: '[a-z]+', default: 'A1' };
  expect(told(parseForm(form([misfit]), context))).toEqual([['bad_default', 'steps.0.fields.1.default']]);
  // A form that stands already must not break.
  expect(parseForm(form([misfit]), { ...context, published: true }).ok).toBe(true);
  expect(first('number', 'seven')).toEqual(['bad_default']);
  expect(first('email', 'no')).toEqual(['bad_default']);
  expect(first('number', { from: 'country' })).toEqual(['bad_default']);
  expect(first('hidden', 'pro')).toEqual(['bad_default']);
  expect(first('hidden', { from: 'url' })).toEqual(['bad_default']);
});

test('the short form of a source is spelled out', () => {
  const parsed = parseForm(form([{ id: 'a', kind: 'hidden', default: 'email_domain' }]), context);
  expect(parsed.ok && parsed.value.steps[0]?.fields[1]?.default).toEqual({ from: 'email_domain' });
});

test('no box is ticked in advance and nobody is asked for what they do not see', () => {
  const parsed = parseForm(
    form([
      { id: 'a', kind: 'consent', label: 'A', default: true },
      { id: 'b', kind: 'hidden', required: true },
    ]),
    context,
  );
  expect(warned(parsed)).toEqual([
    ['unknown_key', 'steps.0.fields.1.default'],
    ['unknown_key', 'steps.0.fields.2.required'],
  ]);
  const [, box, unseen] = (parsed.ok && parsed.value.steps[0]?.fields) || [];
  expect(box).toEqual({ id: 'a', kind: 'consent', label: 'A' });
  expect(unseen).toEqual({ id: 'b', kind: 'hidden', label: '' });
});

test('limits do not cross', () => {
  const at = (more: object) => faults({ id: 'a', label: 'A', ...more });
  expect(at({ kind: 'number', min: 2, max: 1 })).toEqual([['limits_crossed', 'min']]);
  expect(at({ kind: 'text', minLength: 5, maxLength: 4 })).toEqual([['limits_crossed', 'minLength']]);
  expect(at({ kind: 'date', earliest: '2024-02-01', latest: '2024-01-01' })).toEqual([
    ['limits_crossed', 'earliest'],
  ]);
  expect(at({ kind: 'choices', min: 2, options: [{ id: 'x', label: 'X' }] })).toEqual([
    ['limits_crossed', 'min'],
  ]);
  expect(at({ kind: 'text', maxLength: 5000 })).toEqual([['too_large', 'maxLength']]);
  expect(at({ kind: 'date', earliest: '2024-02-30' })).toEqual([['not_date', 'earliest']]);
});

test('what follows a form takes along answers that may be seen, over https, each parameter once', () => {
  const outcome = (show: object) =>
    told(
      parseForm(
        form(
          [
            { id: 'budget', kind: 'number', label: 'Budget', sensitive: true },
            { id: 'say', kind: 'statement', text: 'Almost there' },
          ],
          { outcomes: [{ id: 'x', show }] },
        ),
        context,
      ),
    ).map(([code, path]) => [code, String(path).replace('outcomes.0.show.', '')]);
  const url = 'https://cal.example/ada?month=2026-12#times';
  expect(outcome({ kind: 'redirect', url, fields: { mail: 'email' } })).toEqual([]);
  expect(outcome({ kind: 'booking', url, label: 'Book', inline: true, fields: { email: 'email' } })).toEqual(
    [],
  );
  expect(outcome({ kind: 'download', url: 'https://example.com/guide.pdf', title: 'Here it is' })).toEqual(
    [],
  );
  expect(outcome({ kind: 'redirect', url, fields: { b: 'budget', s: 'say', n: 'nope' } })).toEqual([
    ['not_for_address', 'fields.b'],
    ['not_for_address', 'fields.s'],
    ['unknown_field', 'fields.n'],
  ]);
  expect(outcome({ kind: 'booking', url, fields: { month: 'email', times: 'Email' } })).toEqual([
    ['bad_id', 'fields.times'],
  ]);
  expect(outcome({ kind: 'booking', url, fields: { month: 'email' } })).toEqual([
    ['parameter_taken', 'fields.month'],
  ]);
  expect(outcome({ kind: 'booking', url: 'http://localhost/book', inline: 'yes', label: ' ' })).toEqual([
    ['not_a_safe_address', 'url'],
    ['blank', 'label'],
    ['wrong_type', 'inline'],
  ]);
  // oxlint-disable-next-line no-script-url -- the address that must not be offered
  expect(outcome({ kind: 'download', url: 'javascript:alert(1)' })).toEqual([['not_a_safe_address', 'url']]);
});

test('a field that cannot be read is not said to be missing as well', () => {
  const outcomes = [
    { id: 'x', show: { kind: 'redirect', url: 'https://x.example', fields: { a: 'broken' } } },
  ];
  expect(told(parseForm(form([{ id: 'broken', kind: 'text' }], { outcomes }), context))).toEqual([
    ['required', 'steps.0.fields.1.label'],
  ]);
});

test('an outcome names a tier that exists, or reads lead, behaviour, score and visit', () => {
  const outcome = (when: unknown) =>
    told(
      parseForm(
        form([], {
          outcomes: [
            { id: 'x', when, show: { kind: 'message' } },
            { id: 'y', show: { kind: 'message' } },
          ],
        }),
        context,
      ),
      2,
    );
  expect(outcome({ tier: 'hot' })).toEqual([]);
  expect(outcome({ tier: 'cold' })).toEqual([['unknown_tier', 'when.tier']]);
  expect(outcome(rule('behaviour.pricing', '>=', 2))).toEqual([]);
  expect(outcome(rule('score.fit', '>', 10))).toEqual([]);
  expect(outcome(rule('visit.country', '=', 'DE'))).toEqual([]);
  expect(outcome(rule('lead.seniority', '>=', 'vp'))).toEqual([]);
  expect(outcome(rule('answer.email', 'notNull'))).toEqual([['unknown_field', 'when.rules.0.field']]);
  expect(outcome(rule('behaviour.nope', '>', 1))).toEqual([['unknown_field', 'when.rules.0.field']]);
  expect(outcome(null)).toEqual([['not_last', 'when']]);
  expect(outcome('hot')).toEqual([['not_a_group', 'when']]);
});

test('without an agreement any tier and behaviour may be named', () => {
  const outcomes = [
    { id: 'x', when: { tier: 'any' }, show: { kind: 'message' } },
    { id: 'y', when: rule('behaviour.any', '>', 1), show: { kind: 'message' } },
  ];
  expect(told(parseForm(form([], { outcomes }), { catalogue, behaviours: null, tiers: null }))).toEqual([]);
});

test('protection is checked as far as it is known', () => {
  expect(
    told(
      parseForm(form([], { protection: { minSeconds: -1, maxPerHour: 0.5, proofOfWork: 'yes' } }), context),
    ),
  ).toEqual([
    ['too_small', 'protection.minSeconds'],
    ['not_whole', 'protection.maxPerHour'],
    ['wrong_type', 'protection.proofOfWork'],
  ]);
  const other = { proofOfWork: { cost: 1 }, turnstile: { siteKey: ' ' }, minSecond: 3 };
  const parsed = parseForm(form([], { protection: other }), context);
  expect(told(parsed)).toEqual([
    ['too_small', 'protection.proofOfWork.cost'],
    ['blank', 'protection.turnstile.siteKey'],
  ]);
  expect(warned(parsed)).toEqual([['unknown_key', 'protection.minSecond']]);
});

test('websites become origins', () => {
  const parsed = parseForm(
    form([], { websites: ['HTTPS://WWW.Example.com:443/', 'http://localhost:8080'] }),
    context,
  );
  expect(parsed.ok && parsed.value.websites).toEqual(['https://www.example.com', 'http://localhost:8080']);
});

test('nothing that comes in makes it throw', () => {
  const scrap = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown[]>(...fieldKinds, 'answer.a', null, 1, {}, []),
  );
  const field = fc.dictionary(
    fc.constantFrom('id', 'kind', 'label', 'options', 'shownWhen', 'default', 'attribute'),
    scrap,
  );
  const step = fc
    .dictionary(fc.constantFrom('id', 'title', 'shownWhen'), scrap)
    .chain((head) =>
      fc.array(fc.oneof(field, scrap), { maxLength: 3 }).map((fields) => ({ ...head, fields })),
    );
  const document = fc.record({
    format: fc.constant(1),
    id: scrap,
    steps: fc.oneof(fc.array(fc.oneof(step, scrap), { maxLength: 2 }), scrap),
    outcomes: fc.oneof(fc.array(scrap, { maxLength: 2 }), scrap),
    websites: scrap,
    profiling: scrap,
  });
  fc.assert(
    fc.property(fc.oneof(document, scrap), (input) => {
      const parsed = parseForm(input, context);
      if (!parsed.ok) expect(parsed.issues.length).toBeGreaterThan(0);
      const known: readonly string[] = [...formIssueCodes, ...formWarningCodes];
      for (const { code } of parsed.ok ? [] : parsed.issues) expect(known).toContain(code);
      for (const { code } of parsed.warnings) expect(known).toContain(code);
    }),
    { numRuns: 300 },
  );
});

test('the schema can be published as JSON Schema', () => {
  const schema = JSON.stringify(z.toJSONSchema(formSchema(), { io: 'input', unrepresentable: 'any' }));
  for (const kind of fieldKinds) expect(schema).toContain(`"const":"${kind}"`);
});

test('a form that is published already is read with whatever theme it had then', () => {
  const document = form([], { theme: { accent: 'red', radius: 4, dark: { accent: '#101010' } } });
  expect(told(parseForm(document, context))).toEqual([['not_a_colour', 'theme.accent']]);
  const parsed = parseForm(document, { ...context, published: true });
  expect(parsed.ok && parsed.value.theme).toEqual({ radius: 4, dark: { accent: '#101010' } });
});

test('a picture for links has an https address', () => {
  const picture = (image: string) => told(parseForm(form([], { image }), context));
  expect(picture('https://www.example.com/demo.png')).toEqual([]);
  for (const image of ['http://www.example.com/demo.png', 'demo.png', 'data:image/png;base64,', '']) {
    expect(picture(image)).toEqual([['not_a_safe_address', 'image']]);
  }
});
