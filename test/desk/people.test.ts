// The people of the workspace and its teams, one by one: what is said of them is a document's, and who is needed stays.
// Whoever comes in by the Gate is a person of the workspace as well.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Member } from '../../apps/worker/src/desk/people/members.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const ann = 'ann@baton.example';
const bob = 'bob@baton.example';
const vp = 'vp@baton.example';
const eve = 'eve@baton.example';

function bench(): NodeDesk {
  const made = nodeDesk();
  made.desk.importWorkspace(smallWorkspace);
  return made;
}

const exportShape = z.looseObject({
  people: z.array(z.looseObject({ email: z.string() })),
  teams: z.array(z.looseObject({ id: z.string() })),
});

const exported = ({ desk }: NodeDesk) => exportShape.parse(desk.exportWorkspace());
const personOf = (made: NodeDesk, email: string) =>
  exported(made).people.find((person) => person.email === email);

const peopleShape = z.looseObject({ people: z.array(z.looseObject({ email: z.string() })) });
const listed = ({ desk }: NodeDesk, email: string) =>
  peopleShape.parse(JSON.parse(desk.people.people())).people.find((person) => person.email === email);
const teamOf = ({ desk }: NodeDesk, id: string): unknown =>
  z
    .looseObject({ teams: z.array(z.looseObject({ id: z.string() })) })
    .parse(JSON.parse(desk.people.teams()))
    .teams.find((team) => team.id === id);

const why = (answer: { readonly kind: string }): string =>
  z.object({ kind: z.literal('refused'), detail: z.string() }).parse(answer).detail;

test('what is made here an export holds, an import goes over, and the audit tells with how it was', () => {
  const made = bench();
  const { desk } = made;
  desk.people.savePerson(eve, { name: 'Eve', party: 'sales', weight: 3, capacity: 2 }, 'person:a@x.example');
  desk.clocks.setAway(eve, 'owner', { from: '2027-01-04', to: '2027-01-08' });
  desk.people.saveTeam('night', { name: 'Night', members: [eve, ann] }, 'person:a@x.example');
  expect(personOf(made, eve)).toEqual({
    email: eve,
    name: 'Eve',
    party: 'sales',
    weight: 3,
    capacity: 2,
    away: [{ from: '2027-01-04', to: '2027-01-08' }],
  });
  made.now += 1;
  // What is not said again is as at first; when they are away stays.
  desk.people.savePerson(eve, { name: 'Eve E.', party: 'sales' }, 'person:a@x.example');
  expect(personOf(made, eve)).toEqual({
    email: eve,
    name: 'Eve E.',
    party: 'sales',
    away: [{ from: '2027-01-04', to: '2027-01-08' }],
  });
  expect(desk.changes({ limit: 1 })).toMatchObject([
    {
      author: 'person:a@x.example',
      action: 'person.changed',
      subject: eve,
      before: { name: 'Eve', weight: 3 },
      after: { name: 'Eve E.' },
    },
  ]);
  desk.importWorkspace({ format: 1, people: [{ email: eve, name: 'Evelyn', party: 'sales' }] });
  expect(personOf(made, eve)).toEqual({ email: eve, name: 'Evelyn', party: 'sales' });
  const { desk: again } = made.restart();
  expect(exportShape.parse(again.exportWorkspace())).toEqual(exported(made));
});

test('turns go by what was said last, from the next lead on', () => {
  const made = bench();
  const { desk } = made;
  const owners = (names: readonly string[]): string[] =>
    names.map((name) => {
      made.now += 60_000;
      const email = `${name}@${name}.example`;
      desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 }));
      return z
        .looseObject({ owner: z.looseObject({ email: z.string() }) })
        .parse(desk.leads({ email, limit: 1, before: null })?.leads[0]).owner.email;
    });
  expect(owners(['a', 'b']).toSorted((one, other) => one.localeCompare(other))).toEqual([ann, bob]);
  desk.people.savePerson(eve, { name: 'Eve', party: 'sales', weight: 4 }, 'owner');
  desk.people.saveTeam('all', { members: [eve, bob] }, 'owner');
  expect(teamOf(made, 'all')).toMatchObject({
    members: [
      { email: eve, share: 0.8 },
      { email: bob, share: 0.2 },
    ],
  });
  const after = owners(['c', 'd', 'e', 'f', 'g']);
  expect(after.filter((owner) => owner === eve)).toHaveLength(4);
  expect(after.filter((owner) => owner === bob)).toHaveLength(1);
  expect(listed(made, eve)).toMatchObject({ openHandoffs: 4, leads: 0 });
});

