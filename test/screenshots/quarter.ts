// A quarter of Rampline's life in the Desk of a demo: people come, sales answers or is late, some become customers, and both
// sides write to each other. Everything goes through the Desk itself, on a clock that moves from then to now; the same in
// each run but for when it is.
import { DatabaseSync } from 'node:sqlite';
import type { DemoStack } from '../journeys/demo-stack.ts';
import { arrivalOf, nodeDesk, type NodeDesk } from '../desk/desk-on-node.ts';
import { deskFile } from '../faults/desk-file.ts';
import { randomFrom, type Random } from '../bench/random.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const days = 90;
const firstNames = ['Ines', 'Tomas', 'Lena', 'Piotr', 'Aoife', 'Marco', 'Sofia', 'Henrik', 'Yasmin', 'Jan'];
const lastNames = [
  'Keller',
  'Novak',
  'Berg',
  'Rossi',
  'Walsh',
  'Duarte',
  'Lund',
  'Fischer',
  'Kaya',
  'Moreau',
];
const companies = ['Dockline', 'Frostkette', 'Nordlager', 'Parcelhof', 'Grainway', 'Stellwerk', 'Quayside'];
const kinds = ['Logistics', 'Foods', 'Retail', 'Fulfilment', 'Cold Chain'];
const sources = [
  ['google', 'cpc', 'winter_peaks'],
  ['google', 'organic', undefined],
  ['linkedin', 'paid', 'ops_directors'],
  ['newsletter', 'email', 'november'],
  ['logistics-fair.example', 'referral', undefined],
] as const;
const reasons = ['too_small', 'wrong_industry', 'no_date', 'wrong_person', 'unreachable'] as const;
const wishes = [
  'Does it read our dock schedule from SAP?',
  'We need works council approval first, is there a template?',
  'How do you handle temporary staff from two agencies?',
  'Can people swap shifts on their phones?',
  'What does it cost for three sites?',
];

type Happening = { readonly at: number; readonly act: () => void };

/** Lives it, ending now. The stack's worker stands still meanwhile. */
export async function liveAQuarter({ instance, data }: DemoStack): Promise<void> {
  await instance.kill();
  const database = new DatabaseSync(await deskFile(data));
  const now = Date.now();
  const bench = nodeDesk({ database, now: now - days * day });
  await live(bench, now);
  database.close();
  await instance.restart();
}

async function live(bench: NodeDesk, now: number): Promise<void> {
  const random = randomFrom(7);
  const plan: Happening[] = [];
  const then = (at: number, act: () => void): void => {
    if (at < now) plan.push({ at, act });
  };
  for (let number = 0; number < 220; number += 1) {
    const at = arrivalTime(now, random);
    then(at, () => come(bench, random, number, then));
  }
  // Who came within the last hour has nobody's answer yet.
  for (const [number, minutes] of [50, 31, 12, 4].entries()) {
    then(now - minutes * minute, () => come(bench, random, 220 + number, () => undefined));
  }
  for (let next = takeFirst(plan); next !== undefined; next = takeFirst(plan)) {
    await bench.runUntil(Math.max(bench.now, next.at));
    next.act();
    await bench.settle();
  }
  await bench.runUntil(now);
}

/** On working days mostly, and by day. More come towards the end. */
function arrivalTime(now: number, random: Random): number {
  for (;;) {
    const at = now - Math.floor(days * day * random.next() ** 1.3) - 2 * 60 * minute;
    const date = new Date(at);
    const isLikely = date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= 7 && date.getUTCHours() < 17;
    if (isLikely || random.next() < 0.15) return at;
  }
}

function takeFirst(plan: Happening[]): Happening | undefined {
  plan.sort((one, other) => other.at - one.at);
  return plan.pop();
}

