// What the shared numbers cost once their columns are there: each of them over a year, with the year before and its
// months, narrowed down to a source; of 100,000 leads and of 1,000,000.
import { compileHours } from '@baton/agreement';
import {
  byCompany,
  createFacts,
  numberIds,
  numberOf,
  periodOf,
  select,
  type Counting,
  type Facts,
} from '@baton/review';
import { fixed, median, printTable, whole } from './measure.ts';

const rounds = 9;
const day = 86_400_000;
const end = Date.parse('2027-01-01T00:00:00Z');
const open: [string, string][] = [['09:00', '17:30']];
const week = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: [], sun: [] };
const hours = compileHours({ timeZone: 'Europe/Berlin', week, holidays: [] });

export async function benchReview(): Promise<void> {
  const rows = [100_000, 1_000_000].flatMap((count) => {
    const facts = factsOfMany(count);
    const before = performance.now();
    byCompany(facts);
    const grouped = performance.now() - before;
    return [
      ...numberIds.map((id) => rowOf(id, facts)),
      [`${whole(count)} by company, once`, fixed(grouped), ''],
    ];
  });
  printTable('The shared numbers over columns', ['', 'p50 ms', 'leads behind it'], rows);
}

function rowOf(id: (typeof numberIds)[number], facts: Facts): string[] {
  const selection = select(facts, { source: ['google', 'linkedin', 'direct'] });
  const counting: Counting = { facts, by: 'lead', selection, agreement: null, hours };
  const period = periodOf('2026-01-01', '2026-12-31', 'Europe/Berlin');
  const times: number[] = [];
  let of = 0;
  for (let round = 0; round < rounds + 2; round += 1) {
    const begin = performance.now();
    ({ of } = numberOf(id, counting, period));
    if (round >= 2) times.push(performance.now() - begin);
  }
  return [`${whole(facts.leads.count)} leads: ${id}`, fixed(median(times)), whole(of)];
}

/** Two years of leads; every third was handed off, most of them answered. */
function factsOfMany(count: number): Facts {
  const maker = createFacts();
  for (let row = 1; row <= count; row += 1) {
    const at = end - ((row * 7_919) % 730) * day - ((row * 104_729) % day);
    const isHanded = row % 3 === 0;
    const touched = row % 15 === 0 ? null : at + ((row * 31) % 400) * 60_000;
    const opportunity = isHanded && row % 12 === 0 ? at + (row % 40) * day : null;
    const won = opportunity !== null && row % 36 === 0 ? opportunity + 20 * day : null;
    maker.add({
      row,
      createdAt: at,
      at: { mql: isHanded ? at : null, sal: null, contacted: null, sql: null, opportunity, won },
      lostAt: null,
      rejectedAt: null,
      isDated: true,
      marketingAt: at,
      amount: won === null ? null : 1_000,
      currency: won === null ? null : 'EUR',
      total: 60,
      of: {
        form: 'demo',
        version: 'demo@1',
        source: ['google', 'linkedin', 'direct', 'partner.example'][row % 4] ?? null,
        medium: null,
        campaign: null,
        country: 'DE',
        account: null,
        company: `company${row % (count / 5)}.example`,
      },
      tier: 'mql',
      owner: 'ann@baton.example',
      handoffs: isHanded
        ? [
            {
              row,
              at,
              deliveredAt: at,
              deadline: at + 240 * 60_000,
              touchedAt: touched,
              verdict: touched === null ? null : row % 4 === 0 ? 'rejected' : 'accepted',
              verdictAt: touched,
              endedAt: null,
              breachedAt: null,
              isPassed: false,
              isCrossing: true,
              total: 60,
              agreement: 1,
              owner: row % 2 === 0 ? 'ann@baton.example' : 'bob@baton.example',
              tier: 'mql',
              reason: null,
              breachReason: null,
              rules: [],
              blames: [],
            },
          ]
        : [],
      touches: [],
    });
  }
  return maker.done(end);
}
