// What an import changes and what it leaves, at the Desk: by id, nothing deleted, whole or not at all.
import { canonicalJson } from '@baton/agreement';
import { isRecord } from '@baton/schema';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { sign } from './sign.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';

type Json = Readonly<Record<string, unknown>>;

const [form] = smallWorkspace.forms;
const { agreement } = smallWorkspace;

function ready(document: unknown = smallWorkspace): NodeDesk {
  const bench = nodeDesk();
  imported(bench, document);
  return bench;
}

function imported(bench: NodeDesk, document: unknown) {
  const result = bench.desk.importWorkspace(document);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

function exported(bench: NodeDesk): Json {
  const view: unknown = JSON.parse(JSON.stringify(bench.desk.exportWorkspace()));
  if (!isRecord(view)) throw new Error('An export is an object.');
  return view;
}

function partOf(bench: NodeDesk, list: string, id: string): unknown {
  const parts = exported(bench)[list];
  return Array.isArray(parts) ? parts.find((part: Json) => part['id'] === id || part['email'] === id) : null;
}

const codes = (issues: readonly { readonly code: string; readonly path: readonly unknown[] }[]): string[] =>
  issues.map(({ code, path }) => `${code} ${path.join('.')}`);

test('what a document names is replaced by its id, everything else stays', () => {
  const bench = ready();
  const before = exported(bench);
  imported(bench, {
    format: 1,
    attributes: [{ id: 'name', label: 'Full name', type: 'text', about: 'person' }],
    people: [{ email: 'ANN@baton.example', name: 'Ann B.', party: 'sales', capacity: 3 }],
    teams: [{ id: 'vip', members: ['vp@baton.example'] }],
  });
  const after = exported(bench);
  expect(partOf(bench, 'attributes', 'name')).toMatchObject({ label: 'Full name' });
  expect(partOf(bench, 'people', 'ann@baton.example')).toMatchObject({ name: 'Ann B.', capacity: 3 });
  expect(partOf(bench, 'people', 'bob@baton.example')).toMatchObject({ name: 'Bob' });
  expect(after['attributes']).toHaveLength(smallWorkspace.attributes.length);
  expect(after['people']).toHaveLength(smallWorkspace.people.length);
  expect(after['teams']).toHaveLength(2);
  for (const key of ['name', 'destinations', 'agreement', 'forms']) expect(after[key]).toEqual(before[key]);
});

test('what a replaced part no longer says is gone with the old one', () => {
  const bench = ready();
  imported(bench, {
    format: 1,
    people: [{ email: 'ann@baton.example', name: 'Ann', party: 'sales', weight: 2 }],
  });
  imported(bench, { format: 1, people: [{ email: 'ann@baton.example', name: 'Ann', party: 'sales' }] });
  expect(partOf(bench, 'people', 'ann@baton.example')).not.toHaveProperty('weight');
});

test('a new form is version 1, a changed one the next, the same one stays', () => {
  const bench = ready();
  expect(imported(bench, smallWorkspace).forms).toEqual([{ id: 'demo', version: 1, changed: false }]);
  const changed = { ...form, name: 'Ask for a demo' };
  const other = { ...form, id: 'other' };
  expect(imported(bench, { format: 1, forms: [changed, other] }).forms).toEqual([
    { id: 'demo', version: 2, changed: true },
    { id: 'other', version: 1, changed: true },
  ]);
  // Back to what it was is a change as well: versions are numbered, not named.
  expect(imported(bench, { format: 1, forms: [form] }).forms).toEqual([
    { id: 'demo', version: 3, changed: true },
  ]);
});

test('the order of keys is no change', () => {
  const bench = ready();
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };
  expect(JSON.stringify(reversed(form))).not.toBe(JSON.stringify(form));
  expect(imported(bench, reversed(smallWorkspace))).toMatchObject({
    forms: [{ version: 1, changed: false }],
    agreement: { version: 1, state: 'in_force' },
  });
});

