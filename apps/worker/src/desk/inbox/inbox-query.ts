// What is asked of the inbox, and as SQL. All but the deadline is answered by the index `leads_listed` alone; what has a
// deadline, by `handoffs_due`. Refuses nothing: what nobody has finds nothing.
import type { LedgerState } from '../ledger.ts';
import type { SqlValue } from '../sql.ts';

export const inboxViews = ['mine', 'unanswered', 'overdue', 'open', 'accepted', 'everything'] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxSorts = ['deadline', 'score', 'newest', 'oldest'] as const;
type InboxSort = (typeof inboxSorts)[number];

export const deadlines = ['overdue', 'hour', 'day'] as const;

export type InboxQuery = {
  readonly view: InboxView;
  readonly q: string | null;
  /** An address; `me`; `none`: nobody's. */
  readonly owner: string | null;
  readonly team: string | null;
  readonly tier: string | null;
  readonly stage: string | null;
  readonly form: string | null;
  /** `none`: not known. */
  readonly source: string | null;
  readonly state: LedgerState | null;
  readonly deadline: (typeof deadlines)[number] | null;
  readonly sort: InboxSort;
  readonly limit: number;
  /** A row's place, to go on after. */
  readonly before: string | null;
  /** What was seen last: answered with nothing while it is still so. */
  readonly since: string | null;
};

export type Asker = {
  readonly email: string | null;
  readonly now: number;
  readonly membersOf: (team: string) => readonly string[];
};

export type Clause = { readonly sql: string; readonly values: readonly SqlValue[] };

/** In somebody's hands and not at an end: in the words of the index `leads_in_hand`. */
export const inHand = `(l.handoff IS NOT NULL OR l.stage IN ('sal', 'sql', 'opportunity'))`;

const ofViews: Readonly<Record<InboxView, (asker: Asker) => Clause | null>> = {
  mine: ({ email }) => clause(`l.owner = ? AND ${inHand}`, email ?? ''),
  unanswered: () => clause(`l.handoff IS NOT NULL AND ${inHand}`),
  overdue: () => null,
  open: () => clause(inHand),
  accepted: () => clause(`l.handoff IS NULL AND ${inHand}`),
  everything: () => null,
};

/** The smallest index that holds all of a view. */
export function indexOf(view: InboxView): string {
  return view === 'everything' || view === 'overdue' ? 'leads_listed' : 'leads_in_hand';
}

function clause(sql: string, ...values: SqlValue[]): Clause {
  return { sql, values };
}

/** What a lead must be. */
export function leadClauses(query: InboxQuery, asker: Asker): Clause[] {
  const { q, owner, team, tier, stage, form, source, state } = query;
  const found: (Clause | null)[] = [
    ofViews[query.view](asker),
    owner === null ? null : ownerClause(owner, asker),
    team === null ? null : anyOf('l.owner', asker.membersOf(team)),
    tier === null ? null : clause(`l.tier = ?`, tier),
    stage === null ? null : clause(`l.stage = ?`, stage),
    source === null ? null : source === 'none' ? clause(`l.source IS NULL`) : clause(`l.source = ?`, source),
    state === null ? null : clause(`l.ledger = ?`, state),
    form === null ? null : clause(`instr(l.forms, ?) > 0`, ` ${form} `),
    ...wordsOf(q).map((word) => clause(`instr(l.words, ?) > 0`, word)),
  ];
  return found.filter((one) => one !== null);
}

function ownerClause(owner: string, { email }: Asker): Clause {
  if (owner === 'none') return clause(`l.owner IS NULL`);
  return clause(`l.owner = ?`, owner === 'me' ? (email ?? '') : owner);
}

function anyOf(column: string, values: readonly string[]): Clause {
  if (values.length === 0) return clause(`0`);
  return clause(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
}

/** Each word must be found somewhere. */
function wordsOf(q: string | null): string[] {
  const words = (q ?? '').normalize('NFC').toLowerCase().split(/\s+/);
  return words.filter((word) => word !== '').slice(0, 8);
}

/** Until when the deadline lies, epoch ms; and whether its clock must be running. Null: any, or none. */
export function deadlineReach(
  { view, deadline }: InboxQuery,
  now: number,
): { readonly until: number; readonly isOver: boolean } | null {
  if (view === 'overdue' || deadline === 'overdue') return { until: now, isOver: true };
  if (deadline === 'hour') return { until: now + 3_600_000, isOver: false };
  if (deadline === 'day') return { until: now + 24 * 3_600_000, isOver: false };
  return null;
}

export function joined(clauses: readonly Clause[]): Clause {
  return {
    sql: clauses.map(({ sql }) => ` AND ${sql}`).join(''),
    values: clauses.flatMap(({ values }) => values),
  };
}
