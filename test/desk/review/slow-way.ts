// The funnel, the speed of answers and the rejections once more, slowly and as plainly as they can be said: straight from
// the tables, one lead and one handoff after the other, clocks read by Intl. It shares nothing with how Baton counts.
import type { Sql } from '../../../apps/worker/src/desk/sql.ts';

export type Row = Readonly<Record<string, unknown>>;

export type Question = {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly source: string | null;
  readonly person: string | null;
};

export const day = 24 * 60 * 60 * 1000;
export const steps = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'won'] as const;
const usual: Readonly<Record<string, number>> = { mql: 30, sal: 7, sql: 30, opportunity: 60, won: 90 };

type Lead = {
  readonly id: string;
  readonly source: string;
  readonly owner: unknown;
  readonly came: number;
  /** When it was at each of the steps at the latest. */
  readonly at: readonly (number | null)[];
  readonly isOut: boolean;
  readonly outcome: string;
  readonly first: Row | undefined;
  /** Of the first handoff, else the present one. */
  readonly tier: unknown;
};

export function slowFunnel(sql: Sql, now: number, question: Question) {
  const all = leadsOf(sql);
  const horizons = steps.slice(1).map((step, index) => {
    const took = all.flatMap(({ at }) => {
      const [before, after] = [at[index], at[index + 1]];
      return typeof before !== 'number' || typeof after !== 'number' ? [] : [(after - before) / day];
    });
    return took.length < 10 ? Number(usual[step]) : Number(percentile(took, 90));
  });
  const chosen = all.filter((lead) => isChosen(lead, question));
  const monthOf = (lead: Lead): string => dateIn(question.timeZone, lead.came).slice(0, 7);
  const arrived = chosen.filter(({ came }) => isWithin(question, came));
  const cohorts = Object.fromEntries(
    monthsFrom(question.from, question.to).map((month) => [
      month,
      stepsOf(
        arrived.filter((lead) => monthOf(lead) === month),
        horizons,
        now,
      ),
    ]),
  );
  const handed = chosen.filter(({ first }) => first !== undefined && isWithin(question, Number(first['at'])));
  const bands: Record<string, number> = {};
  for (const { first, outcome } of handed) {
    const total = Number(JSON.parse(String(first?.['score'])).total);
    for (const key of [`${Math.floor(total / 10) * 10} ${outcome}`, `${String(first?.['tier'])} ${outcome}`])
      bands[key] = (bands[key] ?? 0) + 1;
  }
  return { horizons, whole: stepsOf(arrived, horizons, now), cohorts, bands };
}

function stepsOf(leads: readonly Lead[], horizons: readonly number[], now: number) {
  return steps.slice(1).map((step, index) => {
    const before = leads.filter(({ at }) => typeof at[index] === 'number');
    const took = before.filter(({ at }) => typeof at[index + 1] === 'number');
    const isOld = ({ at }: Lead): boolean => (now - Number(at[index])) / day >= Number(horizons[index]);
    const days = took.map(({ at }) => (Number(at[index + 1]) - Number(at[index])) / day);
    return {
      step,
      from: before.length,
      taken: took.length,
      waiting: before.filter((lead) => !took.includes(lead) && !lead.isOut && !isOld(lead)).length,
      of: before.filter(isOld).length,
      takenOf: took.filter(isOld).length,
      medianDays: percentile(days, 50),
      p90Days: percentile(days, 90),
    };
  });
}

export function slowSpeed(sql: Sql, now: number, question: Question) {
  const handoffs = meantHandoffs(sql, question);
  const answered = handoffs.filter(
    (one) => one['delivered_at'] !== null && one['touched_at'] !== null && one['ended_at'] === null,
  );
  const minutes = answered.map((one) =>
    Math.max(0, (Number(one['touched_at']) - Number(one['delivered_at'])) / 60_000),
  );
  const unanswered = handoffs
    .filter((one) => one['delivered_at'] !== null && one['touched_at'] === null)
    .map((one) => (Number(one['ended_at'] ?? now) - Number(one['delivered_at'])) / 60_000);
  const within = [5, 60, 240, 1440].map((bound) => {
    const touched = minutes.filter((wait) => wait <= bound).length;
    return { minutes: bound, touched, of: minutes.length + unanswered.filter((wait) => wait > bound).length };
  });
  const due = handoffs.filter((one) => one['deadline_in_force'] !== null);
  const missed = due.filter((one) => one['breached_at'] !== null);
  return {
    touched: answered.length,
    undelivered: handoffs.filter((one) => one['delivered_at'] === null).length,
    passedOn: handoffs.filter((one) => one['delivered_at'] !== null && one['ended_at'] !== null).length,
    median: percentile(minutes, 50),
    within,
    missed: missed.length,
    due: due.length,
    byPerson: counted(missed.map((one) => String(one['owner']))),
    byHour: counted(missed.map((one) => String(hourIn(question.timeZone, Number(one['at']))))),
    byReason: counted(missed.map((one) => textOf(one['breach_reason'], ''))),
  };
}

