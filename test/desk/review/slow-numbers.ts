// The seven numbers once more, slowly and as plainly as they can be said: straight from the tables, one handoff and one
// lead after the other, days told by Intl. It shares nothing with how Baton counts.
import type { Sql } from '../../../apps/worker/src/desk/sql.ts';

type Row = Readonly<Record<string, unknown>>;

export type Question = {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly by: 'lead' | 'company';
  readonly source: string | null;
  readonly person: string | null;
};

export type Slow = {
  readonly value: number | null;
  readonly of: number;
  /** By its kind and its word. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly beside?: Readonly<Record<string, number | null>>;
};

const day = 24 * 60 * 60 * 1000;

export function slowNumbers(sql: Sql, now: number, question: Question): Readonly<Record<string, Slow>> {
  const handoffs = sql.all(`SELECT * FROM handoffs ORDER BY at, id`);
  const units = unitsOf(sql, question);
  const isChosen = (unit: Unit): boolean =>
    (question.source === null || unit.source === question.source) &&
    (question.person === null || unit.owner === question.person);
  const isMeant = (handoff: Row): boolean =>
    (question.source === null || unitOf(handoff).source === question.source) &&
    (question.person === null || handoff['owner'] === question.person);
  const unitOf = (handoff: Row): Unit => {
    const unit = units.find(({ leads }) => leads.includes(Number(handoff['lead'])));
    if (unit === undefined) throw new Error('A handoff without its lead.');
    return unit;
  };
  const isIn = (at: unknown): boolean => {
    if (at === null) return false;
    const date = dayIn(question.timeZone, Number(at));
    return question.from <= date && date <= question.to;
  };
  const mine = handoffs.filter(isMeant);
  const begun = mine.filter((one) => isIn(one['at']));

  const judged = begun.filter((one) => one['verdict'] !== null);
  const accepted = judged.filter((one) => one['verdict'] === 'accepted');

  const isSettled = (one: Row): boolean => {
    if (one['deadline_in_force'] === null) return false;
    const deadline = Number(one['deadline_in_force']);
    if (one['ended_at'] !== null && Number(one['ended_at']) < deadline) return false;
    return one['touched_at'] !== null || now > deadline;
  };
  const isKept = (one: Row): boolean =>
    one['touched_at'] !== null && Number(one['touched_at']) <= Number(one['deadline_in_force']);
  const settled = begun.filter(isSettled);

  const touched = begun.filter(
    (one) => one['touched_at'] !== null && one['delivered_at'] !== null && one['ended_at'] === null,
  );
  const waits = touched.map((one) =>
    Math.max(0, (Number(one['touched_at']) - Number(one['delivered_at'])) / 60_000),
  );

  const took = units
    .filter((unit) => unit.mql !== null && unit.opportunity !== null)
    .map((unit) => Math.max(0, Number(unit.opportunity) - Number(unit.mql)) / day);
  const oldEnough = took.length < 10 ? 90 : percentile(took, 90);
  const crossed = units.filter((unit) => isChosen(unit) && isIn(unit.mql));
  const old = crossed.filter((unit) => (now - Number(unit.mql)) / day > Number(oldEnough));

  const crossings = begun.filter(
    (one) => one['passed_from'] === null && lastOf(handoffs, one)['ended_at'] === null,
  );
  const sources =
    question.by === 'lead'
      ? crossings.map((one) => unitOf(one).source)
      : [...new Set(crossings.map(unitOf))].map(({ source }) => source);

  const due = mine.filter((one) => isSettled(one) && isIn(one['deadline_in_force']));
  const missed = due.filter((one) => !isKept(one));

  const won = units.filter((unit) => isChosen(unit) && isIn(unit.won));
  const cycles = won.map((unit) => (Number(unit.won) - unit.came) / day);
  return {
    acceptance: share(accepted.length, judged.length),
    follow_up: share(settled.filter(isKept).length, settled.length),
    first_touch: {
      value: percentile(waits, 50),
      of: waits.length,
      beside: { p90: percentile(waits, 90) },
    },
    opportunity_rate: {
      ...share(old.filter((unit) => unit.opportunity !== null).length, old.length),
      beside: { too_young: crossed.length - old.length, old_enough: oldEnough },
    },
    volume: { value: sources.length, of: sources.length, parts: counted('source', sources) },
    breaches: {
      value: due.length === 0 ? null : missed.length,
      of: due.length,
      parts: counted(
        'reason',
        missed.map((one) => textOf(one['breach_reason'])),
      ),
    },
    cycle: { value: percentile(cycles, 50), of: cycles.length, parts: worth(won) },
  };
}

type Unit = {
  readonly leads: readonly number[];
  readonly came: number;
  readonly source: string;
  readonly owner: unknown;
  readonly mql: number | null;
  readonly opportunity: number | null;
  readonly won: number | null;
  readonly isSourced: boolean;
  readonly marketing: readonly number[];
  readonly amount: number | null;
  readonly currency: string;
};

function unitsOf(sql: Sql, { by }: Question): Unit[] {
  const leads = sql
    .all(`SELECT * FROM leads ORDER BY id`)
    .map((lead) => ({ lead, unit: leadUnit(sql, lead) }));
  if (by === 'lead') return leads.map(({ unit }) => unit);
  const companies = new Map<string, Unit[]>();
  for (const { lead, unit } of leads) {
    const name = lead['domain'] === null ? `lead ${Number(lead['id'])}` : textOf(lead['domain']);
    companies.set(name, [...(companies.get(name) ?? []), unit]);
  }
  return [...companies.values()].map((people) => {
    const [first] = people.toSorted((one, other) => one.came - other.came);
    if (first === undefined) throw new Error('A company of nobody.');
    return {
      ...first,
      leads: people.flatMap((one) => one.leads),
      mql: earliest(people.map((one) => one.mql)),
      opportunity: earliest(people.map((one) => one.opportunity)),
      won: earliest(people.map((one) => one.won)),
      marketing: people.flatMap((one) => one.marketing),
      ...dealOf(people),
    };
  });
}

/** What the deals of a company's people are worth in the currency of the first that has one. */
function dealOf(people: readonly Unit[]): Pick<Unit, 'amount' | 'currency'> {
  const priced = people.filter((one) => one.won !== null && one.amount !== null);
  const currency = priced[0]?.currency ?? '';
  const same = priced.filter((one) => one.currency === currency);
  return { amount: same.reduce((sum, { amount }) => sum + Number(amount), 0), currency };
}

function leadUnit(sql: Sql, lead: Row): Unit {
  const id = Number(lead['id']);
  const submissions = sql.all(`SELECT * FROM submissions WHERE lead = ? AND final = 1 ORDER BY at, id`, id);
  const handoffs = sql.all(`SELECT * FROM handoffs WHERE lead = ?`, id);
  const behaviours = sql.all(`SELECT * FROM occurrences WHERE lead = ?`, id);
  const opportunity = stepTaken(sql, id, 'opportunity');
  const won = stepTaken(sql, id, 'won');
  const visit = JSON.parse(textOf(submissions[0]?.['visit'], '{}'));
  const website = submissions.filter((one) => !textOf(one['form']).startsWith('origin:'));
  return {
    leads: [id],
    came: Math.min(Number(lead['created_at']), ...submissions.map((one) => Number(one['at']))),
    source: String(visit.utm_source ?? 'direct'),
    owner: lead['owner'],
    mql: earliest(handoffs.map((one) => Number(one['at']))),
    opportunity,
    won,
    isSourced: submissions[0] !== undefined && website.includes(submissions[0]),
    marketing: [...website, ...behaviours].map((one) => Number(one['at'])),
    amount: lead['amount'] === null ? null : Number(lead['amount']),
    currency: textOf(lead['currency']),
  };
}

const way = ['sal', 'contacted', 'sql', 'opportunity', 'won', 'lost'];

/** When a step was said first, as far as nobody has taken it back since. */
function stepTaken(sql: Sql, lead: number, step: string): number | null {
  const changes = sql.all(`SELECT * FROM stage_changes WHERE lead = ? ORDER BY at`, lead);
  const isTakenBack = (at: number): boolean =>
    changes.some(
      (later) =>
        Number(later['at']) > at &&
        later['corrected'] === 1 &&
        (later['stage'] === 'lost'
          ? step === 'won'
          : way.indexOf(textOf(later['stage'])) < way.indexOf(step)),
    );
  const said = changes.filter((one) => one['stage'] === step).map((one) => Number(one['at']));
  return said.find((at) => !isTakenBack(at)) ?? null;
}

function lastOf(handoffs: readonly Row[], handoff: Row): Row {
  const next = handoffs.find((one) => one['passed_from'] === handoff['id']);
  return next === undefined ? handoff : lastOf(handoffs, next);
}

function textOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function share(some: number, all: number): Slow {
  return { value: all === 0 ? null : some / all, of: all };
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

function counted(kind: string, words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[`${kind} ${word}`] = (counts[`${kind} ${word}`] ?? 0) + 1;
  return counts;
}

function worth(won: readonly Unit[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { isSourced, marketing, won: at, amount, currency } of won) {
    const isInfluenced = marketing.some((one) => one < Number(at));
    const kind = isSourced ? 'sourced' : isInfluenced ? 'influenced' : 'neither';
    sums[`${kind} ${currency}`] = (sums[`${kind} ${currency}`] ?? 0) + (amount ?? 0);
  }
  return sums;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dayIn(timeZone: string, at: number): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(at);
}
