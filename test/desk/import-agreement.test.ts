// Who may bring an agreement into force by importing it, and what an agreement means once the workspace around it
// has changed.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';
import { leadOf, statesOf, stored } from './views.ts';
import { sign, versionOf } from './sign.ts';

const { agreement } = smallWorkspace;
const [form] = smallWorkspace.forms;
const qualified = { email: 'ada@engines.example', size: '51-500', role: 'manager', team: '12' };
const [marketing, sales] = agreement.signatures;

function signedBy(...signatures: unknown[]): unknown {
  return { ...smallWorkspace, agreement: { ...agreement, signatures } };
}

function imported(bench: NodeDesk, document: unknown) {
  const result = bench.desk.importWorkspace(document);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result;
}

function submitted(bench: NodeDesk, email: string, answers: object = qualified): string | null | undefined {
  stored(bench.desk.intake.submit(arrivalOf({ ...answers, email })));
  return statesOf(bench, email).at(-1);
}

const other = { ...smallWorkspace, agreement: { ...agreement, title: 'Other' } };

test('never in force and signed by both: the owner vouches, and it is in force', () => {
  const bench = nodeDesk();
  expect(imported(bench, smallWorkspace)).toMatchObject({
    agreement: { version: 1, state: 'in_force' },
    warnings: [],
  });
  expect(submitted(bench, 'a@x.example')).toBe('handed_off');
});

test('half signed, or not at all, is a proposal: submissions are kept and nobody is judged', () => {
  for (const document of [
    signedBy(),
    signedBy(marketing),
    signedBy(sales),
    signedBy(sales, sales),
    unsigned(),
  ]) {
    const bench = nodeDesk();
    expect(imported(bench, document)).toMatchObject({ agreement: { state: 'proposed' }, warnings: [] });
    expect(submitted(bench, 'a@x.example')).toBe('unagreed');
    expect(leadOf(bench, 'a@x.example')).toMatchObject({ score: null, tier: null, agreement: null });
  }
});

test('a program’s key vouches for nobody: signed by both, as it says, is a proposal that judges nobody', () => {
  const workspace = 'main';
  const key = { kind: 'key', id: 'key_1', scopes: ['write'], workspace } as const;
  const admin = { kind: 'person', id: 'per_1', email: 'adm@x.example', role: 'admin', workspace } as const;
  const bench = nodeDesk();
  // Also where it comes again, as what is on the table already.
  for (let time = 0; time < 2; time += 1) {
    expect(bench.desk.as(key).importWorkspace(smallWorkspace)).toMatchObject({
      ok: true,
      agreement: { version: 1, state: 'proposed' },
    });
    expect(submitted(bench, `${time}@x.example`)).toBe('unagreed');
  }
  expect(sign(bench, 1, 'sales', 'vp@baton.example')).toBe('signed');
  expect(bench.desk.as(key).importWorkspace(smallWorkspace)).toMatchObject({
    agreement: { state: 'proposed' },
  });
  expect(bench.desk.as(admin).importWorkspace(smallWorkspace)).toMatchObject({
    agreement: { state: 'in_force' },
  });
});

test('a signature by a stranger or for the other party does not count, and is told', () => {
  const cases = [
    [marketing, { party: 'sales', by: 'stranger@x.example' }, 'unknown_person'],
    [marketing, { party: 'sales', by: 'cmo@baton.example' }, 'not_of_party'],
  ] as const;
  for (const [good, bad, code] of cases) {
    const bench = nodeDesk();
    expect(imported(bench, signedBy(good, bad))).toMatchObject({
      agreement: { state: 'proposed' },
      warnings: [{ code, path: ['agreement', 'signatures', 1, 'by'] }],
    });
    expect(submitted(bench, 'a@x.example')).toBe('unagreed');
  }
});

test('a signature over another content does not count, and is told', () => {
  const bench = nodeDesk();
  const strange = { ...sales, hash: '0'.repeat(64) };
  expect(imported(bench, signedBy(marketing, strange))).toMatchObject({
    agreement: { state: 'proposed' },
    warnings: [{ code: 'other_hash', path: ['agreement', 'signatures', 1, 'hash'] }],
  });
});

