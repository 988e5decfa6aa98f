// A card as an agreement, or another threshold alone: the one in force with other points. Conditions become rules of fit and intent, what people do
// keeps its place and gets its points, each dimension has room for all of them, and the tiers stand about the threshold as
// they did. Whatever else was agreed stays as it is: what disqualifies, who gets whom, hours, promises.
import { compileAgreement, dimensionIds, parseAgreement, type Agreement, type Judge } from '@baton/agreement';
import type { Scorecard } from '@baton/calibration';
import { conditionFields, type Issue } from '@baton/rules';
import { isRecord } from '../sql.ts';
import type { Reading } from '../terms/lead-stories.ts';
import { besideToday, mostOf } from './beside-today.ts';

/** What is kept of a card: all that a draft is made of. */
export type KeptCard = Scorecard;

export type DraftMade =
  | { readonly ok: true; readonly document: Record<string, unknown>; readonly agreement: Agreement }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * @param from the threshold, on the card's own scale
 * Null: no agreement is in force.
 */
export function draftOfCard(context: Reading, card: KeptCard, from: number): DraftMade | null {
  const { documents } = context;
  const standing = documents.standing();
  if (standing === null || standing.state !== 'in_force' || !isRecord(standing.source)) return null;
  const { catalogue, people, teams } = documents.all();
  const { signatures: _, ...source } = standing.source;
  const agreement = standing.value;
  const rules = rulesOf(card, agreement, context);
  const document = {
    ...source,
    score: scoreOf(source['score'], card, agreement, rules),
    tiers: tiersOf(source['tiers'], card, agreement, from),
    ...(Array.isArray(source['rejections']) && {
      rejections: rejectionsOf(source['rejections'], agreement, rules),
    }),
  };
  const parsed = parseAgreement(document, { catalogue, people, teams });
  return parsed.ok ? { ok: true, document, agreement: parsed.value } : { ok: false, issues: parsed.issues };
}

/** The agreement in force with another threshold: tiers that it would meet make way for it. Null as above. */
export function draftOfThreshold(context: Reading, from: number): DraftMade | null {
  const { documents } = context;
  const standing = documents.standing();
  if (standing === null || standing.state !== 'in_force' || !isRecord(standing.source)) return null;
  const { catalogue, people, teams } = documents.all();
  const { signatures: _, ...source } = standing.source;
  const { tiers, handoff } = standing.value;
  const before = tiers.find(({ id }) => id === handoff.tier)?.from ?? 0;
  const places = new Map([[handoff.tier, from]]);
  let last = from;
  for (const tier of tiers.filter((one) => one.from > before).toSorted((a, b) => a.from - b.from)) {
    last = Math.max(last + 1, tier.from);
    places.set(tier.id, last);
  }
  last = from;
  for (const tier of tiers.filter((one) => one.from < before).toSorted((a, b) => b.from - a.from)) {
    // The lowest one takes in whoever is left.
    last = tier.from <= 0 ? tier.from : Math.max(Math.min(last - 1, tier.from), last / 2);
    places.set(tier.id, last);
  }
  const document = {
    ...source,
    tiers: listOf(source['tiers']).map((tier) => ({ ...tier, from: places.get(idOf(tier)) ?? tier['from'] })),
  };
  const parsed = parseAgreement(document, { catalogue, people, teams });
  return parsed.ok ? { ok: true, document, agreement: parsed.value } : { ok: false, issues: parsed.issues };
}

/** The card ready to judge, for counting; null where it could not run. */
export function draftJudge(context: Reading, card: KeptCard): Judge | null {
  const made = draftOfCard(context, card, 1);
  if (made === null || !made.ok) return null;
  return compileAgreement(made.agreement, context.documents.all().catalogue);
}

type NamedRule = {
  readonly id: string;
  readonly dimension: 'fit' | 'engagement' | 'intent';
  readonly field: string;
  readonly says: string;
  readonly points: number;
  readonly when: unknown;
  /** The rule of today that holds of the same leads: it goes on under its name. */
  readonly same: string | null;
};

/** Every rule of the card with an id that no other has. */
function rulesOf(card: KeptCard, agreement: Agreement, { documents }: Reading): NamedRule[] {
  const beside = besideToday(agreement, documents.all().catalogue);
  const taken = new Set<string>(
    dimensionIds.flatMap((id) => agreement.score[id].behaviours.map((one) => one.id)),
  );
  const sames = card.rules.map((rule) => beside(rule).same);
  for (const same of sames) if (same !== null) taken.add(same);
  return card.rules.map((rule, place): NamedRule => {
    const same = sames[place] ?? null;
    const { dimension, field, says, points, when } = rule;
    const id = same ?? freeId(rule.id, taken);
    taken.add(id);
    return { id, dimension, field, says, points, when, same };
  });
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let more = 2; taken.has(id); more += 1) id = `${wanted}_${more}`;
  return id;
}

