// What is kept of the agreement is changed where it is kept, past everything that Baton would let anybody do. Whatever
// is changed: leads are judged exactly by what both parties have signed, or by nothing, and that is said loudly.
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { sign, versionOf } from './sign.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, statesOf, stored } from './views.ts';

const period = { from: Date.parse('2026-12-01T00:00:00Z'), to: Date.parse('2027-02-01T00:00:00Z') };
const fitting = { size: '51-500', role: 'other', team: 3 };
const { signatures: _, ...agreement } = smallWorkspace.agreement;

function ready(): NodeDesk {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  submitted(bench, 'before@x.example');
  return bench;
}

function submitted(bench: NodeDesk, email: string): { state: unknown; score: unknown } {
  stored(bench.desk.intake.submit(arrivalOf({ ...fitting, email })));
  return { state: statesOf(bench, email).at(-1), score: leadOf(bench, email).score };
}

const asSigned = { state: 'nurture', score: expect.objectContaining({ fit: 40, total: 40 }) };
const byNobody = { state: 'unagreed', score: null };

/** Nobody is judged, and everybody who looks is told. */
function refusesLoudly(bench: NodeDesk, version: number): void {
  const again = bench.restart();
  expect(again.lines).toMatchObject([{ baton: 'bug', requestId: `agreement ${version}` }]);
  expect(submitted(again, 'after@x.example')).toEqual(byNobody);
  expect(versionOf(again, version)).toMatchObject({ state: 'in_force', sound: false });
  const { inForce } = Object(JSON.parse(again.desk.terms.read({ email: null, role: null })));
  expect(inForce).toMatchObject({ version, sound: false });
  expect(again.desk.terms.replay({ version }, period)).toEqual({
    kind: 'invalid',
    issues: [{ code: 'tampered', path: ['version'] }],
  });
  expect(again.desk.exportWorkspace()['agreement']).toBeUndefined();
  // What was judged before stays as it was.
  expect(leadOf(again, 'before@x.example').score).toMatchObject({ total: 40 });
}

function documentIn(json: string): unknown {
  try {
    const { signatures: _given, ...content } = Object(JSON.parse(json));
    return content;
  } catch {
    return null;
  }
}

test.each(['document', 'context'] as const)(
  'one bit of the %s turned over, anywhere: judged as signed where it says the same, else by nobody',
  (column) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 6 }), (place, bit) => {
        const bench = ready();
        const [row] = bench.sql.all(`SELECT ${column} AS kept FROM agreements`);
        const bytes = Buffer.from(String(row?.['kept']), 'utf8');
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const changed = bytes.toString('utf8');
        bench.sql.run(`UPDATE agreements SET ${column} = ?`, changed);
        // Who runs already goes by what was read when it was sound.
        expect(submitted(bench, 'meanwhile@x.example')).toEqual(asSigned);
        const isAsSigned =
          column === 'document' && isDeepStrictEqual(documentIn(changed), documentIn(String(row?.['kept'])));
        const again = bench.restart();
        const { sound } = versionOf(again, 1);
        // What is said of signatures in the document is no part of it; broken, it is read by nobody all the same.
        if (isAsSigned && sound === true) expect(submitted(again, 'after@x.example')).toEqual(asSigned);
        else refusesLoudly(bench, 1);
      }),
      { numRuns: 40 },
    );
  },
);

test.each([
  ['a signature is gone', `DELETE FROM signatures WHERE party = 'marketing'`],
  ['a signature is over another hash', `UPDATE signatures SET hash = '0' WHERE party = 'sales'`],
  ['one party signs for both', `UPDATE signatures SET party = 'admin' WHERE party = 'sales'`],
  ['the hash is another', `UPDATE agreements SET hash = '0'`],
  [
    'the rules are others',
    `UPDATE agreements SET document = json_set(document, '$.score.fit.rules[0].points', 60)`,
  ],
  ['the scale is another', `UPDATE agreements SET context = replace(context, '11-50', '0-50')`],
  ['nothing of it can be read', `UPDATE agreements SET document = '', context = ''`],
])('%s where the agreement in force is kept: it judges nobody', (_what, change) => {
  const bench = ready();
  bench.sql.run(change);
  refusesLoudly(bench, 1);
});