function come(
  bench: NodeDesk,
  random: Random,
  number: number,
  then: (at: number, act: () => void) => void,
): void {
  const company = `${companies[number % companies.length]} ${kinds[(number * 3) % kinds.length]}`;
  const domain = `${company.toLowerCase().replaceAll(' ', '-')}.example`;
  const [first, last] = [random.oneOf(firstNames), random.oneOf(lastNames)];
  const size = random.oneOf(['50-249', '250-999', '250-999', '1000+']);
  const timeline = random.oneOf(['exploring', 'year', 'quarter', 'quarter', 'now']);
  const role = random.oneOf(['planner', 'manager', 'director', 'director', 'executive']);
  const [utm_source, utm_medium, utm_campaign] = random.oneOf(sources);
  const answers = {
    name: `${first} ${last}`,
    email: `${first}.${last}@${domain}`.toLowerCase(),
    role,
    company,
    company_size: size,
    industry: random.oneOf(['3pl', 'ecommerce', 'retail', 'food', 'manufacturing']),
    country: random.oneOf(['DE', 'DE', 'AT', 'IE', 'GB', 'PL']),
    shift_workers: 20 + random.below(60) * 10,
    phone: '+49 30 901820',
    current_tool: random.oneOf(['spreadsheet', 'wms', 'suite', 'paper']),
    goals: random.some(['overtime', 'temps', 'peaks', 'swaps'], 1 + random.below(2)),
    timeline,
    ...(random.next() < 0.3 && { note: random.oneOf(wishes) }),
  };
  const looks = Array.from({ length: random.below(4) }, (_, index) => ({
    path: random.oneOf(['/pricing', '/blog/peaks-without-overtime', '/blog/dock-schedules']),
    at: bench.now - (index + 1) * 3 * minute,
  }));
  const stored = bench.desk.intake.submit(
    arrivalOf(answers, {
      visit: {
        device: random.oneOf(['desktop', 'phone']),
        utm_source,
        utm_medium,
        ...(utm_campaign === undefined ? {} : { utm_campaign }),
      },
      behaviours: looks,
    }),
  );
  if (stored.kind !== 'stored') throw new Error(`Not taken: ${JSON.stringify(stored)}`);
  const [handoff] = bench.sql.all(
    `SELECT h.public_id AS handoff, l.public_id AS lead FROM handoffs h JOIN leads l ON l.id = h.lead
     WHERE l.email = ? AND h.verdict IS NULL ORDER BY h.id DESC LIMIT 1`,
    answers.email,
  );
  if (handoff === undefined || random.next() < 0.06) return;
  const isLate = random.next() < 0.12;
  const waited = (isLate ? 300 + random.below(1200) : 2 + random.below(90)) * minute;
  const isGood = size !== '50-249' && timeline !== 'exploring' ? 0.82 : 0.4;
  const story = { bench, random, handoff: String(handoff['handoff']), lead: String(handoff['lead']) };
  then(bench.now + waited, () => answer(story, random.next() < isGood, then));
}

type Story = { bench: NodeDesk; random: Random; handoff: string; lead: string };

function answer(
  { bench, random, handoff, lead }: Story,
  isTaken: boolean,
  then: (at: number, act: () => void) => void,
): void {
  const { hands } = bench.desk.as({ kind: 'owner', workspace: 'main' });
  if (!isTaken) {
    const note = random.next() < 0.3 ? 'Nice call, but nobody there decides about shifts.' : null;
    hands.verdict(handoff, { kind: 'rejected', reason: random.oneOf(reasons), note });
    return;
  }
  hands.verdict(handoff, { kind: 'accepted' });
  if (random.next() < 0.1) {
    hands.writeNote(lead, { text: 'Which advert did they come from?', to: 'marketing', field: null });
  }
  const step = (
    after: number,
    chance: number,
    stage: 'contacted' | 'sql' | 'opportunity' | 'won',
    next: () => void,
  ): void => {
    if (random.next() > chance) return;
    then(bench.now + after * day * (0.5 + random.next()), () => {
      const amount = stage === 'opportunity' || stage === 'won' ? 6_000 + random.below(30) * 1_000 : null;
      const currency = amount === null ? null : 'EUR';
      hands.moveStage(lead, { stage, amount, currency, reason: null, correct: false });
      next();
    });
  };
  step(0.2, 0.95, 'contacted', () =>
    step(3, 0.65, 'sql', () => step(6, 0.7, 'opportunity', () => step(14, 0.5, 'won', () => undefined))),
  );
}