function scoreOf(
  source: unknown,
  card: KeptCard,
  agreement: Agreement,
  rules: readonly NamedRule[],
): Record<string, unknown> {
  const before = isRecord(source) ? source : {};
  return {
    ...before,
    ...Object.fromEntries(
      dimensionIds.map((dimension) => {
        const kept = isRecord(before[dimension]) ? before[dimension] : {};
        const known = listOf(kept['rules']);
        const most = mostOf(card, agreement, dimension);
        return [
          dimension,
          {
            ...kept,
            max: Math.max(agreement.score[dimension].max, most),
            rules: rules
              .filter((rule) => rule.dimension === dimension)
              .map(({ id, says, points, when, same }) => {
                const stands = same === null ? undefined : known.find((one) => idOf(one) === same);
                return stands === undefined ? { id, says, points, when } : { ...stands, points };
              }),
            behaviours: listOf(kept['behaviours']).map((behaviour) => {
              const found = card.behaviours.find(({ id }) => id === idOf(behaviour));
              return found === undefined
                ? { ...behaviour, points: 0 }
                : { ...behaviour, points: found.points, atMost: found.atMost };
            }),
          },
        ];
      }),
    ),
  };
}

/** Each tier as far below or above the threshold as it was, on the new scale. */
function tiersOf(source: unknown, card: KeptCard, agreement: Agreement, from: number): unknown[] {
  const { tiers, handoff, score } = agreement;
  const threshold = tiers.find(({ id }) => id === handoff.tier)?.from ?? 0;
  const top = dimensionIds.reduce((sum, id) => sum + score[id].max, 0);
  const best = Math.max(from + 1, card.max.fit + card.max.engagement + card.max.intent);
  const sorted = tiers.toSorted((one, other) => one.from - other.from);
  const below = sorted.filter((tier) => tier.from > 0 && tier.from < threshold);
  const places = new Map<string, number>();
  for (const tier of sorted) if (tier.from <= 0) places.set(tier.id, tier.from);
  below.forEach((tier, index) => {
    const wanted = Math.round((tier.from / threshold) * from);
    const [least, most] = [index + 1, from - (below.length - index)];
    places.set(
      tier.id,
      most < least ? (from * (index + 1)) / (below.length + 1) : clamp(wanted, least, most),
    );
  });
  places.set(handoff.tier, from);
  let last = from;
  for (const tier of sorted.filter((one) => one.from > threshold)) {
    const share = top > threshold ? (tier.from - threshold) / (top - threshold) : 1;
    last = Math.max(last + 1, from + Math.round(Math.min(1, share) * (best - from)));
    places.set(tier.id, last);
  }
  return listOf(source).map((tier) => ({ ...tier, from: places.get(idOf(tier)) ?? tier['from'] }));
}

/** What a reason blames and is no more, becomes what reads the same now. */
function rejectionsOf(
  source: readonly unknown[],
  agreement: Agreement,
  rules: readonly NamedRule[],
): unknown[] {
  const still = new Set([
    ...rules.map(({ id }) => id),
    ...agreement.disqualify.map(({ id }) => id),
    ...dimensionIds.flatMap((id) => agreement.score[id].behaviours.map((one) => one.id)),
  ]);
  const fieldsOf = new Map(
    dimensionIds.flatMap((id) =>
      agreement.score[id].rules.map((rule) => [rule.id, conditionFields(rule.when)] as const),
    ),
  );
  return listOf(source).map((rejection) => {
    const { blames } = rejection;
    if (!Array.isArray(blames)) return rejection;
    const now = blames.flatMap((blamed: unknown): unknown[] => {
      if (typeof blamed !== 'string' || still.has(blamed) || !fieldsOf.has(blamed)) return [blamed];
      const fields = fieldsOf.get(blamed) ?? [];
      return rules.filter(({ field }) => fields.includes(field)).map(({ id }) => id);
    });
    return { ...rejection, blames: [...new Set(now)] };
  });
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function idOf({ id }: Record<string, unknown>): string {
  return typeof id === 'string' ? id.trim() : '';
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
