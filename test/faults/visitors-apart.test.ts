// A browser's token stands for what that browser told itself. Two people at one browser stay two; one address from
// two browsers is one lead; and nobody learns from a reply whether an address was known.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Baton,
  type Json,
  jsonOf,
  objectsIn,
  qualified,
  startBaton,
  submission,
  textIn,
} from './baton.ts';
import type { Answer } from './post.ts';
import { startReceiver } from './receiver.ts';
import { until } from './until.ts';

let baton: Baton;

beforeAll(async () => {
  baton = await startBaton([]);
});

afterAll(async () => {
  await baton.close();
  expect(baton.bugs).toEqual([]);
});

/** Shows pricing twice: with a qualified profile this is a hot lead, who is offered a booking. */
const behaviours = [
  { path: '/pricing', at: new Date(Date.now() - 60_000).toISOString() },
  { path: '/pricing/team', at: new Date(Date.now() - 30_000).toISOString() },
];

async function send(answers: Json, more: Json = {}): Promise<Json> {
  const answer = await baton.submit(submission(answers, more));
  expect(answer.status).toBe(201);
  return jsonOf(answer);
}

async function leadOf(email: string): Promise<Json> {
  const [lead, ...others] = await baton.all('leads', `&email=${email}`);
  expect(others).toEqual([]);
  if (lead === undefined) throw new Error(`No lead ${email}`);
  return lead;
}

test('two people at one browser are two leads, and the second starts a token of their own', async () => {
  const first = await send(qualified('ada@home.example'), { behaviours });
  const second = await send(
    { email: 'bea@home.example', size: '1-10' },
    { visitor: textIn(first, 'visitor') },
  );
  expect(textIn(second, 'visitor')).not.toBe(textIn(first, 'visitor'));
  const [ada, bea] = [await leadOf('ada@home.example'), await leadOf('bea@home.example')];
  expect(bea['id']).not.toBe(ada['id']);
  expect(ada).toMatchObject({ tier: 'hot', attributes: { role: 'manager' } });
  // Nothing of the first person has rubbed off on the second.
  expect(bea).toMatchObject({ tier: 'nurture', stage: 'lead', score: { total: 0 } });
  expect(bea['attributes']).toEqual({
    email: 'bea@home.example',
    company_size: '1-10',
    company_domain: 'home.example',
    email_kind: 'business',
  });
  // And the first, back again, goes on where they were.
  const again = await send(
    { email: 'ada@home.example', size: '51-500' },
    { visitor: textIn(first, 'visitor') },
  );
  expect(textIn(again, 'visitor')).toBe(textIn(first, 'visitor'));
  expect(objectsIn(await leadOf('ada@home.example'), 'submissions')).toHaveLength(2);
});

test('one address from two browsers is one lead that knows what both told', async () => {
  const first = await send({ email: 'cleo@work.example', size: '51-500' });
  const second = await send({ email: ' Cleo@Work.Example', size: '51-500', role: 'manager', team: 3 });
  expect(textIn(second, 'visitor')).not.toBe(textIn(first, 'visitor'));
  const lead = await leadOf('cleo@work.example');
  expect(objectsIn(lead, 'submissions')).toHaveLength(2);
  expect(lead['attributes']).toEqual({
    company_domain: 'work.example',
    email_kind: 'business',
    email: 'cleo@work.example',
    company_size: '51-500',
    role: 'manager',
    team_size: 3,
  });
});

test('a stranger with a known address sees exactly what a stranger with an unknown one sees', async () => {
  await send(qualified('dan@known.example'), { behaviours });
  expect(await leadOf('dan@known.example')).toMatchObject({ tier: 'hot', stage: 'mql' });
  const variants: readonly (readonly [Json, Json])[] = [
    [{ size: '1-10' }, {}],
    [{ size: '51-500' }, {}],
    [{ size: '51-500' }, { behaviours }],
    [{ size: '51-500', role: 'manager', team: 4 }, {}],
    [{ size: '51-500', role: 'manager', team: 4 }, { behaviours }],
    [{ size: '11-50', role: 'student' }, {}],
    // Refused alike, too: a required answer is not spared because somebody else gave it once.
    [{}, {}],
    [{ size: '51-500', role: 'manager' }, {}],
    [{ size: '51-500' }, { visitor: 'a-token-that-nobody-has' }],
    [{ size: '51-500' }, { final: false }],
    [{ size: '51-500' }, { trap: 'filled in' }],
  ];
  for (const [index, [answers, more]] of variants.entries()) {
    const known = await baton.submit(submission({ email: 'dan@known.example', ...answers }, more));
    const control = await baton.submit(submission({ email: `new${index}@known.example`, ...answers }, more));
    expect(shapeOf(known)).toEqual(shapeOf(control));
  }
});

