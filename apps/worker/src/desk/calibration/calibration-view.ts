// What was counted, as it is kept and answered: the curve of the agreement in force, what its rules of today were worth, and
// the card that outcomes propose, or why they propose none.
import { dimensionIds, type Agreement, type DimensionId } from '@baton/agreement';
import {
  auc,
  aucInterval,
  cardCurve,
  thresholdCurve,
  valueAWeek,
  wilson,
  type Calibration,
  type CurvePoint,
  type Interval,
  type Ranked,
  type ScoreCounts,
  type Scorecard,
  type Worth,
} from '@baton/calibration';
import type { Catalogue } from '@baton/rules';
import { behaviourToday, besideToday } from './beside-today.ts';
import type { Asked } from './calibration-run.ts';
import type { WonAmount } from './read-handoffs.ts';

/** What a run has counted. */
export type Gathered = {
  readonly now: number;
  readonly version: number;
  /** ms; null: nothing has to be waited for, or too few have come there. */
  readonly usual: number | null;
  readonly leads: {
    readonly known: number;
    readonly hits: number;
    readonly open: number;
    readonly young: number;
  };
  readonly sampled: { readonly taken: number; readonly of: number } | null;
  readonly weeks: number;
  /** One lead in so many was read. */
  readonly every: number;
  readonly known: ScoreCounts;
  readonly volume: ReadonlyMap<number, number>;
  readonly draftVolume: ReadonlyMap<number, number>;
  readonly today: ReadonlyMap<string, { readonly leads: number; readonly hits: number }>;
  readonly amounts: readonly WonAmount[];
  readonly wonOfHits: { readonly of: number; readonly won: number };
};

type Value = { readonly low: number; readonly middle: number; readonly high: number } | null;
type ValuedPoint = CurvePoint & { readonly value: Value };

type TodayRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly points: number;
  /** Of the leads whose outcome is known, those whom it gave points, and how many of them had the outcome. */
  readonly leads: number;
  readonly hits: number;
};

type ProposedRule = {
  readonly id: string;
  readonly says: string;
  readonly dimension: DimensionId;
  readonly kind: 'rule' | 'behaviour';
  /** Of a behaviour: each time. */
  readonly points: number;
  readonly atMost: number | null;
  readonly interval: Interval;
  /** What it gives today; of a behaviour, each time. */
  readonly present: number;
  readonly presentAtMost: number | null;
  readonly leads: number;
  readonly hits: number;
  /** How many times the share of all leads. */
  readonly lift: number;
};

type Proposal =
  | {
      readonly kind: 'too_few';
      readonly hits: number;
      readonly others: number;
      readonly least: { readonly each: number; readonly all: number };
    }
  | { readonly kind: 'no_evidence'; readonly heldBack: Ranked; readonly drift: Drift | null }
  | {
      readonly kind: 'card';
      readonly rules: readonly ProposedRule[];
      /** False: only what people did tells them apart, and by that alone nobody is handed over. */
      readonly grounded: boolean;
      readonly best: number;
      readonly heldBack: Ranked;
      readonly curve: readonly ValuedPoint[];
      readonly drift: Drift | null;
    };

type Drift = {
  readonly before: number;
  readonly after: number;
  readonly apart: number;
  readonly hasMoved: boolean;
};

export type CalibrationView = {
  readonly outcome: Asked['outcome'];
  readonly at: string;
  /** The version that was in force. */
  readonly agreement: number;
  readonly leads: Gathered['leads'];
  readonly share: { readonly of: number; readonly interval: Interval } | null;
  /** Days from handoff to outcome, within which nine in ten come there. */
  readonly usualDays: number | null;
  readonly sampled: Gathered['sampled'];
  readonly weeks: number;
  readonly worth: {
    readonly from: 'asked' | 'won_leads';
    /** What a lead with the outcome is worth. */
    readonly perHit: number;
    /** Of those who had the outcome, the share that was won; it is part of `perHit`. */
    readonly wonShare: number;
    readonly perWon: number;
    readonly currency: string | null;
    readonly cost: number;
  } | null;
  readonly threshold: number;
  readonly curve: readonly ValuedPoint[];
  readonly rankedToday: { readonly auc: number; readonly interval: Interval | null } | null;
  readonly today: readonly TodayRule[];
  readonly proposal: Proposal;
};

export type CalibrationResult = {
  readonly view: CalibrationView;
  /** What a draft is made of; null: nothing is proposed. */
  readonly card: Scorecard | null;
};

export function calibrationView(
  asked: Asked,
  gathered: Gathered,
  calibration: Calibration,
  agreement: Agreement,
  catalogue: Catalogue,
): CalibrationResult {
  const { leads, known, usual, every } = gathered;
  // What one lead in several says of a week, all of them do.
  const weeks = gathered.weeks / every;
  const threshold = agreement.tiers.find(({ id }) => id === agreement.handoff.tier)?.from ?? 0;
  const worth = worthOf(asked, gathered);
  const valued = (points: readonly CurvePoint[]): ValuedPoint[] =>
    points.map((point) => ({ ...point, value: worth === null ? null : valueAWeek(point, worth) }));
  const ranked = auc(known);
  return {
    view: {
      outcome: asked.outcome,
      at: new Date(gathered.now).toISOString(),
      agreement: gathered.version,
      leads,
      share: shareOf(leads),
      usualDays: usual === null ? null : Math.ceil(usual / 86_400_000),
      sampled: gathered.sampled,
      weeks: gathered.weeks,
      worth,
      threshold,
      curve: valued(thresholdCurve(known, { counts: gathered.volume, weeks }, [threshold])),
      rankedToday: ranked === null ? null : { auc: ranked, interval: aucInterval(known) },
      today: todayRules(agreement, gathered.today),
      proposal: proposalOf(
        calibration,
        valued(
          calibration.kind === 'scorecard'
            ? cardCurve(calibration.thresholds, calibration.counts, { counts: gathered.draftVolume, weeks })
            : [],
        ),
        leads,
        agreement,
        catalogue,
      ),
    },
    card: calibration.kind === 'scorecard' ? calibration.card : null,
  };
}

