// An admin leaves while leads hang on them: their page lists all of it before, and one press moves it and shuts them out;
// where it cannot go to whom it was meant for, nothing at all happens.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { startApiStack, type ApiStack } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { joinAs, makeKey, ownerIn, press } from './signed-in.ts';

const owner = 'owner@engines.example';
const max = 'max@engines.example';

let stack: ApiStack;
let asOwner: string;
let asMax: string;
let place: string;

beforeAll(async () => {
  stack = await startApiStack();
  asOwner = await ownerIn(stack, owner);
  asMax = await joinAs(stack, asOwner, max, 'admin');
  await makeKey(stack, asMax, 'behaviours');
  const list = await (await stack.ask('GET', '/people', { headers: { cookie: asOwner } })).text();
  place = /href="(\/people\/per_\w+)">max@/.exec(list)?.[1] ?? '';
});

afterAll(() => stack.close());

async function asked(method: string, path: string, json?: object): Promise<Record<string, unknown>> {
  const answer = await stack.ask(method, path, { owner: true, ...(json === undefined ? {} : { json }) });
  expect([path, answer.status]).toEqual([path, answer.status < 300 ? answer.status : 200]);
  return recordOf(await answer.json());
}

const emailsOf = (list: unknown): unknown[] =>
  Array.isArray(list) ? list.map((one: unknown) => recordOf(one)['email']) : [];

async function page(): Promise<string> {
  const answer = await stack.ask('GET', place, { headers: { cookie: asOwner } });
  return (await answer.text()).replaceAll(/\s+/g, ' ');
}

async function comesIn(cookie: string): Promise<boolean> {
  return (await stack.ask('GET', '/api/audit', { headers: { cookie } })).status === 200;
}

test('all that hangs on an admin who leaves is listed, and goes to another in one press, or nothing happens', async () => {
  // Whoever comes in is among the people; the Desk hears of it on its own.
  await expect.poll(async () => emailsOf((await asked('GET', '/api/people'))['people'])).toContain(max);
  const { people, teams } = smallWorkspace;
  await asked('PUT', '/api/workspace', { format: 1, people, teams });
  await asked('PUT', '/api/teams/two', { name: 'We two', members: [max, owner] });
  const lead = async (email: string): Promise<string> => {
    const attributes = { email, name: 'Ada', company_size: '51-500', role: 'manager', team_size: 3 };
    const added = await asked('POST', '/api/leads', { origin: 'sales', attributes });
    const id = String(added['lead']);
    await asked('POST', `/api/leads/${id}/assign`, { to: max });
    return id;
  };
  const leads = [await lead('ada@one.example'), await lead('bea@one.example'), await lead('cy@two.example')];
  await asked('PUT', '/api/accounts/wanted.example', {
    list: 'Wanted',
    tier: '',
    name: 'Wanted',
    owner: max,
  });
  const ownerOf = async (id: string): Promise<unknown> =>
    recordOf((await asked('GET', `/api/leads/${id}`))['owner'])['email'];

  const shown = await page();
  expect(shown).toContain('3 leads that wait for their answer');
  expect(shown).toContain('1 company: wanted.example');
  expect(shown).toContain('a place in We two');
  expect(shown).toContain('A key that they made goes on opening the API');

  for (const to of ['', 'gone@engines.example']) {
    const refused = await press(stack, `${place}/remove`, { to }, asOwner);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/Say who has what hangs on them|Nothing has changed/);
    expect(await comesIn(asMax)).toBe(true);
    expect(await ownerOf(leads[0] ?? '')).toBe(max);
  }

  const removed = await press(stack, `${place}/remove`, { to: owner }, asOwner);
  expect(removed.headers.get('location')).toMatch(/done=handed_on$/);
  expect(await comesIn(asMax)).toBe(false);
  for (const id of leads) expect(await ownerOf(id)).toBe(owner);
  const { teams: after } = await asked('GET', '/api/workspace');
  expect(after).toContainEqual(expect.objectContaining({ id: 'two', members: [owner] }));
  expect(await asked('GET', '/api/companies/wanted.example')).toMatchObject({ accountOwner: owner });
  // Nothing hangs on them, so they are not among the people any more either.
  await expect.poll(async () => emailsOf((await asked('GET', '/api/people'))['people'])).not.toContain(max);
});

test('who goes by themselves hands on as well; the only admin stays, and what is theirs with them', async () => {
  const asLea = await joinAs(stack, asOwner, 'lea@engines.example', 'admin');
  await expect
    .poll(async () => emailsOf((await asked('GET', '/api/people'))['people']))
    .toContain('lea@engines.example');
  await asked('PUT', '/api/teams/lea', { members: ['lea@engines.example'] });
  const list = await (await stack.ask('GET', '/people', { headers: { cookie: asLea } })).text();
  const own = /href="(\/people\/per_\w+)">lea@/.exec(list)?.[1] ?? '';
  const gone = await press(stack, `${own}/remove`, { to: owner }, asLea);
  expect(gone.status).toBe(303);
  expect(await comesIn(asLea)).toBe(false);
  const ownPlace = /href="(\/people\/per_\w+)">owner@/.exec(list)?.[1] ?? '';
  const stays = await press(stack, `${ownPlace}/remove`, { to: 'ann@baton.example' }, asOwner);
  expect(stays.status).toBe(409);
  expect(await stays.text()).toContain('They are the only admin');
  const { teams } = await asked('GET', '/api/workspace');
  expect(teams).toContainEqual(expect.objectContaining({ id: 'lea', members: [owner] }));
});