test('who has something, or is named or has signed, stays, and it is said why', () => {
  const made = bench();
  const { desk } = made;
  desk.intake.submit(arrivalOf({ email: 'ada@engines.example', size: '51-500', role: 'manager', team: 1 }));
  const holders = [ann, bob].filter((email) => listed(made, email)?.['openHandoffs'] === 1);
  expect(holders).toHaveLength(1);
  const [holder = ''] = holders;
  const name = holder === ann ? 'Ann' : 'Bob';
  expect(why(desk.people.removePerson(holder, 'owner'))).toBe(
    `${name} has 1 open handoff, 1 company and a place in the team “all”: hand all of it on first.`,
  );
  expect(why(desk.people.removePerson(vp, 'owner'))).toMatch(/^The agreement in force names them /);
  const other = holder === ann ? bob : ann;
  expect(desk.clocks.handOn(holder, 'owner', other).kind).toBe('done');
  made.now += 1;
  expect(desk.people.removePerson(holder, 'person:a@x.example').kind).toBe('done');
  expect(personOf(made, holder)).toBeUndefined();
  expect(desk.changes({ limit: 1 })).toMatchObject([
    { action: 'person.removed', subject: holder, before: { name } },
  ]);
  expect(desk.people.removePerson(holder, 'owner')).toEqual({ kind: 'unknown', what: 'person' });
});

test('a team stays while the agreement, a proposal or the draft routes to it', () => {
  const made = bench();
  const { desk } = made;
  expect(why(desk.people.removeTeam('all', 'owner'))).toMatch(
    /^The agreement in force routes to this team by the rule “\w+”\.$/,
  );
  desk.people.saveTeam('night', { members: [ann] }, 'owner');
  const { agreement } = smallWorkspace;
  const rule = { id: 'late', when: null, to: { team: 'night' } };
  const draft = { ...agreement, routing: { ...agreement.routing, rules: [rule] } };
  desk.terms.saveDraft(null, draft, 'owner');
  expect(why(desk.people.removeTeam('night', 'owner'))).toBe(
    'The draft of the agreement routes to this team by the rule “late”.',
  );
  desk.importWorkspace({ format: 1, agreement: draft });
  expect(why(desk.people.removeTeam('night', 'owner'))).toContain(
    'Proposal 2 routes to this team by the rule “late”.',
  );
  const told = { ...agreement, escalate: [{ at: '80%', tell: { team: 'night' } }] };
  desk.terms.saveDraft(1, told, 'owner');
  expect(why(desk.people.removeTeam('night', 'owner'))).toContain(
    'The draft of the agreement tells this team what happens at 80%.',
  );
  // A draft that is half written routes nowhere.
  const revision = z
    .object({ revision: z.number() })
    .parse(made.sql.all(`SELECT revision FROM agreement_drafts`)[0]);
  desk.terms.saveDraft(revision.revision, { routing: { rules: ['?', null, { to: 7 }] } }, 'owner');
  desk.terms.withdraw(2, null, 'owner');
  expect(desk.people.removeTeam('night', 'owner').kind).toBe('done');
  expect(teamOf(made, 'night')).toBeUndefined();
});

test('who is away today is marked, in the time zone of the agreement; what is over is not told', () => {
  const made = bench();
  const away = [
    { from: '2026-01-01', to: '2026-01-02' },
    { from: '2027-01-04', to: '2027-01-04' },
  ];
  made.now = Date.parse('2027-01-04T12:00:00Z');
  made.desk.importWorkspace({ format: 1, people: [{ email: ann, name: 'Ann', party: 'sales', away }] });
  expect(listed(made, ann)).toMatchObject({ isAway: true, away: [away[1]] });
  expect(teamOf(made, 'all')).toMatchObject({
    members: [
      { email: ann, isAway: true },
      { email: bob, isAway: false },
    ],
  });
});

const member = (email: string, role: Member['role'], name = 'Eve Engine'): Member => ({ email, role, name });