function shareOf({ known, hits }: Gathered['leads']): CalibrationView['share'] {
  const interval = wilson(hits, known);
  return interval === null ? null : { of: hits / known, interval };
}

/** Null where nobody said what a lead is worth and no won lead has an amount. */
function worthOf({ outcome, value, cost }: Asked, { amounts, wonOfHits }: Gathered) {
  const usual = mostUsed(amounts);
  const perWon = value ?? usual?.mean ?? null;
  if (perWon === null) return null;
  const wonShare = outcome === 'won' ? 1 : wonOfHits.of === 0 ? null : wonOfHits.won / wonOfHits.of;
  if (wonShare === null) return null;
  return {
    from: value === null ? ('won_leads' as const) : ('asked' as const),
    perHit: perWon * wonShare,
    wonShare,
    perWon,
    currency: value === null ? (usual?.currency ?? null) : null,
    cost,
  } satisfies Worth & Record<string, unknown>;
}

/** The mean of the amounts in the currency that most of them are in: what is in others cannot be added to them. */
function mostUsed(
  amounts: readonly WonAmount[],
): { readonly currency: string | null; readonly mean: number } | null {
  const byCurrency = new Map<string, { many: number; sum: number }>();
  for (const { amount, currency } of amounts) {
    const so = byCurrency.get(currency) ?? { many: 0, sum: 0 };
    byCurrency.set(currency, { many: so.many + 1, sum: so.sum + amount });
  }
  const [most] = [...byCurrency].toSorted(
    ([a, one], [b, other]) => other.many - one.many || a.localeCompare(b),
  );
  if (most === undefined) return null;
  const [currency, { many, sum }] = most;
  return { currency: currency === '' ? null : currency, mean: sum / many };
}

function todayRules({ score }: Agreement, counted: Gathered['today']): TodayRule[] {
  const none = { leads: 0, hits: 0 };
  return dimensionIds.flatMap((dimension) =>
    [...score[dimension].rules, ...score[dimension].behaviours].map(({ id, says, points }): TodayRule => ({
      id,
      says,
      dimension,
      points,
      ...(counted.get(id) ?? none),
    })),
  );
}

function proposalOf(
  calibration: Calibration,
  curve: readonly ValuedPoint[],
  leads: Gathered['leads'],
  agreement: Agreement,
  catalogue: Catalogue,
): Proposal {
  switch (calibration.kind) {
    case 'too_few': {
      const { won, lost, least } = calibration;
      return { kind: 'too_few', hits: won, others: lost, least };
    }
    case 'no_evidence':
      return { kind: 'no_evidence', heldBack: calibration.heldBack, drift: calibration.drift };
    case 'scorecard': {
      const { card, heldBack, drift } = calibration;
      const rules = proposedRules(card, leads, agreement, catalogue);
      return {
        kind: 'card',
        rules,
        grounded: rules.some(({ kind, dimension }) => kind === 'rule' && dimension !== 'engagement'),
        best: card.max.fit + card.max.engagement + card.max.intent,
        heldBack,
        curve,
        drift,
      };
    }
  }
}

function proposedRules(
  card: Scorecard,
  { known, hits }: Gathered['leads'],
  agreement: Agreement,
  catalogue: Catalogue,
): ProposedRule[] {
  const beside = besideToday(agreement, catalogue);
  const overall = known === 0 ? 0 : hits / known;
  const liftOf = (rule: { readonly leads: number; readonly won: number }): number =>
    rule.leads === 0 || overall === 0 ? 0 : rule.won / rule.leads / overall;
  const rules = card.rules.map((rule): ProposedRule => {
    const { id, says, dimension, points, interval, leads, won } = rule;
    return {
      id,
      says,
      dimension,
      kind: 'rule',
      points,
      atMost: null,
      interval,
      present: beside(rule).present,
      presentAtMost: null,
      leads,
      hits: won,
      lift: liftOf(rule),
    };
  });
  const behaviours = card.behaviours.map((behaviour): ProposedRule => {
    const { id, says, points, atMost, interval, leads, won } = behaviour;
    const today = behaviourToday(agreement, id);
    return {
      id,
      says,
      dimension: today?.dimension ?? 'engagement',
      kind: 'behaviour',
      points,
      atMost,
      interval,
      present: today?.points ?? 0,
      presentAtMost: today?.atMost ?? null,
      leads,
      hits: won,
      lift: liftOf(behaviour),
    };
  });
  return [...rules, ...behaviours].toSorted(
    (one, other) => (other.atMost ?? other.points) - (one.atMost ?? one.points),
  );
}
