// Who has a lead, why it was late, and what hangs on a person, as the API tells it.
import { expect, test } from 'vitest';
import { until } from '../faults/until.ts';
import type { Seer } from './people-answers.ts';
import { recordOf } from './published-document.ts';
import { joinAs } from './signed-in.ts';
import { textAt, type Witness } from './witness.ts';

const ann = '/api/people/ann@baton.example';
const bob = '/api/people/bob@baton.example';
const holiday = { from: '2020-01-01', to: '2099-12-31' };

type Asked = Pick<Witness, 'seen'>;

async function leadOf({ seen }: Asked, email: string): Promise<{ id: string; handoffs: unknown[] }> {
  const list = recordOf(await seen('listLeads', 200, 'GET', `/api/leads?email=${email}`, { owner: true }));
  const lead = Array.isArray(list['leads']) ? recordOf(list['leads'][0]) : {};
  return { id: textAt(lead, 'id'), handoffs: Array.isArray(lead['handoffs']) ? lead['handoffs'] : [] };
}

export function tellOfOwners(witness: Witness): void {
  const { seen, submit, refusesBodies } = witness;
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('is given to somebody else, once', async () => {
    await submit('given@x.example');
    const { id, handoffs } = await leadOf(witness, 'given@x.example');
    const from = textAt(handoffs[0], 'owner');
    const to = from === 'ann@baton.example' ? 'bob@baton.example' : 'ann@baton.example';
    const path = `/api/leads/${id}/assign`;
    expect(await owned('assignLead', 200, 'POST', path, { json: { to, note: 'Yours.' } })).toMatchObject({
      owner: { email: to },
      from: { email: from },
    });
    await owned('assignLead', 409, 'POST', path, { json: { to } });
    await owned('assignLead', 422, 'POST', path, { json: { to: 'nobody@x.example' } });
    await owned('assignLead', 404, 'POST', '/api/leads/lead_none/assign', { json: { to } });
    await refusesBodies('assignLead', 'POST', path, true);
    await owned('assignLead', 413, 'POST', path, { json: { to: 'x'.repeat(70_000) } });
    await seen('assignLead', 401, 'POST', path, { json: { to } });
  });

  test('is late, and somebody says why', async () => {
    const answers = { email: 'late@x.example', size: '51-500', role: 'manager', team: 5 };
    const now = new Date().toISOString();
    await submit('late@x.example', { answers, behaviours: [{ path: '/pricing', at: now }] });
    // The follow-up of the tier that this makes is one second.
    const handoff = await until('a breach', async () => {
      const [latest] = (await leadOf(witness, 'late@x.example')).handoffs;
      return recordOf(latest)['breach'] === null ? null : latest;
    });
    const path = `/api/handoffs/${textAt(handoff, 'id')}/breach-reason`;
    const json = { reason: 'overloaded', note: 'A fair.' };
    expect(await owned('giveBreachReason', 200, 'POST', path, { json })).toMatchObject({
      breach: { reason: 'overloaded', note: 'A fair.', by: 'owner' },
    });
    await owned('giveBreachReason', 404, 'POST', '/api/handoffs/hand_none/breach-reason', { json });
    await refusesBodies('giveBreachReason', 'POST', path, true);
    await owned('giveBreachReason', 413, 'POST', path, { json: { ...json, note: 'x'.repeat(70_000) } });
    await seen('giveBreachReason', 401, 'POST', path, { json });
    await submit('intime@x.example');
    const [open] = (await leadOf(witness, 'intime@x.example')).handoffs;
    const other = `/api/handoffs/${textAt(open, 'id')}/breach-reason`;
    await owned('giveBreachReason', 409, 'POST', other, { json });
  });

  test('all that hangs on a person goes to another', async () => {
    await submit('hangs@x.example');
    expect(await owned('readHolds', 200, 'GET', `${ann}/holds`)).toMatchObject({ teams: [{ id: 'all' }] });
    await owned('readHolds', 404, 'GET', '/api/people/nobody@x.example/holds');
    await seen('readHolds', 401, 'GET', `${ann}/holds`);
    const json = { to: 'bob@baton.example' };
    expect(await owned('handOn', 200, 'POST', `${ann}/hand-on`, { json })).toMatchObject({
      to: { name: 'Bob' },
      moved: { teams: 1 },
    });
    await owned('handOn', 422, 'POST', `${bob}/hand-on`, { json });
    await refusesBodies('handOn', 'POST', `${ann}/hand-on`, true);
    await owned('handOn', 413, 'POST', `${ann}/hand-on`, { json: { to: 'x'.repeat(70_000) } });
    await seen('handOn', 401, 'POST', `${ann}/hand-on`, { json });
  });

  test('away, and back', async () => {
    await owned('setAway', 200, 'POST', `${ann}/away`, { json: holiday });
    expect(await owned('endAway', 200, 'POST', `${ann}/back`)).toMatchObject({ person: { name: 'Ann' } });
    await owned('setAway', 422, 'POST', `${ann}/away`, { json: { from: '2027-02-01', to: '2027-01-01' } });
    await owned('setAway', 404, 'POST', '/api/people/nobody@x.example/away', { json: holiday });
    await owned('endAway', 404, 'POST', '/api/people/nobody@x.example/back');
    for (let week = 10; week < 30; week += 1) {
      const json = { from: `20${week + 60}-01-01`, to: `20${week + 60}-01-02` };
      await owned('setAway', 200, 'POST', `${ann}/away`, { json });
    }
    await owned('setAway', 409, 'POST', `${ann}/away`, { json: { from: '2050-01-01', to: '2050-01-02' } });
    await owned('endAway', 200, 'POST', `${ann}/back`);
    await refusesBodies('setAway', 'POST', `${ann}/away`, true);
    await owned('setAway', 413, 'POST', `${ann}/away`, { json: { from: 'x'.repeat(70_000), to: '' } });
    await seen('setAway', 401, 'POST', `${ann}/away`, { json: holiday });
    await seen('endAway', 401, 'POST', `${ann}/back`);
  });
}

/** Somebody of the workspace claims a lead that nobody could take. */
export async function seeClaim(seer: Seer, admin: string): Promise<void> {
  const { seen, stack } = seer;
  const cookie = await joinAs(stack, admin, 'ann@baton.example', 'sales');
  const asAnn = { headers: { cookie, origin: stack.instance.url, 'content-type': 'application/json' } };
  for (const path of [ann, bob])
    await seen('setAway', 200, 'POST', `${path}/away`, { owner: true, json: holiday });
  const answers = { email: 'claim@x.example', size: '51-500', role: 'manager', team: 5 };
  const body = { id: crypto.randomUUID(), version: null, final: true, answers };
  const sent = await stack.ask('POST', '/f/demo/submissions', { json: body });
  expect(sent.status).toBe(201);
  const { id, handoffs } = await leadOf(seer, 'claim@x.example');
  expect(handoffs[0]).toMatchObject({ owner: 'vp@baton.example', claimable: true });
  const path = `/api/leads/${id}/claim`;
  expect(await seen('claimLead', 200, 'POST', path, asAnn)).toMatchObject({
    owner: { name: 'Ann' },
    from: { name: 'Val Sales' },
  });
  await seen('claimLead', 409, 'POST', path, asAnn);
  await seen('claimLead', 404, 'POST', '/api/leads/lead_none/claim', asAnn);
  await seen('claimLead', 401, 'POST', path);
  for (const path of [ann, bob]) await seen('endAway', 200, 'POST', `${path}/back`, { owner: true });
}
