import { expect, test } from 'vitest';
import { parseWorkspace } from './document.ts';
import { exampleWorkspace, type Example } from './example-workspace.ts';
import type { Stored, Workspace } from './workspace.ts';

type Changes = { readonly [K in keyof Example]?: unknown } & Readonly<Record<string, unknown>>;

/** Code and path of every fault of the example with some of its parts replaced. */
function faults(changes: Changes, stored?: Stored): string[] {
  const parsed = parseWorkspace({ ...exampleWorkspace, ...changes }, stored);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
}

function read(input: unknown, stored?: Stored): Workspace {
  const parsed = parseWorkspace(input, stored);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function storedOf({ attributes, people, teams, agreement }: Workspace): Stored {
  return { attributes, people, teams, agreement: agreement?.value ?? null };
}

const [email, size] = exampleWorkspace.attributes;
const [form] = exampleWorkspace.forms;
const { agreement } = exampleWorkspace;

test('the example is read whole and without a word', () => {
  const parsed = parseWorkspace(exampleWorkspace);
  expect(parsed).toMatchObject({ ok: true, warnings: [] });
  const workspace = read(exampleWorkspace);
  expect(workspace.name).toBe('Example');
  expect(workspace.people[0]?.email).toBe('mia@example.com');
  expect(workspace.agreement?.source).toBe(exampleWorkspace.agreement);
  expect(workspace.forms[0]?.source).toBe(form);
  expect(workspace.forms[0]?.value.profiling).toEqual({ maxProgressive: 3, order: 'listed' });
});

test('a document may hold nothing but its format', () => {
  expect(read({ format: 1 })).toEqual({
    name: null,
    attributes: [],
    people: [],
    teams: [],
    destinations: [],
    agreement: null,
    forms: [],
  });
  expect(read({ format: 1, agreement: null }).agreement).toBeNull();
});

test('a document without its format, of another or of a later one is refused', () => {
  expect(faults({ format: undefined })).toEqual(['required format']);
  expect(faults({ format: '1' })).toEqual(['wrong_type format']);
  expect(faults({ format: 0 })).toEqual(['unknown_format format']);
  expect(faults({ format: 1.5 })).toEqual(['unknown_format format']);
  expect(faults({ format: 2 })).toEqual(['format_too_new format']);
});

test('what is no document at all is refused', () => {
  for (const input of [undefined, null, 1, 'x', [], [exampleWorkspace]]) {
    expect(parseWorkspace(input), JSON.stringify(input)).toMatchObject({ ok: false, issues: [{ path: [] }] });
  }
});

test('unknown keys are told, at any depth, and refuse nothing', () => {
  const parsed = parseWorkspace({
    ...exampleWorkspace,
    $schema: 'https://baton.example/schemas/workspace.json',
    colour: 'red',
    attributes: [email, { ...size, options: [...(size?.options ?? []), { id: 'x', label: 'X', icon: 'y' }] }],
    people: exampleWorkspace.people.map((person) => ({ ...person, nick: 'n' })),
    destinations: [{ id: 'desk', kind: 'email', to: 'desk@example.com', url: 'https://x.example' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  expect(parsed.warnings.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'unknown_key colour',
    'unknown_key attributes.1.options.2.icon',
    'unknown_key people.0.nick',
    'unknown_key people.1.nick',
    'unknown_key destinations.0.url',
  ]);
});

test('every fault of every part is told at once, each at its place', () => {
  expect(
    faults({
      name: '',
      attributes: [email, { id: 'Bad Id', label: '', type: 'colour', about: 'x' }, size],
      people: [{ email: 'nobody', name: 'N', party: 'it' }, ...exampleWorkspace.people],
      teams: [{ id: '', members: 'x' }, ...exampleWorkspace.teams, { id: 'b', members: ['x@example.com'] }],
      destinations: [
        { id: 'a', kind: 'fax' },
        { id: 'b', kind: 'webhook', url: 'ftp://x', on: ['lead.sneezed'], secret: 'abc' },
        { id: 'c', kind: 'email', to: 'desk@example.com', tiers: ['warm'] },
      ],
      agreement: { ...agreement, handoff: { tier: 'warm' } },
      forms: [
        { ...form, steps: [] },
        { ...form, name: ' ', websites: ['nowhere'] },
      ],
    }),
  ).toEqual([
    'too_short name',
    'bad_id attributes.1.id',
    'too_short attributes.1.label',
    'not_in_list attributes.1.type',
    'not_in_list attributes.1.about',
    'not_email people.0.email',
    'not_in_list people.0.party',
    'too_short teams.0.id',
    'wrong_type teams.0.members',
    'unknown_kind destinations.0.kind',
    'not_in_list destinations.1.on.0',
    'bad_secret destinations.1.secret',
    'bad_url destinations.1.url',
    'unknown_person teams.2.members.0',
    'unknown_tier agreement.handoff.tier',
    'email_required forms.0.steps',
    'blank forms.1.name',
    'not_an_origin forms.1.websites.0',
  ]);
});

test('a list that is none is told beside the faults of the others', () => {
  expect(faults({ people: {}, teams: 'x', attributes: [{ ...email, about: 'dog' }, size] })).toEqual([
    'wrong_type people',
    'wrong_type teams',
    'not_in_list attributes.0.about',
  ]);
});

test('what names something that could not be read is not blamed for it', () => {
  const broken = { ...size, options: [...(size?.options ?? []), { id: 'small', label: 'Again' }] };
  expect(faults({ attributes: [email, broken] })).toEqual(['duplicate_id attributes.1.options.2.id']);
  const [mia, sal] = exampleWorkspace.people;
  expect(faults({ people: [mia, { ...sal, weight: -1 }] })).toEqual(['too_small people.1.weight']);
  expect(faults({ teams: [{ ...exampleWorkspace.teams[0], name: '' }] })).toEqual(['too_short teams.0.name']);
});

test('a broken agreement is told, and forms and destinations are not held against it', () => {
  expect(faults({ agreement: { ...agreement, tiers: 'none' } })).toEqual(['wrong_type agreement.tiers']);
});

test('ids stand once in each list', () => {
  expect(
    faults({
      attributes: [email, size, email],
      people: [...exampleWorkspace.people, { email: 'SAL@example.com', name: 'S', party: 'sales' }],
      teams: [...exampleWorkspace.teams, ...exampleWorkspace.teams],
      destinations: [...exampleWorkspace.destinations, ...exampleWorkspace.destinations],
      forms: [form, form],
    }),
  ).toEqual([
    'duplicate_id attributes.2.id',
    'duplicate_id people.2.email',
    'duplicate_id teams.1.id',
    'duplicate_id destinations.2.id',
    'duplicate_id destinations.3.id',
    'duplicate_id forms.1.id',
  ]);
});

test('a document is read over what is stored, so that it may name only what it changes', () => {
  const stored = storedOf(read(exampleWorkspace));
  expect(read({ format: 1, forms: [form] }, stored).forms).toHaveLength(1);
  expect(read({ format: 1, teams: [{ id: 'b', members: ['mia@example.com'] }] }, stored).teams).toHaveLength(
    1,
  );
  expect(read({ format: 1, agreement }, stored).agreement).not.toBeNull();
  const partial = parseWorkspace({ format: 1, forms: [form] });
  expect(partial.ok).toBe(false);
});

test('forms and destinations are checked against the agreement that comes with them, else the stored one', () => {
  const stored = storedOf(read(exampleWorkspace));
  const warm = { ...form, outcomes: [{ id: 'w', when: { tier: 'warm' }, show: { kind: 'message' } }] };
  const unknown = ['unknown_tier forms.0.outcomes.0.when.tier'];
  const only = (document: object): string[] => {
    const parsed = parseWorkspace({ format: 1, ...document }, stored);
    return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`);
  };
  expect(only({ forms: [warm] })).toEqual(unknown);
  const tiers = [{ id: 'warm', from: 20 }, ...agreement.tiers];
  expect(only({ forms: [warm], agreement: { ...agreement, tiers } })).toEqual([]);
  expect(only({ forms: [form], agreement: { ...agreement, tiers } })).toEqual([]);
  // Without any agreement nobody can say which tiers there are.
  expect(read({ ...exampleWorkspace, agreement: null, forms: [warm] }).forms).toHaveLength(1);
});

test('the catalogue of the document counts before the stored one', () => {
  const stored = storedOf(read(exampleWorkspace));
  const number = { ...size, type: 'number', ordered: false };
  const parsed = parseWorkspace({ format: 1, attributes: [number], forms: [form] }, stored);
  expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'attribute_does_not_fit' }] });
});

test('a form that could not be written down is refused', () => {
  expect(faults({ forms: [{ ...form, name: 'broken \ud800' }] })).toEqual(['not_json forms.0.name']);
});

test('a form whose theme cannot be read is refused with what can', () => {
  const parsed = parseWorkspace({ ...exampleWorkspace, forms: [{ ...form, theme: { accent: '#ffee00' } }] });
  expect(parsed).toMatchObject({
    ok: false,
    issues: [
      {
        code: 'low_contrast',
        path: ['forms', 0, 'theme', 'accent'],
        params: { ratio: 1.2, least: 3, suggestion: expect.stringMatching(/^#[0-9a-f]{6}$/) },
      },
    ],
  });
});

test('signatures of the wrong people are warnings, at their place', () => {
  const signatures = [
    { party: 'sales', by: 'mia@example.com' },
    { party: 'marketing', by: 'stranger@example.com' },
  ];
  expect(parseWorkspace({ ...exampleWorkspace, agreement: { ...agreement, signatures } })).toMatchObject({
    ok: true,
    warnings: [
      { code: 'not_of_party', path: ['agreement', 'signatures', 0, 'by'] },
      { code: 'unknown_person', path: ['agreement', 'signatures', 1, 'by'] },
    ],
  });
});

test('of endless faults the first thousand are told', () => {
  const fields = Array.from({ length: 150_000 }, () => ({}));
  const keys = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`key_${index}`, 1]));
  const told = faults({
    forms: [
      { ...form, steps: [{ id: 's', fields }] },
      { ...form, id: 'b', steps: [] },
    ],
  });
  expect(told).toHaveLength(1001);
  expect(told.at(-1)).toBe('and_more ');
  const odd = parseWorkspace({ ...exampleWorkspace, people: [{ ...exampleWorkspace.people[1], ...keys }] });
  expect(odd.ok ? odd.warnings.length : odd.issues).toBe(1001);
  const formed = parseWorkspace({ ...exampleWorkspace, forms: [{ ...form, ...keys }] });
  expect(formed.ok ? formed.warnings.length : formed.issues).toBe(1001);
});
