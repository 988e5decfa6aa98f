// "No unsigned rule ever judges a lead", as a model of signing beside the Desk: over random sequences of drafts, proposals,
// signatures, withdrawals, a clock that is put back, changes of role and party, imports and tampering, whoever is judged is judged by the
// threshold that both sides have signed. BATON_MODEL_RUNS makes the run longer.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Role } from '../../apps/worker/src/access/roles.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf } from './views.ts';

const day = 86_400_000;
const { signatures: _, ...agreement } = smallWorkspace.agreement;

const people = ['cmo@baton.example', 'vp@baton.example', 'ann@baton.example'] as const;
type Email = (typeof people)[number];
type Side = 'marketing' | 'sales';

const person = fc.constantFrom(...people);
const side = fc.constantFrom<Side>('marketing', 'sales');
const open = fc.nat({ max: 3 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('propose' as const), side, isCounter: fc.boolean() }),
  },
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('sign' as const), who: person, side, open, isStale: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), side, open }) },
  // Somebody goes on writing, whatever is signed meanwhile.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const) }) },
  // Two at once, from the same draft.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('race' as const), side }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 12, 31, -2, -31) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('role' as const),
      who: person,
      role: fc.constantFrom<Role | null>('marketing', 'sales', 'admin', null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('party' as const),
      who: person,
      party: fc.constantFrom('marketing', 'sales', 'admin'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tamper' as const), open }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Proposal = {
  readonly version: number;
  readonly hash: string;
  /** What tells it from all others: the points of one rule. */
  readonly points: number;
  readonly side: Side | null;
  readonly expiresAt: number;
  readonly signed: Map<Side, Email>;
  isOpen: boolean;
  isSound: boolean;
};

type Model = {
  inForce: number;
  last: number;
  points: number;
  /** Of the draft that somebody writes; null: nobody does. */
  revision: number | null;
  readonly proposals: Proposal[];
  readonly roles: Map<Email, Role | null>;
  readonly parties: Map<Email, string>;
};

function documentWith(points: number): object {
  const { fit } = agreement.score;
  const rules = fit.rules.map((rule) => (rule.id === 'manager' ? { ...rule, points } : rule));
  return { ...agreement, score: { ...agreement.score, fit: { ...fit, max: 1000, rules } } };
}

function stands(proposal: Proposal, now: number): boolean {
  return proposal.isOpen && now < proposal.expiresAt;
}

function play(bench: NodeDesk, model: Model, one: Step): void {
  const standing = model.proposals.filter((proposal) => stands(proposal, bench.now));
  switch (one.kind) {
    case 'wait':
      bench.now += one.days * day;
      return;
    case 'role':
      model.roles.set(one.who, one.role);
      return;
    case 'party': {
      const changed = { email: one.who, name: 'Somebody', party: one.party };
      expect(bench.desk.importWorkspace({ format: 1, people: [changed] })).toMatchObject({ ok: true });
      model.parties.set(one.who, one.party);
      return;
    }
    case 'import': {
      model.points += 1;
      // Whoever it says has signed it.
      const { signatures } = smallWorkspace.agreement;
      const imported = bench.desk.importWorkspace({
        format: 1,
        agreement: { ...documentWith(model.points), signatures },
      });
      if (!imported.ok || imported.agreement === null) throw new Error('Not imported.');
      const { version, hash } = imported.agreement;
      expect(imported.agreement.state).toBe('proposed');
      put(model, { version, hash, side: null, expiresAt: Infinity });
      return;
    }
    case 'propose': {
      edit(bench, model);
      const { revision } = model;
      if (revision === null) throw new Error('Nothing is written.');
      const answered = one.isCounter ? standing[0] : undefined;
      const asked = { revision, note: null, answers: answered?.version ?? null, by: 'owner', side: one.side };
      const proposed = bench.desk.terms.propose(asked);
      if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed));
      if (answered !== undefined) answered.isOpen = false;
      model.revision = null;
      const { version, hash } = Object(JSON.parse(proposed.text));
      put(model, { version, hash, side: one.side, expiresAt: bench.now + 30 * day });
      return;
    }
    case 'edit':
      edit(bench, model);
      return;
    case 'race': {
      edit(bench, model);
      const { revision } = model;
      if (revision === null) throw new Error('Nothing is written.');
      const asked = { revision, note: null, answers: null, by: 'owner', side: one.side };
      const [proposed, late] = [bench.desk.terms.propose(asked), bench.desk.terms.propose(asked)];
      expect(late).toEqual({ kind: 'refused', why: 'no_draft' });
      if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed));
      model.revision = null;
      const { version, hash } = Object(JSON.parse(proposed.text));
      put(model, { version, hash, side: one.side, expiresAt: bench.now + 30 * day });
      return;
    }
    case 'withdraw': {
      const proposal = model.proposals.at(-1 - one.open);
      if (proposal === undefined) return;
      const done = bench.desk.terms.withdraw(proposal.version, one.side, 'owner').kind === 'done';
      const may = proposal.side === null || proposal.side === one.side;
      expect(done).toBe(stands(proposal, bench.now) && may);
      if (done) proposal.isOpen = false;
      return;
    }
    case 'tamper': {
      const proposal = standing.at(-1 - one.open);
      if (proposal === undefined) return;
      const statement = `UPDATE agreements SET document = replace(document, '"points":40', '"points":400') WHERE version = ?`;
      bench.sql.run(statement, proposal.version);
      proposal.isSound = false;
      return;
    }
    case 'sign':
      signing(bench, model, one);
  }
}

