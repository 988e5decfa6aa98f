// How an agreement comes into force, and everything that does not bring it there.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { sign, versionOf } from './sign.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, statesOf, stored } from './views.ts';

const day = 86_400_000;
const { signatures: _, ...agreement } = smallWorkspace.agreement;
const [mia, val] = ['cmo@baton.example', 'vp@baton.example'];
const byMia = { by: `person:${mia}`, side: 'marketing' } as const;
const byVal = { by: `person:${val}`, side: 'sales' } as const;

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  return bench;
}

/** The agreement with another threshold. */
function withThreshold(from: number): object {
  const tiers = agreement.tiers.map((tier) => (tier.id === 'mql' ? { ...tier, from } : tier));
  return { ...agreement, tiers };
}

function saved(bench: NodeDesk, document: object, base?: number): number {
  const { draft } = Object(JSON.parse(bench.desk.terms.read({ email: null, role: null })));
  const answer = bench.desk.terms.saveDraft(draft?.revision ?? null, document, `person:${mia}`, base);
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return Object(JSON.parse(answer.text)).revision;
}

type Given = { readonly by: string; readonly side: 'marketing' | 'sales' };

function proposed(
  bench: NodeDesk,
  document: object,
  given: Given = byMia,
  answers: number | null = null,
): number {
  const revision = saved(bench, document);
  const answer = bench.desk.terms.propose({ revision, note: null, answers, ...given });
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return Object(JSON.parse(answer.text)).version;
}

function mailed(bench: NodeDesk): string[] {
  const mails = bench.sent.filter(({ target }) => target.endsWith('@baton.example'));
  return mails.map(({ target, body }) => `${target}: ${Object(JSON.parse(body)).subject}`);
}

test('a draft judges nobody, nor does a proposal, nor one signature; both do, from that second', async () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(30));
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  const fitting = { email: 'a@x.example', size: '11-50', role: 'other', team: 3 };
  stored(bench.desk.intake.submit(arrivalOf(fitting)));
  expect(statesOf(bench, 'a@x.example')).toEqual(['nurture']);
  expect(sign(bench, version, 'marketing', mia)).toBe('in_force');
  stored(bench.desk.intake.submit(arrivalOf({ ...fitting, email: 'b@x.example' })));
  expect(statesOf(bench, 'b@x.example')).toEqual(['handed_off']);
  // Whom an earlier version has judged waits for the next event.
  await bench.runUntil(bench.now + 1000);
  expect(leadOf(bench, 'a@x.example')).toMatchObject({ stage: 'lead', agreement: { version: 2 } });
  expect(versionOf(bench, 1)).toMatchObject({ state: 'replaced', sound: true });
});

test('signing twice is signing once, and nobody signs for both', async () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  await bench.settle();
  const before = mailed(bench).length;
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  // A colleague changes nothing either.
  expect(sign(bench, version, 'sales', 'ann@baton.example')).toBe('signed');
  expect(sign(bench, version, 'marketing', val)).toBe('other_side');
  expect(sign(bench, version, 'marketing', 'nobody@baton.example')).toBe('not_among_people');
  await bench.runUntil(bench.now + 1000);
  expect(mailed(bench).slice(before)).toEqual([`${mia}: Signed by one side: Agreement`]);
  expect(versionOf(bench, version)['signatures']).toMatchObject([{ party: 'sales', by: val }]);
});

test('a signature is over what was seen: another hash is refused', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  expect(sign(bench, version, 'sales', val, { hash: '0'.repeat(64) })).toBe('other_hash');
  expect(versionOf(bench, version)['signatures']).toEqual([]);
});

test('a signer who has lost the role, or left the people, does not count', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  expect(sign(bench, version, 'marketing', mia, { roles: {} })).toBe('ask_again');
  expect(sign(bench, version, 'marketing', mia, { roles: { [val]: 'viewer' } })).toBe('signed');
  expect(sign(bench, version, 'marketing', mia, { roles: { [val]: null } })).toBe('signed');
  // A colleague who still has it takes their place.
  const roles = { [val]: null, [mia]: 'marketing' } as const;
  expect(sign(bench, version, 'sales', 'ann@baton.example', { roles })).toBe('in_force');

  const other = proposed(bench, withThreshold(70));
  expect(sign(bench, other, 'sales', val)).toBe('signed');
  bench.desk.importWorkspace({ format: 1, people: [{ email: val, name: 'Val', party: 'admin' }] });
  expect(sign(bench, other, 'marketing', mia)).toBe('signed');
  expect(versionOf(bench, other)['state']).toBe('proposed');
});

