// Target accounts in use: what they make of leads, whose they are, and what changes in the background when a list does.
// And companies as lists of many show them.
import { companyScore } from '@baton/agreement';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const minute = 60_000;
const onList = {
  combinator: 'and',
  rules: [{ field: 'lead.target_list', operator: '=', value: 'Enterprise' }],
};

/** A fit rule, a disqualifier and a route read the lists. */
function bench(): NodeDesk {
  const made = nodeDesk();
  const { agreement } = smallWorkspace;
  const rule = { id: 'target', says: 'On the Enterprise list', points: 15, when: onList };
  made.desk.importWorkspace({
    ...smallWorkspace,
    agreement: {
      ...agreement,
      score: {
        ...agreement.score,
        fit: { ...agreement.score.fit, rules: [...agreement.score.fit.rules, rule] },
      },
      disqualify: [
        ...agreement.disqualify,
        {
          id: 'unwanted',
          says: 'Unwanted',
          when: { combinator: 'and', rules: [{ field: 'lead.target_tier', operator: '=', value: 'never' }] },
        },
      ],
      routing: { ...agreement.routing, keepOwner: true },
    },
  });
  return made;
}

const leadShape = z.looseObject({
  attributes: z.record(z.string(), z.unknown()),
  score: z.looseObject({ fit: z.number(), total: z.number() }),
  owner: z.looseObject({ email: z.string() }).nullable(),
  stage: z.string(),
  tier: z.string(),
});

function leadOf({ desk }: NodeDesk, email: string): z.infer<typeof leadShape> {
  return leadShape.parse(desk.leads({ email, limit: 1, before: null })?.leads[0]);
}

function listed({ desk }: NodeDesk, more: Partial<Parameters<typeof desk.companies.list>[0]> = {}) {
  const query = {
    search: null,
    list: null,
    owner: null,
    sort: 'score',
    limit: 50,
    offset: 0,
    ...more,
  } as const;
  return pageShape.parse(JSON.parse(desk.companies.list(query)));
}

const pageShape = z.object({
  companies: z.array(
    z.looseObject({
      domain: z.string(),
      contacts: z.number(),
      stage: z.string().nullable(),
      score: z
        .object({ fit: z.number(), engagement: z.number(), intent: z.number(), total: z.number() })
        .nullable(),
    }),
  ),
  total: z.number(),
  next: z.number().nullable(),
});

const account = { list: 'Enterprise', tier: 'A', name: null, owner: 'bob@baton.example' };

test('a lead of a target account knows its list and tier, and goes to the account’s owner', () => {
  const made = bench();
  made.desk.companies.save('engines.example', account, 'owner');
  made.desk.intake.submit(arrivalOf({ email: 'ada@mail.engines.example', size: '11-50', role: 'other' }));
  expect(leadOf(made, 'ada@mail.engines.example')).toMatchObject({
    attributes: { target_list: 'Enterprise', target_tier: 'A' },
    score: { fit: 55 },
    owner: { email: 'bob@baton.example' },
    stage: 'mql',
  });
});

test('when a list changes its leads are counted anew in the background, and handed off only at their next event', async () => {
  const made = bench();
  const email = 'ada@engines.example';
  made.desk.intake.submit(arrivalOf({ email, size: '11-50', role: 'other' }));
  expect(leadOf(made, email)).toMatchObject({ score: { fit: 40 }, stage: 'lead', tier: 'nurture' });
  made.desk.companies.save('engines.example', account, 'owner');
  await made.runUntil(mondayMorning + minute);
  expect(leadOf(made, email)).toMatchObject({
    attributes: { target_list: 'Enterprise', target_tier: 'A' },
    score: { fit: 55 },
    tier: 'mql',
    stage: 'lead',
    owner: null,
  });
  made.desk.recordOfLead(email, [{ path: '/blog/one', at: made.now }]);
  expect(leadOf(made, email)).toMatchObject({ stage: 'mql', owner: { email: 'bob@baton.example' } });

  made.desk.companies.removeList('Enterprise', 'owner');
  await made.runUntil(made.now + minute);
  const after = leadOf(made, email);
  expect(after.attributes).not.toHaveProperty('target_list');
  expect(after.score.fit).toBe(40);
  expect(after.stage).toBe('mql');
});

