// When a lead took which step on its way. From what sales said, in the order in which it was said: the first time
// counts, a correction takes back what it corrects, and who goes on after a loss is not lost.

/** The steps of a lead's way, in their order. */
export const leadSteps = ['mql', 'sal', 'contacted', 'sql', 'opportunity', 'won'] as const;

export type LeadStep = (typeof leadSteps)[number];

/** One for each step. */
export function byStep<T>(make: (step: LeadStep) => T): Record<LeadStep, T> {
  return {
    mql: make('mql'),
    sal: make('sal'),
    contacted: make('contacted'),
    sql: make('sql'),
    opportunity: make('opportunity'),
    won: make('won'),
  };
}

/** What sales said became of a lead. */
export type StepChange = {
  /** Epoch ms. */
  readonly at: number;
  readonly step: 'contacted' | 'sql' | 'opportunity' | 'won' | 'lost' | 'sal';
  /** It takes back a mistake: what lies beyond never was. */
  readonly corrected: boolean;
};

/** What a handoff says of its lead's way. */
export type StepHandoff = {
  readonly at: number;
  readonly verdict: 'accepted' | 'rejected' | null;
  readonly verdictAt: number | null;
};

export type LeadWay = {
  /** The first time of each step; null: never, or taken back. */
  readonly at: Readonly<Record<LeadStep, number | null>>;
  /** Lost, and nothing came after it. */
  readonly lostAt: number | null;
  /** The last handoff was rejected. */
  readonly rejectedAt: number | null;
};

const places: Readonly<Record<StepChange['step'], number>> = {
  sal: -1,
  contacted: 0,
  sql: 1,
  opportunity: 2,
  won: 3,
  lost: 4,
};

/**
 * @param changes in any order; what was said in the same instant counts in the order of the way
 * @param handoffs all of the lead's
 */
export function wayOf(changes: readonly StepChange[], handoffs: readonly StepHandoff[]): LeadWay {
  const times: (number | null)[] = [null, null, null, null];
  let lostAt: number | null = null;
  const ordered = changes.toSorted(
    (one, other) => one.at - other.at || places[one.step] - places[other.step],
  );
  for (const { at, step, corrected } of ordered) {
    const place = places[step];
    if (step === 'lost') {
      lostAt = at;
      // What was won by mistake was an opportunity all the same.
      if (corrected) times[places.won] = null;
      continue;
    }
    lostAt = null;
    if (corrected) times.fill(null, place + 1);
    if (place >= 0) times[place] ??= at;
  }
  const [contacted = null, sql = null, opportunity = null, won = null] = times;
  const handed = handedWay(handoffs);
  if (lostAt !== null && handed.lastAt > lostAt) lostAt = null;
  const at = { mql: handed.mql, sal: handed.sal, contacted, sql, opportunity, won };
  return { at, lostAt, rejectedAt: handed.rejectedAt };
}

function handedWay(handoffs: readonly StepHandoff[]) {
  let mql: number | null = null;
  let sal: number | null = null;
  let rejectedAt: number | null = null;
  let lastAt = -Infinity;
  for (const { at, verdict, verdictAt } of handoffs) {
    mql = mql === null ? at : Math.min(mql, at);
    if (verdict === 'accepted' && verdictAt !== null)
      sal = sal === null ? verdictAt : Math.min(sal, verdictAt);
    if (at < lastAt) continue;
    lastAt = at;
    rejectedAt = verdict === 'rejected' ? verdictAt : null;
  }
  return { mql, sal, rejectedAt, lastAt };
}
