// The body of a webhook, whole: what docs/webhooks.md shows is all that subscribers get, and they get all of it.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { deliveryTo, leadOf } from './views.ts';

const email = 'ada@engines.example';
const hook = 'https://crm.example/hook';
const answers = { email, name: 'Ada', size: '51-500', role: 'manager', team: 12 };

test('a handoff is told with lead, company, score, owner, deadline, agreement, submission and links', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  bench.desk.intake.submit({
    ...arrivalOf(answers),
    journal: { utm_source: 'news', page_path: '/pricing' },
    behaviours: [{ path: '/pricing', at: bench.now - 60_000 }],
  });
  await bench.settle();
  const lead = leadOf(bench, email);
  const link = expect.stringMatching(/^https:\/\/baton\.example\/v\/[\w.-]+$/);
  const body: unknown = JSON.parse(bench.sent.find(({ target }) => target === hook)?.body ?? '');
  expect(body).toEqual({
    type: 'lead.handed_off',
    timestamp: '2027-01-04T09:00:00.000Z',
    data: {
      lead: {
        email,
        name: 'Ada',
        company_size: '51-500',
        role: 'manager',
        team_size: 12,
        company_domain: 'engines.example',
        email_kind: 'business',
      },
      company: { domain: 'engines.example' },
      score: {
        fit: 60,
        engagement: 0,
        intent: 15,
        total: 75,
        reasons: [
          { id: 'size', says: 'More than ten people', dimension: 'fit', points: 40 },
          { id: 'manager', says: 'A manager', dimension: 'fit', points: 20 },
          { id: 'pricing', says: 'Viewed pricing', dimension: 'intent', points: 15 },
        ],
      },
      tier: 'hot',
      owner: { email: 'ann@baton.example', name: 'Ann' },
      deadline: '2027-01-04T09:15:00.000Z',
      agreement: lead.agreement,
      submission: {
        id: lead.submissions[0]?.id,
        form: 'demo',
        version: 1,
        answers,
        visit: { utm_source: 'news', page_path: '/pricing' },
      },
      links: { accept: link, reject: link, open: link },
    },
  });
  expect(lead.agreement).toEqual({ version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('a destination that names no events is told of handoffs alone', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace({
    ...smallWorkspace,
    destinations: [{ id: 'crm', kind: 'webhook', url: hook }],
  });
  bench.desk.intake.submit(arrivalOf({ email: 'bo@small.example', size: '1-10' }));
  await bench.settle();
  expect(bench.sent.filter(({ target }) => target === hook)).toEqual([]);
  bench.desk.intake.submit(arrivalOf(answers));
  await bench.settle();
  expect(deliveryTo(bench, hook)).toMatchObject({ type: 'lead.handed_off', state: 'delivered' });
});

test.each(['put down', 'written to the tables'])(
  'the change of stage of a handoff that is %s is told with its own score and agreement',
  async (way) => {
    const bench = nodeDesk();
    const stages = { id: 'crm', kind: 'webhook', url: hook, on: ['lead.stage_changed'] };
    bench.desk.importWorkspace({ ...smallWorkspace, destinations: [stages] });
    // Known as one with twenty points.
    bench.desk.intake.submit(arrivalOf({ email, size: '1-10', role: 'manager', team: 12 }));
    if (way === 'put down') bench.desk.intake.submit(arrivalOf(answers));
    else bench.desk.intake.deliver(bench.desk.intake.takeIn(arrivalOf(answers)).posted);
    bench.desk.intake.submit(arrivalOf({ ...answers, email: 'new@engines.example' }));
    await bench.settle();
    const bodies: unknown[] = bench.sent
      .filter(({ target }) => target === hook)
      .map(({ body }) => JSON.parse(body));
    expect(bodies).toHaveLength(2);
    for (const body of bodies) {
      expect(body).toMatchObject({
        data: {
          score: { fit: 60, total: 60 },
          tier: 'mql',
          agreement: { version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
          stage: { from: 'lead', to: 'mql', by: 'baton' },
        },
      });
    }
  },
);