test('what the lead is worth to others is not shown to a stranger', async () => {
  await send(qualified('eve@known.example'), { behaviours });
  const [mine, stranger] = await Promise.all([
    send(qualified('flo@known.example'), { behaviours }),
    send({ email: 'eve@known.example', size: '51-500' }),
  ]);
  expect(mine).toMatchObject({ outcome: { id: 'booked' } });
  expect(stranger).toMatchObject({ outcome: { id: 'thanks' } });
});

/** How long an answer takes for an address that was sent before, and for one that never was: the median of each, ms. */
async function timesOf(
  answers: Json,
  send: (answers: Json) => Promise<unknown>,
  rest: () => Promise<unknown> = async () => undefined,
): Promise<{ readonly known: number; readonly control: number }> {
  const pairs = 120;
  for (let pair = 0; pair < pairs; pair += 1) await send({ email: `known${pair}@x.example`, ...answers });
  const times = { known: [] as number[], control: [] as number[] };
  const timed = async (kind: keyof typeof times, email: string): Promise<void> => {
    await rest();
    const begin = performance.now();
    await send({ email, ...answers });
    times[kind].push(performance.now() - begin);
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    // Alternating, and each first as often as the other: whatever slows the machine slows both.
    const known = (): Promise<void> => timed('known', `known${pair}@x.example`);
    const control = (): Promise<void> => timed('control', `control${pair}@x.example`);
    for (const next of pair % 2 === 0 ? [known, control] : [control, known]) await next();
  }
  return { known: median(times.known), control: median(times.control) };
}

/** A quarter, or what no network lets anybody see. */
function expectAlike({ known, control }: Awaited<ReturnType<typeof timesOf>>): void {
  expect(Math.abs(known - control)).toBeLessThan(Math.max(0.25 * Math.max(known, control), 0.5));
}

test('a reply takes no longer for a known address than for an unknown one', async () => {
  expectAlike(await timesOf({ size: '1-10', role: 'other' }, send));
});

test('nor where the answers qualify: one is with sales already, the other is handed over and told', async () => {
  const receiver = await startReceiver();
  const other = await startBaton([
    { id: 'crm', kind: 'webhook', url: receiver.url, on: ['lead.handed_off'] },
  ]);
  try {
    let sent = 0;
    const emails = new Set<unknown>();
    const times = await timesOf(
      { size: '51-500', role: 'manager', team: 12 },
      async (answers) => {
        sent += 1;
        emails.add(answers['email']);
        expect((await other.submit(submission(answers))).status).toBe(201);
      },
      // Nothing of the one before may run into the next one’s time; whoever reads finds everything filed.
      async () => {
        await until('all are told', () => receiver.events.length === emails.size);
        await other.api('/api/leads?limit=1');
      },
    );
    expect([sent, emails.size]).toEqual([360, 240]);
    expectAlike(times);
    expect(other.bugs).toEqual([]);
  } finally {
    await other.close();
    await receiver.close();
  }
});

/** Everything a stranger can see of an answer, with ids and tokens by their form alone. */
function shapeOf(answer: Answer): unknown {
  const { date: _date, ...headers } = answer.headers;
  const text = answer.text
    .replaceAll(/"sub_[0-9a-z]{25}"/g, '"<submission>"')
    .replaceAll(/"visitor":"[0-9a-z]{32}"/g, '"visitor":"<token>"');
  return { status: answer.status, headers, length: answer.text.length, text };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
