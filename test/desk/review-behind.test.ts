// Every number of the funnel, the speed of answers and the rejections opens to exactly as many leads as it shows, and to
// those that somebody would find who went through the tables by hand. BATON_FAULT_RUNS makes the run longer,
// BATON_FAULT_SEED another one.
import { expect, test } from 'vitest';
import { funnelOf, parseSlice, rejectionsOf, sliceText, speedOf, standings, type Slice } from '@baton/review';
import type { Asked, ReviewQuery } from '../../apps/worker/src/desk/review/review-desk.ts';
import { chanceFrom } from '../faults/chance.ts';
import { randomHistory, type History } from './review/random-history.ts';
import { slowBehind } from './review/slow-behind.ts';
import { dateIn, slowFunnel, type Question } from './review/slow-way.ts';

const runs = Number(process.env['BATON_FAULT_RUNS'] ?? 2);
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);

/** What a picture shows: how many there are, and of these how many it marks, where it says so. */
type Shown = { readonly total: number; readonly against?: number; readonly for?: number };

type Opened = {
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly leads: readonly { readonly lead: string }[];
};

function open(history: History, query: ReviewQuery, slice: Slice): Opened {
  const answer = history.bench.desk.review.behindSlice(query, slice, { limit: 1_000, offset: 0 });
  if (answer.kind !== 'done') throw new Error(`It did not open: ${answer.kind}`);
  const opened: Opened = JSON.parse(answer.text);
  return opened;
}

function ofFunnel(asked: Asked): [Slice, Shown][] {
  const { leads, steps, cohorts, bands } = funnelOf(asked, asked.period);
  const of = (month: string | null, all: typeof steps): [Slice, Shown][] =>
    all.flatMap(({ step, from, taken, waiting, of: old, takenOf }) =>
      standings.map((who): [Slice, Shown] => {
        const totals = { taken, waiting, stopped: from - taken - waiting, old };
        const marks = who === 'old' ? { for: takenOf } : {};
        return [
          { kind: 'step', step, who, month },
          { total: totals[who], ...marks },
        ];
      }),
    );
  return [
    [{ kind: 'came', month: null }, { total: leads }],
    ...of(null, steps),
    ...cohorts.flatMap((cohort): [Slice, Shown][] => [
      [{ kind: 'came', month: cohort.month }, { total: cohort.leads }],
      ...of(cohort.month, cohort.steps),
    ]),
    ...bands.bands.flatMap(({ from, leads: all, counts }): [Slice, Shown][] => [
      [{ kind: 'score', from, outcome: 'all' }, { total: all }],
      [
        { kind: 'score', from, outcome: 'rejected' },
        { total: counts.rejected, against: counts.rejected },
      ],
      [{ kind: 'score', from, outcome: 'open' }, { total: counts.open }],
    ]),
    ...bands.tiers.flatMap(({ tier, leads: all, counts }): [Slice, Shown][] => [
      [{ kind: 'tier', tier, outcome: 'all' }, { total: all }],
      [{ kind: 'tier', tier, outcome: 'accepted' }, { total: counts.accepted }],
    ]),
  ];
}

function ofSpeed(asked: Asked): [Slice, Shown][] {
  const { touch, breaches, arrivals } = speedOf(asked, asked.period, {
    hours: asked.hours,
    people: asked.staff,
  });
  const by = [
    ['clock', touch.clock],
    ['open', touch.open ?? touch.clock],
  ] as const;
  return [
    ...by.flatMap(([clock, { bins, within }]): [Slice, Shown][] => [
      ...bins.map((total, bin): [Slice, Shown] => [{ kind: 'answer', by: clock, bin }, { total }]),
      ...within.map(({ minutes, touched, of }): [Slice, Shown] => [
        { kind: 'within', by: clock, minutes },
        { total: of, for: touched },
      ]),
    ]),
    [{ kind: 'answer', by: 'clock', bin: 'waiting' }, { total: touch.waiting }],
    [{ kind: 'answer', by: 'clock', bin: 'passed_on' }, { total: touch.passedOn }],
    [{ kind: 'answer', by: 'clock', bin: 'undelivered' }, { total: touch.undelivered }],
    ...breaches.people.map(({ person, breached, of }): [Slice, Shown] => [
      { kind: 'missed', by: 'person', word: person },
      { total: of, against: breached },
    ]),
    ...breaches.hours.map(({ breached, of }, hour): [Slice, Shown] => [
      { kind: 'missed', by: 'hour', word: String(hour) },
      { total: of, against: breached },
    ]),
    ...breaches.reasons.map(({ reason, count }): [Slice, Shown] => [
      { kind: 'missed', by: 'reason', word: reason },
      { total: count, against: count },
    ]),
    [
      { kind: 'arrived', cell: null },
      { total: arrivals.arrived, against: arrivals.unattended },
    ],
    ...arrivals.week
      .flat()
      .map(({ arrived }, cell): [Slice, Shown] => [{ kind: 'arrived', cell }, { total: arrived }]),
  ];
}

