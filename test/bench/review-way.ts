// What the funnel, the speed of answers, the rejections and the questions cost once they are read, over 100,000 leads of
// a year, half of them handed over and each with a text: processor time of one thread, since it is one that answers.
import { funnelOf, rejectionsOf, speedOf } from '@baton/review';
import type { ReviewQuery } from '../../apps/worker/src/desk/review/review-desk.ts';
import { nodeDesk, type NodeDesk } from '../desk/desk-on-node.ts';
import { fillWithLeads } from '../desk/many-leads.ts';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { fixed, median, printTable } from './measure.ts';

const leads = 100_000;
const rounds = 7;
const day = 24 * 60 * 60 * 1000;
const topics = 400;

export async function benchReviewWay(): Promise<void> {
  const bench = filled();
  const { review } = bench.desk;
  const facts = spent(() => readWhole(review.reading()));
  const texts = spent(() => readWhole(review.readingTexts()));
  const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const year = { from: date(bench.now - 364 * day), to: date(bench.now), by: 'lead', team: [] } as const;
  const parts: Readonly<Record<string, (query: ReviewQuery) => unknown>> = {
    funnel: (query) => review.answer(query, (asked) => funnelOf(asked, asked.period)),
    speed: (query) =>
      review.answer(query, (asked) =>
        speedOf(asked, asked.period, { hours: asked.hours, people: asked.staff }),
      ),
    rejections: (query) => review.answer(query, (asked) => rejectionsOf(asked, asked.period)),
    asked: (query) => review.asked(query),
  };
  const rows = Object.entries(parts).map(([name, ask]) => {
    const cost = (query: ReviewQuery): number => {
      ask(query);
      return median(Array.from({ length: rounds }, () => spent(() => ask(query))));
    };
    const whole = cost({ ...year, filter: {} });
    const narrowed = cost({ ...year, filter: { person: ['ann@baton.example'] } });
    return [name, fixed(whole, 1), fixed(narrowed, 1)];
  });
  printTable(
    'What the review tells of 100,000 leads of a year',
    ['ms of the processor', 'all', 'of one person'],
    rows,
  );
  process.stdout.write(`Read before: facts ${fixed(facts, 0)} ms, texts ${fixed(texts, 0)} ms, in pieces.\n`);
}

function readWhole(reading: { readonly step: () => boolean } | null): void {
  while (reading?.step() === true);
}

/** Of the processor, ms. */
function spent(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function filled(): NodeDesk {
  const bench = nodeDesk();
  const [form] = smallWorkspace.forms;
  const [step] = form?.steps ?? [];
  const fields = [...(step?.fields ?? []), { id: 'message', kind: 'textarea', label: 'Anything else?' }];
  const imported = bench.desk.importWorkspace({
    ...smallWorkspace,
    forms: [{ ...form, steps: [{ ...step, fields }] }],
  });
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  fillWithLeads(bench, leads, 2);
  const { sql } = bench;
  const began = bench.now - 365 * day;
  sql.run(`UPDATE leads SET created_at = ? + id * 300000 WHERE id > 10`, began);
  sql.run(
    `UPDATE handoffs SET at = ? + lead * 300000, delivered_at = ? + lead * 300000 + 1000,
       deadline_in_force = ? + lead * 300000 + 14400000, touched_at = ? + lead * 300000 + lead % 977 * 60000,
       verdict = CASE WHEN lead % 3 = 0 THEN 'rejected' ELSE 'accepted' END,
       verdict_at = ? + lead * 300000 + lead % 977 * 60000, reason = CASE WHEN lead % 3 = 0 THEN 'too_small' END,
       breached_at = CASE WHEN lead % 977 > 240 THEN ? + lead * 300000 + 14400000 END WHERE lead > 10`,
    ...Array.from({ length: 6 }, () => began),
  );
  sql.run(
    `INSERT INTO stage_changes (lead, at, stage, author, agreement)
     SELECT lead, verdict_at + 86400000 * (lead % 20), 'sql', 'person:ann@baton.example', 1 FROM handoffs
     WHERE lead > 10 AND verdict = 'accepted' AND lead % 2 = 0`,
  );
  sql.run(
    `INSERT INTO submissions (id, public_id, secret, form, version, final, lead, answers, visit, state, reply, at, updated_at)
     SELECT id + 1000, 'sub_' || id, 'secret' || id, 'demo', 1, 1, id, json_object('message',
       'Do you support topic' || (id % ?) || ' together with feature' || (id * 7 % ?) || '? We want to plan area' ||
       (id * 13 % ?) || ' for our teams and see what it costs.'), '{}', 'handed_off', '{}', created_at, created_at
     FROM leads WHERE id > 10`,
    topics,
    topics,
    topics,
  );
  return bench;
}