test('whoever comes in is a person of their role’s side; a viewer is none, and whom there is stays as they are', () => {
  const made = bench();
  const { desk } = made;
  const before = exported(made).people;
  made.now += 1;
  desk.knowMembers([
    member('owner@baton.example', 'admin', 'Olga'),
    member(eve, 'sales'),
    member('max@baton.example', 'marketing', 'Max'),
    member('look@baton.example', 'viewer'),
    // As the document calls her, and of the other side than her role.
    member(ann, 'marketing', 'Annabel'),
  ]);
  const came = [
    { email: 'owner@baton.example', name: 'Olga', party: 'admin' },
    { email: eve, name: 'Eve Engine', party: 'sales' },
    { email: 'max@baton.example', name: 'Max', party: 'marketing' },
  ];
  expect(exported(made).people).toEqual([...before, ...came]);
  expect(desk.changes({ limit: 3 }).map(({ author, action }) => `${author} ${action}`)).toEqual(
    Array.from({ length: 3 }, () => 'baton person.added'),
  );
  // Told again, even after a restart and by the hour, nothing changes: nor does whoever was removed by hand come back.
  desk.people.removePerson(eve, 'owner');
  const { desk: again } = made.restart();
  again.knowMembers([
    member('owner@baton.example', 'admin', 'Olga'),
    member(eve, 'sales'),
    member('max@baton.example', 'marketing', 'Max'),
    member('look@baton.example', 'viewer'),
    member(ann, 'marketing', 'Annabel'),
  ]);
  expect(exportShape.parse(again.exportWorkspace()).people.map(({ email }) => email)).not.toContain(eve);
});

test('a side follows a role unless something is signed for it or somebody has said otherwise', () => {
  const made = bench();
  const { desk } = made;
  desk.knowMembers([member(eve, 'sales'), member(vp, 'sales'), member('max@baton.example', 'sales')]);
  desk.people.savePerson('max@baton.example', { name: 'Max', party: 'admin' }, 'owner');
  const now = (['marketing', 'sales', 'viewer'] as const).map((role) => {
    desk.knowMembers([member(eve, role), member(vp, role), member('max@baton.example', role)]);
    return [eve, vp, 'max@baton.example'].map((email) => personOf(made, email)?.['party']);
  });
  expect(now).toEqual([
    ['marketing', 'sales', 'admin'],
    ['sales', 'sales', 'admin'],
    // Who only looks on is on no side.
    [undefined, 'sales', 'admin'],
  ]);
});

test('who came in and leaves goes when nothing hangs on them; others stay until it is handed on', () => {
  const made = bench();
  const { desk } = made;
  desk.knowMembers([member(eve, 'sales'), member('max@baton.example', 'sales'), member(ann, 'sales')]);
  desk.people.saveTeam('night', { members: [eve] }, 'owner');
  desk.knowMembers([]);
  const left = exported(made).people.map(({ email }) => email);
  expect(left).toContain(eve);
  expect(left).toContain(ann);
  expect(left).not.toContain('max@baton.example');
});

test('a workspace with nothing in it gives leads to whoever came in, once they are a team that signed rules route to', () => {
  const made = nodeDesk();
  made.now = mondayMorning;
  const { desk } = made;
  const max = 'max@baton.example';
  desk.knowMembers([member(eve, 'sales'), member(max, 'marketing', 'Max')]);
  desk.people.saveTeam('reps', { name: 'Reps', members: [eve] }, 'owner');
  const { people: _people, teams: _teams, ...rest } = smallWorkspace;
  const agreement = {
    ...rest.agreement,
    routing: {
      ...rest.agreement.routing,
      rules: [{ id: 'everybody', when: null, to: { team: 'reps' } }],
      fallback: { person: eve },
    },
    escalate: [],
    signatures: [
      { party: 'marketing', by: max },
      { party: 'sales', by: eve },
    ],
  };
  expect(desk.importWorkspace({ ...rest, agreement })).toMatchObject({
    ok: true,
    agreement: { state: 'in_force' },
  });
  desk.intake.submit(arrivalOf({ email: 'ada@engines.example', size: '51-500', role: 'manager', team: 1 }));
  expect(listed(made, eve)).toMatchObject({ openHandoffs: 1, named: true });
  expect(teamOf(made, 'reps')).toMatchObject({ rules: ['everybody'] });
});