export type Openings = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** Half hour by half hour; away are those who are not there on a day. */
export function slowArrivals(
  sql: Sql,
  now: number,
  question: Question,
  openings: Openings,
  present: (date: string) => number,
) {
  const cells: Record<string, { arrived: number; time: number; open: number; people: number }> = {};
  const cellAt = (at: number) => {
    const clock = clockIn(question.timeZone, at);
    return (cells[`${clock.weekday} ${clock.hour}`] ??= { arrived: 0, time: 0, open: 0, people: 0 });
  };
  const isOpen = (at: number): boolean => {
    const { weekday, time } = clockIn(question.timeZone, at);
    return (openings[weekday] ?? []).some(([from, until]) => from <= time && time < until);
  };
  let [arrived, unattended] = [0, 0];
  for (const lead of leadsOf(sql)) {
    if (!isChosen(lead, question) || !isWithin(question, lead.came)) continue;
    arrived += 1;
    cellAt(lead.came).arrived += 1;
    if (!isOpen(lead.came) || present(dateIn(question.timeZone, lead.came)) === 0) unattended += 1;
  }
  const half = day / 48;
  const first = Date.parse(question.from) - 2 * day;
  for (let at = first; at < Math.min(now, Date.parse(question.to) + 3 * day); at += half) {
    if (!isWithin(question, at)) continue;
    const [cell, length] = [cellAt(at), Math.min(half, now - at)];
    cell.time += length;
    if (!isOpen(at)) continue;
    cell.open += length;
    cell.people += length * present(dateIn(question.timeZone, at));
  }
  return { cells, arrived, unattended };
}

export function slowRejections(sql: Sql, question: Question) {
  const judged = meantHandoffs(sql, question).filter((one) => one['verdict'] !== null);
  const rejected = judged.filter((one) => one['verdict'] === 'rejected');
  const leads = new Map(leadRows(sql).map((lead) => [Number(lead['id']), leadOf(sql, lead)]));
  const last = new Map(judged.map((one) => [Number(one['lead']), one]));
  const rules: Record<string, [judged: number, rejected: number, blamed: number]> = {};
  for (const one of last.values()) {
    const reasons: { id: string; points: number }[] = JSON.parse(String(one['score'])).reasons;
    const blames: string[] = JSON.parse(textOf(one['blames'], '[]'));
    const isRejected = one['verdict'] === 'rejected';
    for (const { id, points } of reasons) {
      if (id === 'cap' || points <= 0) continue;
      const counts = (rules[id] ??= [0, 0, 0]);
      counts[0] += 1;
      if (isRejected) counts[1] += 1;
      if (isRejected && blames.includes(id)) counts[2] += 1;
    }
  }
  return {
    judged: judged.length,
    reasons: counted(rejected.map((one) => textOf(one['reason'], ''))),
    sources: counted(rejected.map((one) => String(leads.get(Number(one['lead']))?.source))),
    leads: last.size,
    rules,
  };
}

function leadRows(sql: Sql): Row[] {
  return sql.all(`SELECT * FROM leads ORDER BY id`);
}

export function leadsOf(sql: Sql): Lead[] {
  return leadRows(sql).map((lead) => leadOf(sql, lead));
}