test('however many leads a list concerns, all of them are counted anew, some at each turn', async () => {
  const made = bench();
  for (let count = 0; count < 450; count += 1) {
    const domain = count < 250 ? 'many' : `one${count}`;
    made.desk.intake.submit(arrivalOf({ email: `p${count}@${domain}.example`, size: '1-10', role: 'other' }));
  }
  const rows = Array.from({ length: 200 }, (_, index) => `one${250 + index}.example`);
  const csv = ['Domain', 'many.example', ...rows].join('\n');
  made.desk.companies.takeFile({ csv, columns: { domain: 'Domain' }, list: 'Enterprise' }, 'owner');
  const unknown = () =>
    made.sql.all(`SELECT id FROM leads WHERE attributes ->> 'target_list' IS NULL`).length;
  expect(unknown()).toBe(450);
  made.desk.alarm();
  expect(unknown()).toBeGreaterThan(0);
  expect(unknown()).toBeLessThan(450);
  await made.runUntil(made.now + minute);
  expect(unknown()).toBe(0);
  expect(made.sql.all(`SELECT * FROM refreshes`)).toEqual([]);
});

test('good rows of a file are taken, the others are told by line, and a second time nothing changes', () => {
  const made = bench();
  const csv = [
    'Company,Website,List,Tier,Rep',
    'Acme,https://acme.example/about,Enterprise,A,ANN@baton.example',
    'Free,gmail.com,Enterprise,A,',
    'Nowhere,no domain,Enterprise,A,',
    '"Two',
    'lines",two.example,,B,',
    'Again,www.acme.example,Mid-market,B,',
    'Stranger,stranger.example,Enterprise,A,who@baton.example',
    ',,Enterprise,,',
  ].join('\n');
  const columns = { domain: 'Website', list: 'List', tier: 'Tier', name: 'Company', owner: 'Rep' };
  const take = (): unknown => {
    const taken = made.desk.companies.takeFile({ csv, columns, list: 'Others' }, 'owner');
    return taken.kind === 'done' ? JSON.parse(taken.text) : taken;
  };
  expect(take()).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    errors: [
      { line: 3, column: 'domain', code: 'free_mail_domain', value: 'gmail.com' },
      { line: 4, column: 'domain', code: 'not_a_domain', value: 'no domain' },
      { line: 7, column: 'domain', code: 'listed_twice', value: 'acme.example' },
      { line: 8, column: 'owner', code: 'unknown_person', value: 'who@baton.example' },
      { line: 9, column: 'domain', code: 'required', value: '' },
    ],
    moreErrors: 0,
  });
  expect(take()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  expect(listed(made, { sort: 'name' }).companies).toMatchObject([
    {
      domain: 'acme.example',
      name: 'Acme',
      list: 'Enterprise',
      tier: 'A',
      owner: { email: 'ann@baton.example' },
    },
    { domain: 'two.example', name: 'Two\nlines', list: 'Others', tier: 'B', owner: null, contacts: 0 },
  ]);
  // A column that is not there leaves what is known.
  made.desk.companies.takeFile(
    { csv: 'd\nacme.example', columns: { domain: 'd' }, list: 'Mid-market' },
    'owner',
  );
  expect(listed(made, { list: 'Mid-market' }).companies).toMatchObject([{ name: 'Acme', tier: 'A' }]);
  const wrong = { csv: 'a,b\n"x', columns: { domain: 'a' }, list: 'A' };
  expect(made.desk.companies.takeFile(wrong, 'owner')).toMatchObject({
    issues: [{ code: 'open_quote', params: { line: 2 } }],
  });
  const unnamed = { csv: 'a\nx.example', columns: { domain: 'b' }, list: null };
  expect(made.desk.companies.takeFile(unnamed, 'owner')).toMatchObject({
    issues: [
      { code: 'unknown_column', path: ['columns', 'domain'] },
      { code: 'required', path: ['list'] },
    ],
  });
});