test('an option that the catalogue gains is offered by the next version of a form that takes its options there', () => {
  const bench = ready();
  const wider = smallWorkspace.attributes.map((attribute) =>
    attribute.id === 'company_size'
      ? { ...attribute, options: [...(attribute.options ?? []), { id: '501+', label: '501+' }] }
      : attribute,
  );
  const alone = imported(bench, { format: 1, attributes: wider });
  expect(alone.warnings).toEqual([
    {
      code: 'form_not_published_anew',
      path: ['attributes', 2],
      params: { form: 'demo', version: 1 },
    },
  ]);
  expect(bench.desk.published('demo')).toMatchObject({ version: 1 });
  expect(imported(bench, { ...smallWorkspace, attributes: wider }).forms).toEqual([
    { id: 'demo', version: 2, changed: true },
  ]);
  const size = bench.desk.published('demo')?.form.steps[0]?.fields.find((field) => field.id === 'size');
  expect(size?.options?.map((option) => option.id)).toEqual(['1-10', '11-50', '51-500', '501+']);
});

test('a destination keeps its secret, or is given one, and an export never tells it', () => {
  const bench = ready();
  const secrets = (): Json =>
    Object.fromEntries(
      bench.sql.all(`SELECT id, secret FROM destinations`).map((row) => [row['id'], row['secret']]),
    );
  const first = secrets();
  expect(first['crm']).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(first['crm']).not.toBe(first['everything']);
  imported(bench, smallWorkspace);
  expect(secrets()).toEqual(first);
  const own = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const [crm] = smallWorkspace.destinations;
  imported(bench, { format: 1, destinations: [{ ...crm, secret: own }] });
  imported(bench, { format: 1, destinations: [{ ...crm, url: 'https://crm.example/other' }] });
  expect(secrets()).toEqual({ ...first, crm: own });
  expect(JSON.stringify(exported(bench))).not.toContain('whsec_');
  expect(partOf(bench, 'destinations', 'crm')).toEqual({ ...crm, url: 'https://crm.example/other' });
});

test('an export imported into an empty Desk gives the same export, and the agreement keeps its hash', () => {
  const bench = ready();
  const first = exported(bench);
  const second = nodeDesk();
  const result = imported(second, first);
  expect(exported(second)).toEqual(first);
  expect(JSON.stringify(exported(second))).toBe(JSON.stringify(first));
  expect(first['agreement']).toEqual(agreement);
  const { signatures: _, ...content } = agreement;
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  expect(result).toMatchObject({ agreement: { version: 1, hash, state: 'in_force' }, warnings: [] });
});

test('what was signed in Baton is exported with the document, so that an empty Desk can vouch for it', () => {
  const bench = ready(unsigned());
  expect(sign(bench, 1, 'marketing', 'cmo@baton.example')).toBe('signed');
  bench.now += 60_000;
  expect(sign(bench, 1, 'sales', 'vp@baton.example')).toBe('in_force');
  const first = exported(bench);
  expect(first['agreement']).toMatchObject({
    signatures: [
      { party: 'marketing', by: 'cmo@baton.example', at: '2027-01-04T09:00:00.000Z' },
      { party: 'sales', by: 'vp@baton.example', at: '2027-01-04T09:01:00.000Z' },
    ],
  });
  const second = nodeDesk();
  expect(imported(second, first)).toMatchObject({ agreement: { state: 'in_force' }, warnings: [] });
  expect(exported(second)).toEqual(first);
});

test('a document in parts comes to the same workspace as the whole', () => {
  const bench = nodeDesk();
  const { format, name, attributes, people, teams, destinations, forms } = smallWorkspace;
  imported(bench, { format, name });
  imported(bench, { format, attributes });
  imported(bench, { format, people });
  imported(bench, { format, teams });
  imported(bench, { format, forms: [{ ...form, outcomes: [] }] });
  imported(bench, { format, agreement });
  imported(bench, { format, destinations });
  imported(bench, { format, forms });
  expect(exported(bench)).toEqual(exported(ready()));
});

