// Who gets a lead, over the Desk's own storage: capacity by the days of the office, turns that are kept from lead to lead,
// the owner of a company, and the line that says why.
import { expect, test } from 'vitest';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const [ann, bob, val] = ['ann@baton.example', 'bob@baton.example', 'vp@baton.example'];
const good = { size: '51-500', role: 'manager', team: 3 };

function ready(
  people: Readonly<Record<string, object>>,
  routing: object = {},
  now = mondayMorning,
): NodeDesk {
  const bench = nodeDesk({ mail: false, now });
  const imported = bench.desk.importWorkspace({
    ...smallWorkspace,
    destinations: [],
    people: smallWorkspace.people.map((person) => ({ ...person, ...people[person.email] })),
    agreement: {
      ...smallWorkspace.agreement,
      routing: { ...smallWorkspace.agreement.routing, ...routing },
    },
  });
  expect(imported).toMatchObject({ ok: true });
  return bench;
}

/** Whom a lead that qualifies goes to, and why. */
function routed(
  bench: NodeDesk,
  email: string,
): readonly [owner: string | undefined, why: string | undefined] {
  stored(bench.desk.intake.submit(arrivalOf({ email, ...good })));
  const { owner, handoffs } = leadOf(bench, email);
  return [owner?.email, handoffs[0]?.why];
}

const turnOf = (name: string): string => `Rule "everybody" names team all: it is ${name}'s turn`;

test('capacity is counted by the days where the office is', () => {
  // A quarter to midnight in Berlin, where a day is not one of UTC.
  const bench = ready({
    [bob]: { away: [{ from: '2027-01-01', to: '2027-01-31' }] },
    [ann]: { capacity: 1 },
  });
  bench.now = Date.parse('2027-01-04T23:45:00+01:00');
  expect(routed(bench, 'a@a.example')).toEqual([ann, turnOf('Ann')]);
  const full = 'Nobody in team all is available: Val Sales is the fallback';
  expect(routed(bench, 'b@b.example')).toEqual([val, full]);
  bench.now = Date.parse('2027-01-05T00:00:00+01:00');
  expect(routed(bench, 'c@c.example')).toEqual([ann, turnOf('Ann')]);
  expect(routed(bench, 'd@d.example')).toEqual([val, full]);
});

test('over a thousand leads and a restart everybody’s count stays within two of the ideal', () => {
  let bench = ready({ [ann]: { weight: 5 }, [bob]: { weight: 2 } });
  const counts: Record<string, number> = { [ann]: 0, [bob]: 0 };
  for (let many = 1; many <= 1000; many += 1) {
    bench.now += 1000;
    if (many === 500) bench = bench.restart();
    const [owner = ''] = routed(bench, `lead${many}@x.example`);
    counts[owner] = (counts[owner] ?? 0) + 1;
    expect(Math.abs((counts[ann] ?? 0) - (many * 5) / 7)).toBeLessThanOrEqual(2);
    expect(Math.abs((counts[bob] ?? 0) - (many * 2) / 7)).toBeLessThanOrEqual(2);
  }
});

test('where owners are kept a company stays with whom its first lead went to, and free mail is no company', () => {
  const bench = ready({ [ann]: { capacity: 1 } }, { keepOwner: true });
  expect(routed(bench, 'one@big.example')).toEqual([ann, turnOf('Ann')]);
  // Ann is full, so the fallback helps out; the company stays hers.
  const full = 'Ann is at capacity today: Val Sales is the fallback';
  expect(routed(bench, 'two@mail.big.example')).toEqual([val, full]);
  bench.now += 86_400_000;
  expect(routed(bench, 'three@big.example')).toEqual([ann, 'Ann owns this company']);
  expect(routed(bench, 'one@gmail.com')).toEqual([bob, turnOf('Bob')]);
  expect(routed(bench, 'two@gmail.com')).toEqual([bob, turnOf('Bob')]);
});

test('the owner of a target account comes before whoever had its first lead', () => {
  const bench = ready({}, { keepOwner: true });
  expect(routed(bench, 'one@big.example')).toEqual([ann, turnOf('Ann')]);
  const account = { list: 'Enterprise', tier: null, name: null, owner: bob };
  bench.desk.companies.save('big.example', account, 'owner');
  expect(routed(bench, 'two@big.example')).toEqual([bob, 'Bob owns this company']);
});
