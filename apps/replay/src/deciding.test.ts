// How many questions it takes until the decision on a lead stands, asked in the order of what decides and in listed order:
// a simulation on real leads, who answer what they once told.
import { compileDeciding, type Deciding } from '@baton/agreement';
import { isMissing } from '@baton/rules';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDeriver } from './derive-lead.ts';
import { bindMap } from './lead-reader.ts';
import { parseMap } from './lead-map.ts';
import { openTable } from './open-table.ts';
import { readDocument } from './read-document.ts';
import { readTerms } from './read-terms.ts';
import { repository } from './run-replay.ts';

const leads = join(repository, '../shared/data/leads/x-education.csv');
const example = join(repository, 'examples/x-education');

/** What a form or a person on the phone could ask of these leads, as the catalogue lists it. */
const questions = [
  'occupation',
  'specialisation',
  'motive',
  'heard_from',
  'recommended',
  'wants_guide',
  'no_email',
  'no_calls',
];

type Told = Readonly<Record<string, unknown>>;

async function readLeads(): Promise<{ readonly told: readonly Told[]; readonly terms: Terms }> {
  const terms = await readTerms(join(example, 'workspace.json'));
  const document = await readDocument(join(example, 'map.json'));
  const opened = await openTable(leads);
  if (!terms.ok || !document.ok || !opened.ok) throw new Error('The example cannot be read.');
  const map = parseMap(document.value, terms.catalogue);
  if (!map.ok) throw new Error(map.faults.join(' '));
  const deriver = createDeriver(terms.catalogue, map.map, new Set());
  const bound = bindMap(map.map, opened.table.header, { now: null, others: [], deriver });
  if (!bound.ok) throw new Error(bound.faults.join(' '));
  const told: Told[] = [];
  for await (const rows of opened.table.batches) {
    for (const row of rows) {
      const read = 'cells' in row ? bound.reader.read(row.cells) : null;
      if (read !== null && 'lead' in read) told.push({ ...read.lead.attributes });
    }
  }
  await opened.table.close();
  return { told, terms };
}

type Terms = Extract<Awaited<ReturnType<typeof readTerms>>, { ok: true }>;

function countsOf(told: readonly Told[]) {
  const counts = new Map<string, { value: unknown; count: number }[]>();
  for (const lead of told) {
    for (const [id, value] of Object.entries(lead)) {
      if (isMissing(value)) continue;
      const list = counts.get(id) ?? [];
      counts.set(id, list);
      const known = list.find((one) => one.value === value);
      if (known) known.count += 1;
      else if (list.length < 500) list.push({ value, count: 1 });
    }
  }
  return counts;
}

/** How many questions are asked until none that is left could change the decision. */
function questionsFor(lead: Told, deciding: Deciding, isDeciding: boolean): number {
  const known: Record<string, unknown> = {};
  // What the website sees by itself is known before anything is asked.
  for (const id of ['seconds_on_site', 'pages_per_visit', 'origin']) known[id] = lead[id];
  let open = questions;
  for (let asked = 0; ; asked += 1) {
    if (open.length === 0 || deciding.uncertainty(known, open) < 1e-9) return asked;
    const gains = isDeciding ? deciding.gains(known, open) : new Map<string, number>();
    const [next = ''] = open.toSorted((one, other) => (gains.get(other) ?? 0) - (gains.get(one) ?? 0));
    known[next] = lead[next];
    open = open.filter((id) => id !== next);
  }
}

test.skipIf(!existsSync(leads))(
  `what decides first takes fewer questions than the listed order (needs ${leads.slice(repository.length - 1)})`,
  async () => {
    const { told, terms } = await readLeads();
    // The shares come from some leads, the questions are put to others.
    const deciding = compileDeciding(
      terms.judge.agreement,
      terms.catalogue,
      countsOf(told.filter((_, index) => index % 2 === 0)),
    );
    const sample = told.filter((_, index) => index % 2 === 1).filter((_, index) => index % 15 === 0);
    expect(sample.length).toBeGreaterThan(200);
    const mean = (isDeciding: boolean): number =>
      sample.reduce((sum, lead) => sum + questionsFor(lead, deciding, isDeciding), 0) / sample.length;
    const [byDeciding, asListed] = [mean(true), mean(false)];
    if (process.env['BATON_TELL'] === '1') {
      process.stdout.write(`${sample.length} leads: deciding ${byDeciding}, listed ${asListed} questions\n`);
    }
    expect(byDeciding).toBeLessThan(asListed);
  },
);