function leadOf(sql: Sql, lead: Row): Lead {
  const id = Number(lead['id']);
  const submissions = sql.all(`SELECT * FROM submissions WHERE lead = ? AND final = 1 ORDER BY at, id`, id);
  const handoffs = sql.all(`SELECT * FROM handoffs WHERE lead = ? ORDER BY at, id`, id);
  const [first] = handoffs;
  const came = Math.min(Number(lead['created_at']), ...submissions.map((one) => Number(one['at'])));
  const accepted = handoffs
    .filter((one) => one['verdict'] === 'accepted')
    .map((one) => Number(one['verdict_at']));
  const said = {
    mql: first === undefined ? null : Number(first['at']),
    sal: accepted.length === 0 ? null : Math.min(...accepted),
    contacted: stepTaken(sql, id, 'contacted'),
    sql: stepTaken(sql, id, 'sql'),
    opportunity: stepTaken(sql, id, 'opportunity'),
    won: stepTaken(sql, id, 'won'),
  };
  const own = [came, said.mql, said.sal, said.sql, said.opportunity, said.won];
  const at = own.map((_, step) => {
    const later = own.slice(step).filter((one) => one !== null);
    return later.length === 0 ? null : Math.min(...later);
  });
  const latest = handoffs.at(-1);
  const isRejected = latest?.['verdict'] === 'rejected';
  const isLost = wasLost(sql, id, latest);
  const outcome =
    said.won !== null
      ? 'won'
      : isLost
        ? 'lost'
        : isRejected
          ? 'rejected'
          : said.sql !== null || said.opportunity !== null
            ? 'sql'
            : said.sal !== null || said.contacted !== null
              ? 'accepted'
              : 'open';
  return {
    id: String(lead['public_id']),
    source: String(JSON.parse(textOf(submissions[0]?.['visit'], '{}')).utm_source ?? 'direct'),
    owner: lead['owner'],
    came,
    at,
    isOut: isRejected || isLost,
    outcome,
    first,
    tier: first?.['tier'] ?? lead['tier'],
  };
}

/** It was lost, and nothing was said after that, nor was it handed over anew. */
function wasLost(sql: Sql, lead: number, latest: Row | undefined): boolean {
  const [last] = changesOf(sql, lead).toReversed();
  return last?.['stage'] === 'lost' && !(Number(latest?.['at'] ?? -Infinity) > Number(last['at']));
}

const way = ['sal', 'contacted', 'sql', 'opportunity', 'won', 'lost'];

function changesOf(sql: Sql, lead: number): Row[] {
  return sql
    .all(`SELECT * FROM stage_changes WHERE lead = ? AND stage NOT IN ('lead', 'mql')`, lead)
    .toSorted(
      (one, other) =>
        Number(one['at']) - Number(other['at']) ||
        way.indexOf(String(one['stage'])) - way.indexOf(String(other['stage'])),
    );
}

/** When a step was said first, as far as nobody has taken it back since. */
function stepTaken(sql: Sql, lead: number, step: string): number | null {
  const changes = changesOf(sql, lead);
  const isTakenBack = (place: number): boolean =>
    changes
      .slice(place + 1)
      .some(
        (later) =>
          later['corrected'] === 1 &&
          (later['stage'] === 'lost'
            ? step === 'won'
            : way.indexOf(String(later['stage'])) < way.indexOf(step)),
      );
  const found = changes.findIndex((one, place) => one['stage'] === step && !isTakenBack(place));
  return found === -1 ? null : Number(changes[found]?.['at']);
}

export function isChosen(lead: Lead, { source, person }: Question): boolean {
  return (source === null || lead.source === source) && (person === null || lead.owner === person);
}

export function meantHandoffs(sql: Sql, question: Question): Row[] {
  const leads = new Map(leadRows(sql).map((lead) => [Number(lead['id']), leadOf(sql, lead)]));
  return sql
    .all(`SELECT * FROM handoffs ORDER BY at, id`)
    .filter(
      (one) =>
        isWithin(question, Number(one['at'])) &&
        (question.source === null || leads.get(Number(one['lead']))?.source === question.source) &&
        (question.person === null || one['owner'] === question.person),
    );
}

export function isWithin({ from, to, timeZone }: Question, at: number): boolean {
  const date = dateIn(timeZone, at);
  return from <= date && date <= to;
}

function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = Date.parse(`${from.slice(0, 7)}-15`); ; at += 28 * day) {
    const month = new Date(at).toISOString().slice(0, 7);
    if (month > to.slice(0, 7)) return months;
    if (months.at(-1) !== month) months.push(month);
  }
}

export function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

/** Between the two nearest in proportion. */
function percentile(values: readonly number[], percent: number): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const place = ((sorted.length - 1) * percent) / 100;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place % 1);
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

export function clockIn(timeZone: string, at: number) {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  clocks.set(timeZone, format);
  const [date = '', time = ''] = format.format(at).split(', ');
  const iso = date.split('/').toReversed().join('-');
  const weekday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(iso).getUTCDay()] ?? '';
  return { date: iso, weekday, time, hour: Number(time.slice(0, 2)) };
}

export function dateIn(timeZone: string, at: number): string {
  return clockIn(timeZone, at).date;
}

function hourIn(timeZone: string, at: number): number {
  return clockIn(timeZone, at).hour;
}