/** On the table beside the one in force, with sales' signature alone. */
function halfSigned(bench: NodeDesk): number {
  const { fit } = agreement.score;
  const generous = { ...fit, rules: fit.rules.map((rule) => ({ ...rule, points: 60 })) };
  const document = { ...agreement, score: { ...agreement.score, fit: generous } };
  bench.desk.terms.saveDraft(null, document, 'owner');
  const asked = { revision: 1, note: null, answers: null, by: 'owner', side: null };
  expect(bench.desk.terms.propose(asked).kind).toBe('done');
  expect(sign(bench, 2, 'sales', 'vp@baton.example')).toBe('signed');
  return 2;
}

test('a half-signed proposal that is said to be in force judges nobody', () => {
  const bench = ready();
  const version = halfSigned(bench);
  bench.sql.run(`UPDATE agreements SET state = 'replaced' WHERE version = 1`);
  bench.sql.run(`UPDATE agreements SET state = 'in_force', in_force_at = 1 WHERE version = ?`, version);
  refusesLoudly(bench, version);
});

test('the words of a half-signed proposal put in the place of those in force, with their hash, judge nobody', () => {
  const bench = ready();
  halfSigned(bench);
  bench.sql.run(
    `UPDATE agreements SET (document, hash) = (SELECT document, hash FROM agreements WHERE version = 2) WHERE version = 1`,
  );
  refusesLoudly(bench, 1);
});

test('a proposal that was changed is shown as such, tried by nobody and signed by nobody; the one in force judges on', () => {
  const bench = ready();
  const version = halfSigned(bench);
  bench.sql.run(
    `UPDATE agreements SET context = replace(context, '11-50', '0-50') WHERE version = ?`,
    version,
  );
  expect(versionOf(bench, version)).toMatchObject({ state: 'proposed', sound: false });
  expect(sign(bench, version, 'marketing', 'cmo@baton.example')).toBe('tampered');
  expect(bench.desk.terms.replay({ version }, period).kind).toBe('invalid');
  bench.sql.run(`UPDATE agreements SET document = 'nothing' WHERE version = ?`, version);
  const again = bench.restart();
  expect(JSON.parse(again.desk.attributes.list())).toMatchObject({ leads: 1 });
  expect(submitted(again, 'after@x.example')).toEqual(asSigned);
});

test('what was signed before attributes had a hash is sealed at the next start, and a change is noticed from then on', () => {
  const bench = ready();
  bench.sql.run(`UPDATE agreements SET context_hash = NULL`);
  const sealed = bench.restart();
  expect(submitted(sealed, 'meanwhile@x.example')).toEqual(asSigned);
  sealed.sql.run(`UPDATE agreements SET context = replace(context, '11-50', '0-50')`);
  refusesLoudly(sealed, 1);
});

test('attributes come back with the content that was signed only where they are still what they were', () => {
  const bench = ready();
  const breakIt = (): void =>
    bench.sql.run(`UPDATE agreements SET context = replace(context, '11-50', '0-50')`);
  breakIt();
  const healed = bench.restart();
  healed.desk.importWorkspace(smallWorkspace);
  expect(versionOf(healed, 1)).toMatchObject({ sound: true });
  breakIt();
  const wider = smallWorkspace.attributes.map((attribute) =>
    attribute.id === 'company_size'
      ? { ...attribute, options: [{ id: '0', label: 'None' }, ...(attribute.options ?? [])] }
      : attribute,
  );
  const other = bench.restart();
  other.desk.importWorkspace({ ...smallWorkspace, attributes: wider });
  expect(versionOf(other, 1)).toMatchObject({ sound: false });
});
