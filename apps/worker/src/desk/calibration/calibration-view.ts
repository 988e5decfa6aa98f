// What was counted, as it is kept and answered: the curve of the agreement in force, what its rules of today were worth, and
// the card that outcomes propose, or why they propose none.
import { dimensionIds, type Agreement } from '@baton/agreement';
import {
  auc,
  aucInterval,
  cardCurve,
  thresholdCurve,
  valueAWeek,
  wilson,
  type Calibration,
  type CurvePoint,
  type Scorecard,
} from '@baton/calibration';
import type { Catalogue } from '@baton/rules';
import { behaviourToday, besideToday } from './beside-today.ts';
import type {
  CalibrationResult,
  CalibrationView,
  Gathered,
  Proposal,
  ProposedRule,
  TodayRule,
  ValuedPoint,
} from './calibration-result.ts';
import type { Asked } from './calibration-run.ts';
import type { WonAmount } from './read-handoffs.ts';

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
    points.map((point) => ({
      ...point,
      value: worth.perHit === null ? null : valueAWeek(point, { perHit: worth.perHit, cost: worth.cost }),
    }));
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
      curve: valued(thresholdCurve(known, { counts: gathered.volume, weeks }, threshold)),
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

function worthOf(
  { outcome, value, cost }: Asked,
  { amounts, wonOfHits }: Gathered,
): CalibrationView['worth'] {
  const usual = mostUsed(amounts);
  const perWon = value ?? usual?.mean ?? null;
  const wonShare = outcome === 'won' ? 1 : wonOfHits.of === 0 ? null : wonOfHits.won / wonOfHits.of;
  return {
    from: value !== null ? 'asked' : usual === null ? null : 'won_leads',
    perWon,
    wonShare,
    perHit: perWon === null || wonShare === null ? null : perWon * wonShare,
    currency: usual?.currency ?? null,
    cost,
  };
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
