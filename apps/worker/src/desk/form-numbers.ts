// How a form does: seen, begun, how far it was filled in, sent, and how many of those were worth sales' time. Sums by version
// and UTC day, from what is counted and from the ledger; nobody is told apart, and nothing is followed.
import type { Context } from './context.ts';
import { number, text, type Sql } from './sql.ts';

const day = 86_400_000;

/** How often in some days. */
export type Numbers = {
  readonly views: number;
  readonly starts: number;
  /** Sent and taken: not what was put aside, nor what somebody sent twice. */
  readonly completions: number;
  /** Of those: handed off, or of a lead that was in hand. */
  readonly qualified: number;
};

type VersionNumbers = Numbers & {
  readonly version: number;
  /** Put aside as a machine's. */
  readonly quarantined: number;
  /** In the form's order. The first is seen with the form; going back to one counts again. */
  readonly steps: readonly { readonly id: string; readonly title: string; readonly reached: number }[];
};

export type FormNumbers = {
  /** UTC, such as `2026-11-26`; today is the last one. */
  readonly from: string;
  readonly to: string;
  /** Those that something happened with, and the current one; the latest first. */
  readonly versions: readonly VersionNumbers[];
  /** Every day, the earliest first. */
  readonly days: readonly (Numbers & { readonly day: string })[];
};

const nothing: Numbers = { views: 0, starts: 0, completions: 0, qualified: 0 };

/** All versions together, today and the days before. */
export function numbersOf({ parts }: Context, form: string, days: number): Numbers {
  const since = sinceDay(parts.now(), days);
  return [...countedOf(parts.sql, form, since), ...sentOf(parts.sql, form, since)].reduce(
    (sum: Numbers, one) => add(sum, one),
    nothing,
  );
}

/** @returns null when there is no such form */
export function formNumbers(context: Context, form: string, days: number): FormNumbers | null {
  const { parts, documents } = context;
  const { sql } = parts;
  const current = documents.published(form)?.version ?? null;
  if (current === null && sql.all(`SELECT 1 FROM drafts WHERE form = ?`, form).length === 0) return null;
  const since = sinceDay(parts.now(), days);
  const counted = countedOf(sql, form, since);
  const sent = sentOf(sql, form, since);
  const all = [...counted, ...sent];
  const versions = new Set([...all.map(({ version }) => version), ...(current === null ? [] : [current])]);
  return {
    from: dayName(since),
    to: dayName(since + days - 1),
    versions: [...versions]
      .sort((a, b) => b - a)
      .map((version) => versionNumbers(context, form, version, counted, sent)),
    days: Array.from({ length: days }, (_, index) => {
      const those = all.filter((one) => one.day === since + index);
      return { day: dayName(since + index), ...those.reduce((sum: Numbers, one) => add(sum, one), nothing) };
    }),
  };
}

type Counted = Numbers & {
  readonly version: number;
  /** Since 1970. */
  readonly day: number;
  /** Null: of the whole form. */
  readonly step: string | null;
  readonly reached: number;
};

type Sent = Numbers & { readonly version: number; readonly day: number; readonly quarantined: number };

function countedOf(sql: Sql, form: string, since: number): Counted[] {
  return sql
    .all(
      `SELECT version, day, event, step, count FROM counts WHERE form = ? AND day >= ?`,
      form,
      dayName(since),
    )
    .map((row) => {
      const event = text(row, 'event');
      const count = number(row, 'count');
      const isStep = event === 'step';
      return {
        ...nothing,
        version: number(row, 'version'),
        day: Date.parse(text(row, 'day')) / day,
        step: isStep ? text(row, 'step') : null,
        reached: isStep ? count : 0,
        ...(event === 'view' ? { views: count } : {}),
        ...(event === 'start' ? { starts: count } : {}),
      };
    });
}

/** By the instant at which a submission first came. As the index has it, so that nothing is sorted. */
function sentOf(sql: Sql, form: string, since: number): Sent[] {
  return sql
    .all(
      `SELECT at / ${day} AS day, version, state, count(*) AS many FROM submissions
       WHERE form = ? AND final = 1 AND at / ${day} >= ? GROUP BY at / ${day}, version, state`,
      form,
      since,
    )
    .map((row) => {
      const state = text(row, 'state');
      const many = number(row, 'many');
      return {
        ...nothing,
        version: number(row, 'version'),
        day: number(row, 'day'),
        completions: state === 'quarantined' || state === 'duplicate' ? 0 : many,
        qualified: state === 'handed_off' || state === 'in_hand' ? many : 0,
        quarantined: state === 'quarantined' ? many : 0,
      };
    });
}

function versionNumbers(
  { documents }: Context,
  form: string,
  version: number,
  counted: readonly Counted[],
  sent: readonly Sent[],
): VersionNumbers {
  const its = <T extends { readonly version: number }>(list: readonly T[]): T[] =>
    list.filter((one) => one.version === version);
  const numbers = [...its(counted), ...its(sent)].reduce((sum: Numbers, one) => add(sum, one), nothing);
  const steps = documents.published(form, version)?.form.steps ?? [];
  const reached = (step: string): number =>
    its(counted).reduce((sum, one) => sum + (one.step === step ? one.reached : 0), 0);
  return {
    version,
    ...numbers,
    quarantined: its(sent).reduce((sum, one) => sum + one.quarantined, 0),
    steps: steps.map(({ id, title }, index) => ({
      id,
      title,
      reached: index === 0 ? numbers.views : reached(id),
    })),
  };
}

function add(sum: Numbers, one: Numbers): Numbers {
  return {
    views: sum.views + one.views,
    starts: sum.starts + one.starts,
    completions: sum.completions + one.completions,
    qualified: sum.qualified + one.qualified,
  };
}

/** The first of so many days, of which today is the last; counted since 1970. */
function sinceDay(now: number, days: number): number {
  return Math.floor(now / day) - days + 1;
}

function dayName(since1970: number): string {
  return new Date(since1970 * day).toISOString().slice(0, 10);
}