test('a proposal that comes again with both signatures is in force, and what waited is judged', async () => {
  const bench = nodeDesk();
  const { agreement: proposed } = imported(bench, signedBy(marketing));
  expect(submitted(bench, 'a@x.example')).toBe('unagreed');
  expect(imported(bench, smallWorkspace).agreement).toEqual({ ...proposed, state: 'in_force' });
  await bench.runUntil(bench.now + 1000);
  expect(statesOf(bench, 'a@x.example')).toEqual(['handed_off']);
});

test('in force, the same content changes nothing, whoever is said to have signed it', () => {
  const bench = nodeDesk();
  const first = imported(bench, smallWorkspace).agreement;
  expect(imported(bench, smallWorkspace).agreement).toEqual(first);
  expect(imported(bench, unsigned()).agreement).toEqual(first);
  expect(bench.desk.exportWorkspace()['agreement']).toEqual(agreement);
});

test('in force, another content is a proposal, even with both signatures, and judges nobody', () => {
  const bench = nodeDesk();
  const first = imported(bench, smallWorkspace).agreement;
  expect(imported(bench, other).agreement).toMatchObject({ version: 2, state: 'proposed' });
  expect(imported(bench, other).agreement).toMatchObject({ version: 2, state: 'proposed' });
  submitted(bench, 'a@x.example');
  expect(leadOf(bench, 'a@x.example').agreement).toEqual({ version: 1, hash: first?.hash });
  expect(bench.desk.exportWorkspace()['agreement']).toEqual(agreement);
});

test('vouching is over once any agreement was in force, also when another has replaced it', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  imported(bench, other);
  expect(sign(bench, 2, 'marketing', 'cmo@baton.example')).toBe('signed');
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('in_force');
  // Back to the first one needs new signatures.
  expect(imported(bench, smallWorkspace).agreement).toMatchObject({ version: 3, state: 'proposed' });
});

test('what else was on the table is outdated once an import is in force; one that changes nothing ends nothing', () => {
  const bench = nodeDesk();
  imported(bench, { ...other, agreement: { ...other.agreement, signatures: [] } });
  imported(bench, smallWorkspace);
  expect(versionOf(bench, 1)).toMatchObject({ state: 'withdrawn', ended: { why: 'outdated' } });
  expect(sign(bench, 1, 'sales', 'vp@baton.example')).toBe('ended');
  imported(bench, other);
  imported(bench, smallWorkspace);
  expect(versionOf(bench, 3)).toMatchObject({ state: 'proposed' });
});

test('of proposals an export holds the latest that came in', () => {
  const bench = nodeDesk();
  imported(bench, unsigned());
  bench.now += 1000;
  imported(bench, { ...smallWorkspace, agreement: { ...agreement, title: 'Other', signatures: [] } });
  expect(bench.desk.exportWorkspace()['agreement']).toMatchObject({ title: 'Other' });
  bench.now += 1000;
  imported(bench, unsigned());
  expect(bench.desk.exportWorkspace()['agreement']).toMatchObject({ title: 'Agreement' });
});

function roleWithout(option: string, more: object = {}): object {
  return {
    format: 1,
    attributes: smallWorkspace.attributes
      .filter(({ id }) => id === 'role')
      .map((role) =>
        Object.assign({}, role, { options: role.options?.filter(({ id }) => id !== option) }, more),
      ),
  };
}

test('an option that the agreement in force compares with may go: what was signed keeps its meaning', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const { warnings } = imported(bench, roleWithout('student'));
  expect(warnings).toEqual([
    { code: 'form_not_published_anew', path: ['attributes', 0], params: { form: 'demo', version: 1 } },
    { code: 'agreement_keeps_attribute', path: ['attributes', 0], params: { attribute: 'role', version: 1 } },
  ]);
  const student = { size: '51-500', role: 'student' };
  expect(submitted(bench, 'a@x.example', student)).toBe('disqualified');
  expect(submitted(bench.restart(), 'b@x.example', student)).toBe('disqualified');
});

