// A form document as a whole.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { formIssueCodes, formSchema, formWarningCodes, parseForm } from './document.ts';
import { sizes, context, rule, form, told, warned } from './document-fixture.ts';
import { fieldKinds } from './types.ts';

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