test('companies are listed with the sums of their people, whatever has happened to those', async () => {
  const made = bench();
  const send = (email: string, size: string, role: string): void => {
    made.desk.intake.submit(arrivalOf({ email, size, role, team: 5 }));
  };
  send('ada@one.example', '51-500', 'manager');
  send('bea@one.example', '1-10', 'manager');
  send('cara@two.example', '11-50', 'other');
  send('dora@gmail.com', '51-500', 'manager');
  made.desk.recordOfLead('bea@one.example', [{ path: '/pricing', at: made.now }]);
  made.desk.companies.save('three.example', account, 'owner');
  const page = listed(made);
  expect(page.total).toBe(3);
  expect(page.companies).toMatchObject([
    {
      domain: 'one.example',
      contacts: 2,
      stage: 'mql',
      score: { fit: 60, engagement: 0, intent: 15, total: 75 },
      best: { email: 'ada@one.example' },
    },
    { domain: 'two.example', contacts: 1, stage: 'lead', score: { total: 40 }, owner: null },
    { domain: 'three.example', contacts: 0, stage: null, score: null, owner: { email: 'bob@baton.example' } },
  ]);
  expect(listed(made, { search: 'TWO' }).companies.map(({ domain }) => domain)).toEqual(['two.example']);
  expect(listed(made, { limit: 2, sort: 'contacts' })).toMatchObject({ total: 3, next: 2 });
  expect(listed(made, { limit: 2, offset: 2, sort: 'contacts' })).toMatchObject({ next: null });
  expect(listed(made, { owner: 'bob@baton.example' }).total).toBe(1);

  // Erased by whichever way, a lead leaves no trace in its company.
  made.sql.run(`DELETE FROM leads WHERE email LIKE '%@two.example'`);
  made.sql.run(`DELETE FROM leads WHERE email = 'bea@one.example'`);
  expect(listed(made).companies.map(({ domain, contacts }) => [domain, contacts])).toEqual([
    ['one.example', 1],
    ['three.example', 0],
  ]);
});

test('the order by score is the order of the scores that are shown', () => {
  const made = bench();
  for (let count = 0; count < 30; count += 1) {
    const email = `p${count}@c${count % 7}.example`;
    const size = ['1-10', '11-50', '51-500'][count % 3];
    made.desk.intake.submit(arrivalOf({ email, size, role: count % 2 === 0 ? 'manager' : 'other', team: 3 }));
    const paths = ['/blog/a', '/blog/b', '/pricing', '/pricing/2'].slice(0, count % 5);
    made.desk.recordOfLead(
      email,
      paths.map((path) => ({ path, at: made.now })),
    );
  }
  const totals = listed(made).companies.map(({ score }) => score?.total ?? -1);
  expect(totals).toHaveLength(7);
  expect(totals).toEqual(totals.toSorted((one, other) => other - one));
  const company = listed(made, { search: 'c3.' }).companies[0];
  const people = z
    .array(z.object({ score: z.object({ fit: z.number(), engagement: z.number(), intent: z.number() }) }))
    .parse(
      made.sql
        .all(`SELECT score FROM leads WHERE domain = 'c3.example'`)
        .map((row) => ({ score: JSON.parse(String(row['score'])) })),
    )
    .map(({ score }) => score);
  const sum = (part: 'engagement' | 'intent'): number => people.reduce((all, one) => all + one[part], 0);
  const best = Math.max(...people.map(({ fit }) => fit));
  const { score } = smallWorkspace.agreement;
  const sums = { fit: best, engagement: sum('engagement'), intent: sum('intent') };
  expect(company?.score).toEqual(companyScore(sums, score));
});

test('who did what to target accounts stands in the audit', () => {
  const made = bench();
  made.desk.companies.save('engines.example', account, 'person:ann@x.example');
  made.desk.companies.save('engines.example', account, 'person:ann@x.example');
  made.desk.companies.save('engines.example', { ...account, tier: 'B' }, 'person:ann@x.example');
  made.desk.companies.remove('engines.example', 'owner');
  expect(made.desk.companies.remove('engines.example', 'owner')).toMatchObject({ kind: 'unknown' });
  const actions = made.desk.changes({ limit: 50 }).map(({ action, author }) => `${action} ${author}`);
  expect(actions.filter((action) => action.startsWith('account.')).toSorted()).toEqual([
    'account.added person:ann@x.example',
    'account.changed person:ann@x.example',
    'account.removed owner',
  ]);
});