test('an attribute may become of another type under a form and an agreement that read it', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const { warnings } = imported(bench, roleWithout('', { type: 'number' }));
  expect(warnings).toMatchObject([
    {
      code: 'form_no_longer_fits',
      path: ['attributes', 0],
      params: {
        form: 'demo',
        version: 1,
        problem: 'attribute_does_not_fit',
        at: 'steps.0.fields.3.attribute',
      },
    },
    { code: 'agreement_keeps_attribute', path: ['attributes', 0] },
  ]);
  expect(submitted(bench.restart(), 'a@x.example')).toBe('handed_off');
});

test('the order of a scale is what it was when it was signed', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const reversed = smallWorkspace.attributes
    .filter(({ id }) => id === 'company_size')
    .map((size) => Object.assign({}, size, { options: [...(size.options ?? [])].reverse() }));
  expect(imported(bench, { format: 1, attributes: reversed }).warnings).toMatchObject([
    { code: 'form_not_published_anew' },
    { code: 'agreement_keeps_attribute', params: { attribute: 'company_size' } },
  ]);
  expect(submitted(bench, 'a@x.example')).toBe('handed_off');
  expect(submitted(bench, 'b@x.example', { ...qualified, size: '1-10' })).toBe('nurture');
});

test('an option added to a scale counts by its place at once', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const attributes = smallWorkspace.attributes.map((attribute) =>
    attribute.id === 'company_size'
      ? { ...attribute, options: [...(attribute.options ?? []), { id: '501+', label: '501+' }] }
      : attribute,
  );
  const { warnings } = imported(bench, { format: 1, attributes, forms: [form] });
  expect(warnings).toEqual([]);
  expect(submitted(bench, 'a@x.example', { ...qualified, size: '501+' })).toBe('handed_off');
});

test('people may change party and name, and teams their members, under an agreement that names them', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  imported(bench, {
    format: 1,
    people: [{ email: 'vp@baton.example', name: 'Val', party: 'marketing' }],
    teams: [{ id: 'all', members: [] }],
  });
  const again = bench.restart();
  expect(submitted(again, 'a@x.example')).toBe('handed_off');
  expect(leadOf(again, 'a@x.example').owner).toEqual({ email: 'vp@baton.example', name: 'Val' });
});

test('a proposal is read by the attributes it was proposed over when it comes into force', () => {
  const bench = nodeDesk();
  imported(bench, unsigned());
  imported(bench, roleWithout('student'));
  sign(bench, 1, 'marketing', 'cmo@baton.example');
  expect(sign(bench, 1, 'sales', 'vp@baton.example')).toBe('in_force');
  expect(submitted(bench, 'a@x.example', { size: '51-500', role: 'student' })).toBe('disqualified');
});

test('a form for a tier that is only proposed is published, and nobody reaches that tier yet', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const warm = { ...form, outcomes: [{ id: 'w', when: { tier: 'warm' }, show: { kind: 'message' } }] };
  const tiers = [...agreement.tiers, { id: 'warm', from: 20 }];
  const { warnings } = imported(bench, { format: 1, forms: [warm], agreement: { ...agreement, tiers } });
  expect(warnings).toEqual([
    {
      code: 'tier_not_in_force',
      path: ['forms', 0, 'outcomes', 0, 'when', 'tier'],
      params: { tier: 'warm' },
    },
  ]);
  expect(stored(bench.desk.intake.submit(arrivalOf(qualified))).reply.outcome?.id).toBe('sent');
});

test('a proposal that lacks a tier which forms or destinations name says so', () => {
  const bench = nodeDesk();
  imported(bench, smallWorkspace);
  const [crm] = smallWorkspace.destinations;
  imported(bench, { format: 1, destinations: [{ ...crm, tiers: ['hot'] }] });
  const tiers = agreement.tiers.filter(({ id }) => id !== 'hot');
  expect(imported(bench, { format: 1, agreement: { ...agreement, tiers } }).warnings).toEqual([
    {
      code: 'form_no_longer_fits',
      path: ['agreement'],
      params: { form: 'demo', version: 1, problem: 'unknown_tier', at: 'outcomes.0.when.tier' },
    },
    { code: 'tier_still_named', path: ['agreement', 'tiers'], params: { tier: 'hot', destination: 'crm' } },
  ]);
});