test('of two proposals the one that is signed into force ends the other: it was over an older version', () => {
  const bench = ready();
  const first = proposed(bench, withThreshold(60));
  const second = proposed(bench, withThreshold(70), byVal);
  expect(sign(bench, second, 'sales', val)).toBe('signed');
  expect(sign(bench, first, 'sales', val)).toBe('signed');
  expect(sign(bench, first, 'marketing', mia)).toBe('in_force');
  expect(versionOf(bench, second)).toMatchObject({ state: 'withdrawn', ended: { why: 'outdated' } });
  expect(sign(bench, second, 'marketing', mia)).toBe('ended');
});

test('a draft stays when another version comes into force, says so, and is proposed once it goes by that one', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  const revision = saved(bench, withThreshold(65));
  sign(bench, version, 'sales', val);
  expect(sign(bench, version, 'marketing', mia)).toBe('in_force');
  const { draft } = Object(JSON.parse(bench.desk.terms.read({ email: mia, role: 'marketing' })));
  expect(draft).toMatchObject({ revision, base: 1, outdated: true });
  const asked = { note: null, answers: null, ...byMia };
  expect(bench.desk.terms.propose({ revision, ...asked })).toEqual({
    kind: 'invalid',
    issues: [{ code: 'outdated_base', path: ['revision'], params: { base: 1, inForce: 2 } }],
  });
  const again = saved(bench, withThreshold(65), 2);
  expect(bench.desk.terms.propose({ revision: again, ...asked })).toMatchObject({ kind: 'done' });
});

test('a revision is never used twice, though the draft is dropped or proposed in between', () => {
  const bench = ready();
  expect(saved(bench, withThreshold(60))).toBe(1);
  expect(bench.desk.terms.dropDraft('owner')).toBe(true);
  expect(bench.desk.terms.saveDraft(1, {}, 'owner')).toEqual({ kind: 'overtaken', text: 'null' });
  proposed(bench, withThreshold(60));
  expect(saved(bench, withThreshold(61))).toBe(3);
});

test('what could not run is not proposed, nor what stands already', () => {
  const bench = ready();
  const propose = (document: object) => {
    const revision = saved(bench, document);
    return bench.desk.terms.propose({ revision, note: null, answers: null, ...byMia });
  };
  expect(propose({ ...agreement, tiers: [] })).toMatchObject({
    kind: 'invalid',
    issues: expect.arrayContaining([{ code: 'no_lowest_tier', path: ['document', 'tiers'] }]),
  });
  expect(propose(agreement)).toMatchObject({ issues: [{ code: 'nothing_changed' }] });
  expect(propose(withThreshold(60))).toMatchObject({ kind: 'done' });
  expect(propose(withThreshold(60))).toMatchObject({
    issues: [{ code: 'already_proposed', params: { version: 2 } }],
  });
});

test('after thirty days it cannot be signed, whether the alarm has come or not, and everybody is told', async () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  sign(bench, version, 'sales', val);
  bench.now += 30 * day;
  expect(versionOf(bench, version)).toMatchObject({ state: 'expired' });
  expect(sign(bench, version, 'marketing', mia)).toBe('expired');
  const other = proposed(bench, withThreshold(61));
  await bench.runUntil(bench.now + 31 * day);
  expect(versionOf(bench, other)).toMatchObject({ state: 'expired', ended: { why: 'expired' } });
  expect(mailed(bench).filter((mail) => mail.includes('Expired'))).toHaveLength(8);
});

test('a clock that is set back opens nothing that has ended, and holds up nothing that stands', async () => {
  const bench = ready();
  const late = proposed(bench, withThreshold(60));
  await bench.runUntil(bench.now + 31 * day);
  const version = proposed(bench, withThreshold(61));
  bench.now -= 31 * day;
  expect(versionOf(bench, late)).toMatchObject({ state: 'expired', ended: { why: 'expired' } });
  expect(sign(bench, late, 'sales', val)).toBe('expired');
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  expect(sign(bench, version, 'marketing', mia)).toBe('in_force');
  stored(
    bench.desk.intake.submit(arrivalOf({ email: 'a@x.example', size: '11-50', role: 'other', team: 3 })),
  );
  expect(leadOf(bench, 'a@x.example')).toMatchObject({ agreement: { version } });
});

test('what is on the table stays as it was proposed while somebody edits on, and is signed as such', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  const { hash } = versionOf(bench, version);
  expect(sign(bench, version, 'sales', val)).toBe('signed');
  saved(bench, withThreshold(5));
  expect(versionOf(bench, version)).toMatchObject({ hash, signatures: [{ party: 'sales', by: val }] });
  expect(sign(bench, version, 'marketing', mia)).toBe('in_force');
  expect(versionOf(bench, version)).toMatchObject({ hash, state: 'in_force', sound: true });
});