function ofRejections(asked: Asked): [Slice, Shown][] {
  const { judged: all, rejected: out, reasons, sources, rules } = rejectionsOf(asked, asked.period);
  return [
    [{ kind: 'judged' }, { total: all, against: out }],
    ...reasons.map(({ reason, count }): [Slice, Shown] => [
      { kind: 'rejected', reason },
      { total: count, against: count },
    ]),
    ...sources.map(({ source, judged, rejected }): [Slice, Shown] => [
      { kind: 'source', source },
      { total: judged, against: rejected },
    ]),
    ...rules.flatMap(({ rule, judged, rejected, others }): [Slice, Shown][] => [
      [
        { kind: 'rule', rule, gave: true },
        { total: judged, against: rejected },
      ],
      [
        { kind: 'rule', rule, gave: false },
        { total: others.judged, against: others.rejected },
      ],
    ]),
  ];
}

function askedOf({ bench }: History, query: ReviewQuery): Asked {
  const reading = bench.desk.review.reading();
  while (reading?.step() === true);
  const seen: Asked[] = [];
  bench.desk.review.answer(query, (asked) => {
    seen.push(asked);
    return {};
  });
  const [asked] = seen;
  if (asked === undefined) throw new Error('It was not answered.');
  return asked;
}

test(
  'opens every bar, row and cell to as many leads as it shows, and to the right ones',
  { timeout: Math.max(180_000, runs * 90_000) },
  async () => {
    const seen = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      const chance = chanceFrom(seed * 15_485_863 + run);
      const history = await randomHistory(chance, 180);
      const { bench, timeZone, start } = history;
      const source = chance.oneOf(['google', 'linkedin', 'direct']);
      for (const narrowed of [null, source]) {
        const from = dateIn(timeZone, narrowed === null ? start : start + (bench.now - start) / 3);
        const question: Question = {
          from,
          to: dateIn(timeZone, bench.now),
          timeZone,
          source: narrowed,
          person: null,
        };
        const filter = narrowed === null ? {} : { source: [narrowed] };
        const query: ReviewQuery = { from, to: question.to, by: 'lead', filter, team: [] };
        const asked = askedOf(history, query);
        const { horizons } = slowFunnel(bench.sql, bench.now, question);
        for (const [slice, shown] of [...ofFunnel(asked), ...ofSpeed(asked), ...ofRejections(asked)]) {
          const text = sliceText(slice);
          const opened = open(history, query, slice);
          const { total, ...marks } = shown;
          expect(opened.total, text).toBe(total);
          expect(opened.counts, text).toMatchObject(marks);
          seen.set(slice.kind, (seen.get(slice.kind) ?? 0) + total);
          // Open hours are the agreement's; the recount knows clocks alone.
          if ('by' in slice && slice.by === 'open') continue;
          const ids = opened.leads.map(({ lead }) => lead).toSorted();
          expect(ids, text).toEqual(slowBehind({ sql: bench.sql, now: bench.now, question, horizons }, text));
        }
      }
    }
    // The histories are worth nothing if they tell of nothing.
    expect(
      [...seen]
        .filter(([, count]) => count > 0)
        .map(([kind]) => kind)
        .toSorted(),
    ).toEqual([
      'answer',
      'arrived',
      'came',
      'judged',
      'missed',
      'rejected',
      'rule',
      'score',
      'source',
      'step',
      'tier',
      'within',
    ]);
  },
);

test('opens companies to as many as are counted by company', { timeout: 60_000 }, async () => {
  const history = await randomHistory(chanceFrom(seed + 7), 150);
  const { bench, timeZone, start } = history;
  const period = { from: dateIn(timeZone, start), to: dateIn(timeZone, bench.now) };
  const query: ReviewQuery = { ...period, by: 'company', filter: {}, team: [] };
  const asked = askedOf(history, query);
  for (const [slice, { total, ...marks }] of [...ofFunnel(asked), ...ofSpeed(asked), ...ofRejections(asked)])
    expect(open(history, query, slice), sliceText(slice)).toMatchObject({ total, counts: marks });
});

test('what names a slice names it again, and what could be none is none', () => {
  const words = ['', 'a.b', 'ann@acme.example', 'gave', '2026-11'];
  for (const word of words)
    for (const slice of [
      { kind: 'missed', by: 'person', word },
      { kind: 'missed', by: 'reason', word },
      { kind: 'rejected', reason: word },
      { kind: 'source', source: word },
      { kind: 'rule', rule: word, gave: false },
      { kind: 'tier', tier: word, outcome: 'won' },
      { kind: 'asked', group: 'sales', term: word },
    ] as const)
      expect(parseSlice(sliceText(slice))).toEqual(slice);
  for (const text of [
    '',
    'came.2026-13',
    'step.lead.taken',
    'step.sql.never',
    'score.all.',
    'score.won.1e3',
    'answer.clock.9',
    'within.clock.7',
    'missed.hour.24',
    'arrived.168',
    'rule.some.x',
    'toString',
  ])
    expect(parseSlice(text), text).toBeNull();
});
