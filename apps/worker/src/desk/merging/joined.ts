// What two leads are as one, and what is left of one of them when they are two again. Pure. Where a lead stands is one
// thing: stage, owner, open handoff and outcome go together, and those of the lead that has come further stand.
import { companyStages } from '../companies/company-stages.ts';
import { number, numberOrNull, type Row, type SqlValue } from '../sql.ts';
import { isAddress } from './under-main.ts';

/** Columns of a lead that say where it stands. */
const standing = [
  'stage',
  'owner',
  'handoff',
  'ever_handed_off',
  'dipped',
  'rejected_at',
  'contacted_at',
  'amount',
  'currency',
  'outcome_reason',
] as const;

export type Standing = Readonly<Record<(typeof standing)[number], SqlValue>>;

type Values = Readonly<Record<string, unknown>>;

function standingOf(row: Row): Standing {
  const value = (column: (typeof standing)[number]): SqlValue => valueOf(row, column);
  return {
    stage: value('stage'),
    owner: value('owner'),
    handoff: value('handoff'),
    ever_handed_off: value('ever_handed_off'),
    dipped: value('dipped'),
    rejected_at: value('rejected_at'),
    contacted_at: value('contacted_at'),
    amount: value('amount'),
    currency: value('currency'),
    outcome_reason: value('outcome_reason'),
  };
}

export function valueOf(row: Row, column: string): SqlValue {
  const value = row[column];
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`Column ${column} holds nothing that is stored.`);
}

function rankOf(row: Row): number {
  return companyStages.findIndex((stage) => stage === row['stage']);
}

/** Whether what stands is the other's: it has come further, and has a handoff that others can give way to. */
export function isFurther(other: Row, main: Row, hasHandoff: (row: Row) => boolean): boolean {
  if (rankOf(other) > rankOf(main)) return main['handoff'] === null || hasHandoff(other);
  return (
    other['handoff'] !== null &&
    main['handoff'] === null &&
    !(rankOf(other) < rankOf(main) && hasHandoff(main))
  );
}

/** Where the two stand as one. Who was rejected or lost is asked about again when the later of both may be. */
export function joinedStanding(main: Row, other: Row, isOther: boolean): Standing {
  const [stands, gives] = isOther ? [other, main] : [main, other];
  const joined = standingOf(stands);
  const ever = Math.max(number(main, 'ever_handed_off'), number(other, 'ever_handed_off'));
  const owner = joined.owner ?? valueOf(gives, 'owner');
  if (rankOf(main) !== rankOf(other)) return { ...joined, owner, ever_handed_off: ever };
  const isLater = (numberOrNull(gives, 'rejected_at') ?? 0) > (numberOrNull(stands, 'rejected_at') ?? 0);
  const rejected = joined.handoff === null && isLater ? gives : stands;
  return {
    ...joined,
    owner,
    ever_handed_off: ever,
    rejected_at: valueOf(rejected, 'rejected_at'),
    dipped: valueOf(rejected, 'dipped'),
    contacted_at: joined.contacted_at ?? valueOf(gives, 'contacted_at'),
    amount: joined.amount ?? valueOf(gives, 'amount'),
    currency: joined.amount === null ? valueOf(gives, 'currency') : joined.currency,
    outcome_reason: joined.outcome_reason ?? valueOf(gives, 'outcome_reason'),
  };
}

/** One of two leads: its address, what is known of it, and when each of that was told last. */
export type Side = {
  readonly email: string;
  readonly attributes: Values;
  readonly toldAt: ReadonlyMap<string, number>;
};

/** Of each attribute what was told last; the main address stays, whoever told the other one later. */
export function joinedAttributes(main: Side, other: Side): Values {
  const joined: Record<string, unknown> = { ...other.attributes, ...main.attributes };
  for (const [id, value] of Object.entries(other.attributes)) {
    const isLater = (other.toldAt.get(id) ?? -1) > (main.toldAt.get(id) ?? -1);
    if (isAddress(value, other.email)) joined[id] = main.attributes[id] ?? main.email;
    else if (isLater || main.attributes[id] === undefined) joined[id] = value;
  }
  return joined;
}

/** What has not changed since the two were joined is as it was before; what has, stays. */
export function partedAttributes(before: Values, joined: Values, now: Values): Values {
  const ids = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...ids].flatMap((id) => {
      const value = JSON.stringify(now[id]) === JSON.stringify(joined[id]) ? before[id] : now[id];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Null: the lead has gone on since the two were joined, and stands where it stands. */
export function partedStanding(before: Row, joined: Row, now: Row): Standing | null {
  const moved = standing.some((column) => column !== 'dipped' && joined[column] !== now[column]);
  return moved ? null : standingOf(before);
}

/** Whether a lead's row is as it was when the two were joined. */
export function isUntouched(joined: Row, now: Row): boolean {
  return Object.keys(now).every((column) => now[column] === (joined[column] ?? null));
}