test('the side that proposed takes it back, and a counter-proposal takes its place', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  expect(bench.desk.terms.withdraw(version, 'sales', byVal.by)).toEqual({
    kind: 'refused',
    why: 'not_yours',
  });
  const counter = proposed(bench, withThreshold(55), byVal, version);
  expect(versionOf(bench, version)).toMatchObject({
    state: 'withdrawn',
    ended: { why: 'answered', by: val },
  });
  expect(sign(bench, version, 'sales', val)).toBe('ended');
  expect(bench.desk.terms.withdraw(counter, 'sales', byVal.by)).toMatchObject({ kind: 'done' });
  expect(versionOf(bench, counter)).toMatchObject({ state: 'withdrawn', ended: { why: 'withdrawn' } });
});

test('a proposal that was changed where it is kept cannot be signed', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  sign(bench, version, 'sales', val);
  bench.sql.run(`UPDATE agreements SET document = replace(document, '60', '6') WHERE version = ?`, version);
  expect(sign(bench, version, 'marketing', mia)).toBe('tampered');
  expect(versionOf(bench, version)).toMatchObject({ sound: false, state: 'proposed' });
});

test.each([
  ['changed', `UPDATE agreements SET document = replace(document, '"points":40', '"points":60')`],
  ['no document any more', `UPDATE agreements SET document = 'nothing'`],
  ['half signed', `DELETE FROM signatures WHERE party = 'sales'`],
])(
  'in force and %s where it is kept: nobody is judged, all is kept, and it is said loudly',
  async (_, change) => {
    const bench = ready();
    stored(
      bench.desk.intake.submit(arrivalOf({ email: 'a@x.example', size: '51-500', role: 'other', team: 3 })),
    );
    bench.sql.run(change);
    const again = bench.restart();
    expect(again.lines).toMatchObject([{ baton: 'bug', requestId: 'agreement 1' }]);
    stored(
      again.desk.intake.submit(arrivalOf({ email: 'b@x.example', size: '51-500', role: 'other', team: 3 })),
    );
    expect(statesOf(again, 'b@x.example')).toEqual(['unagreed']);
    expect(versionOf(again, 1)).toMatchObject({ sound: false, state: 'in_force' });

    if (change.startsWith('DELETE')) return;
    // The very document that was signed heals it, and what waited is judged.
    again.desk.importWorkspace({ format: 1, agreement: smallWorkspace.agreement });
    expect(versionOf(again, 1)).toMatchObject({ sound: true });
    await again.runUntil(again.now + 1000);
    expect(statesOf(again, 'b@x.example')).toEqual(['nurture']);
  },
);

test('each side is written to when the other acts, with a link to the agreement', async () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  await bench.settle();
  const sales = [val, 'ann@baton.example', 'bob@baton.example'];
  expect(mailed(bench)).toEqual(sales.map((one) => `${one}: Proposed: Agreement`));
  expect(bench.sent.at(-1)?.body).toContain('https://baton.example/agreement');
  sign(bench, version, 'sales', val);
  sign(bench, version, 'marketing', mia);
  await bench.runUntil(bench.now + 1000);
  const after = [
    `${mia}: Signed by one side: Agreement`,
    ...sales.map((one) => `${one}: In force: Agreement`),
  ];
  expect(mailed(bench).slice(3)).toEqual(after);
});

test('a review is due a quarter after, is told to everybody, and is over once somebody says so', async () => {
  const bench = nodeDesk();
  const { review: _every, ...quarterly } = smallWorkspace.agreement;
  bench.desk.importWorkspace({ ...smallWorkspace, agreement: quarterly });
  const look = (): { reviewDue: boolean } =>
    Object(JSON.parse(bench.desk.terms.read({ email: null, role: null })));
  await bench.runUntil(Date.parse('2027-04-04T08:59:59Z'));
  expect([look().reviewDue, mailed(bench)]).toEqual([false, []]);
  await bench.runUntil(Date.parse('2027-04-04T09:00:00Z'));
  expect(look().reviewDue).toBe(true);
  expect(mailed(bench)).toHaveLength(4);
  expect(bench.desk.terms.review(byVal.by)).toBe(true);
  expect(look().reviewDue).toBe(false);
});

test('every change of the agreement stands in the audit', () => {
  const bench = ready();
  const version = proposed(bench, withThreshold(60));
  sign(bench, version, 'sales', val);
  sign(bench, version, 'marketing', mia);
  bench.desk.terms.review(byVal.by);
  const actions = bench.desk.changes({ limit: 100 }).map(({ action, author }) => `${author} ${action}`);
  expect(new Set(actions.filter((one) => one.startsWith('person:')))).toEqual(
    new Set([
      `${byMia.by} agreement.draft_saved`,
      `${byMia.by} agreement.proposed`,
      `${byVal.by} agreement.signed`,
      `${byMia.by} agreement.signed`,
      `${byMia.by} agreement.in_force`,
      `${byVal.by} agreement.reviewed`,
    ]),
  );
});