/** Writes other points, over what is in force. */
function edit(bench: NodeDesk, model: Model): void {
  model.points += 1;
  const { revision, points, inForce } = model;
  const saved = bench.desk.terms.saveDraft(revision, documentWith(points), 'owner', inForce);
  if (saved.kind !== 'done') throw new Error(JSON.stringify(saved));
  model.revision = Object(JSON.parse(saved.text)).revision;
}

function put(model: Model, given: Pick<Proposal, 'version' | 'hash' | 'side' | 'expiresAt'>): void {
  const { points } = model;
  model.proposals.push({ ...given, points, signed: new Map(), isOpen: true, isSound: true });
}

function signing(bench: NodeDesk, model: Model, one: Extract<Step, { kind: 'sign' }>): void {
  const proposal = model.proposals.at(-1 - one.open);
  // Routes let nobody sign but for the side of their role.
  if (proposal === undefined || model.roles.get(one.who) !== one.side) return;
  const hash = one.isStale === 0 ? '0'.repeat(64) : proposal.hash;
  const roles = Object.fromEntries(model.roles);
  const answer = bench.desk.terms.sign(proposal.version, { email: one.who, side: one.side, hash, roles });
  const isTheirs = model.parties.get(one.who) === one.side;
  const counts = isTheirs && hash === proposal.hash && stands(proposal, bench.now) && proposal.isSound;
  const again = proposal.version === model.inForce && [...proposal.signed.values()].includes(one.who);
  expect(answer.kind === 'done').toBe(counts || (again && isTheirs && hash === proposal.hash));
  // That its time was over is written down: no clock that is put back brings it to the table again.
  const isTooLate = isTheirs && hash === proposal.hash && bench.now >= proposal.expiresAt;
  if (isTooLate) proposal.isOpen = false;
  if (!counts) return;
  const isCounting = (party: Side): boolean => {
    const by = proposal.signed.get(party);
    return by !== undefined && model.roles.get(by) === party && model.parties.get(by) === party;
  };
  if (!isCounting(one.side)) proposal.signed.set(one.side, one.who);
  if (!isCounting('marketing') || !isCounting('sales')) return;
  model.inForce = proposal.version;
  model.last = proposal.points;
  for (const other of model.proposals) other.isOpen = false;
}

let sent = 0;

/** Somebody new sends the form: what they are worth says which rules have judged them. */
function judged(bench: NodeDesk): { total: unknown; version: unknown } {
  sent += 1;
  bench.now += 1000;
  const email = `lead${sent}@model.example`;
  const taken = bench.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'manager', team: 1 }));
  expect(taken.kind).toBe('stored');
  const lead = leadOf(bench, email);
  return { total: Object(lead.score)['total'], version: lead.agreement?.version };
}

test('whatever is drafted, proposed, signed, withdrawn, imported or changed: only what both have signed judges', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 24 }), async (steps) => {
      const bench = nodeDesk({ mail: false });
      expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
      const model: Model = {
        inForce: 1,
        last: 20,
        points: 100,
        revision: null,
        proposals: [],
        roles: new Map([
          [people[0], 'marketing'],
          [people[1], 'sales'],
          [people[2], 'sales'],
        ]),
        parties: new Map([
          [people[0], 'marketing'],
          [people[1], 'sales'],
          [people[2], 'sales'],
        ]),
      };
      for (const one of steps) {
        bench.now += 1000;
        play(bench, model, one);
        expect(judged(bench)).toEqual({ total: model.last, version: model.inForce });
        expect(bench.sql.all(`SELECT version FROM agreements WHERE state = 'in_force'`)).toEqual([
          { version: model.inForce },
        ]);
      }
      await bench.settle();
      expect(judged(bench.restart())).toEqual({ total: model.last, version: model.inForce });
    }),
    { numRuns: Number(process.env['BATON_MODEL_RUNS'] ?? 20) },
  );
});