test('a part that names what neither it nor the workspace has is refused', () => {
  const bench = nodeDesk();
  const refused = (document: Json): string[] => {
    const result = bench.desk.importWorkspace({ format: 1, ...document });
    return result.ok ? [] : codes(result.issues);
  };
  expect(refused({ teams: smallWorkspace.teams })).toEqual([
    'unknown_person teams.0.members.0',
    'unknown_person teams.0.members.1',
  ]);
  expect(refused({ agreement })).toContain('unknown_team agreement.routing.rules.0.to.team');
  expect(refused({ forms: [form] })).toContain('unknown_attribute forms.0.steps.0.fields.0.attribute');
});

test('when anything is wrong nothing at all is stored, and every fault is told', () => {
  const bench = ready();
  const before = exported(bench);
  const result = bench.desk.importWorkspace({
    format: 1,
    name: 'Other',
    attributes: [{ id: 'city', label: 'City', type: 'text', about: 'company' }],
    people: [{ email: 'x', name: '', party: 'it' }],
    destinations: [{ id: 'd', kind: 'webhook', url: 'nowhere' }],
    agreement: { ...agreement, tiers: [] },
    forms: [{ ...form, steps: [] }],
  });
  expect(result).toMatchObject({ ok: false });
  expect(result.ok ? [] : codes(result.issues)).toEqual([
    'not_email people.0.email',
    'too_short people.0.name',
    'not_in_list people.0.party',
    'bad_url destinations.0.url',
    'no_lowest_tier agreement.tiers',
    'unknown_tier agreement.handoff.tier',
    'email_required forms.0.steps',
  ]);
  expect(exported(bench)).toEqual(before);
  expect(bench.restart().desk.exportWorkspace()).toEqual(before);
});

test('storage that fails half way leaves the workspace as it was', () => {
  const bench = ready();
  const before = exported(bench);
  bench.sql.run(`CREATE TRIGGER full BEFORE INSERT ON form_versions BEGIN SELECT RAISE(ABORT, 'full'); END`);
  expect(() =>
    bench.desk.importWorkspace({ format: 1, name: 'Other', forms: [{ ...form, id: 'late' }] }),
  ).toThrow('full');
  expect(exported(bench)).toEqual(before);
});

test('a part that no row could hold is refused by its name', () => {
  const bench = ready();
  const note = 'x'.repeat(2_000_000);
  const result = bench.desk.importWorkspace({
    ...smallWorkspace,
    forms: [{ ...form, note }],
    agreement: { ...agreement, note },
  });
  expect(result).toEqual({
    ok: false,
    issues: [
      { code: 'too_large', path: ['forms', 0], params: { max: 1_900_000 } },
      { code: 'too_large', path: ['agreement'], params: { max: 1_900_000 } },
    ],
  });
});

test('what a careful colleague would say of a form is told, and the form is stored all the same', () => {
  const bench = ready();
  const [step] = form?.steps ?? [];
  const never = {
    id: 'never',
    kind: 'text',
    label: 'Never',
    shownWhen: {
      combinator: 'and',
      rules: [
        { field: 'answer.size', operator: '=', value: '1-10' },
        { field: 'answer.size', operator: '=', value: '51-500' },
      ],
    },
  };
  const changed = { ...form, steps: [{ ...step, fields: [...(step?.fields ?? []), never] }] };
  const result = imported(bench, { format: 1, forms: [changed] });
  const place = step?.fields.length ?? 0;
  expect(codes(result.warnings)).toEqual([`contradiction forms.0.steps.0.fields.${place}.shownWhen`]);
  expect(result.forms).toEqual([{ id: 'demo', version: 2, changed: true }]);
});

test('a form that asks for consent is no new version when it comes again, and is when its words change', () => {
  const asking = { ...form, consent: { text: 'We answer you.', marketing: { text: 'Send me news.' } } };
  const bench = ready({ ...smallWorkspace, forms: [asking] });
  expect(imported(bench, { format: 1, forms: [asking] }).forms).toMatchObject([
    { version: 1, changed: false },
  ]);
  const other = { ...asking, consent: { ...asking.consent, text: 'We answer you once.' } };
  expect(imported(bench, { format: 1, forms: [other] }).forms).toMatchObject([{ version: 2, changed: true }]);
});
