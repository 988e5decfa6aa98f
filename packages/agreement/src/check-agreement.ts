// What must hold between the parts of an agreement: every score has a tier, every handoff a deadline. A part that
// is absent because it is broken is not held against the others.
import type { Issue, Path } from '@baton/rules';
import type { Agreement, Tier } from './agreement-schema.ts';
import { dimensionIds } from './behaviours.ts';
import type { Person } from './people.ts';
import { signatureRefusal } from './signature.ts';

export type Findings = { readonly issues: readonly Issue[]; readonly warnings: readonly Issue[] };

type Parts = { readonly [K in keyof Agreement]?: Agreement[K] | undefined };
type Found = readonly Issue[];
/** Null: whose signatures count is not asked. */
type People = ReadonlyMap<string, Person> | null;

/** @param at the path of the document, before every path. */
export function checkAgreement(parts: Parts, people: People, at: Path): Findings {
  const placed = ({ path, ...rest }: Issue): Issue => ({ ...rest, path: [...at, ...path] });
  const issues = [...checkTiers(parts), ...checkHandoff(parts), ...checkOpenings(parts)];
  const warnings = [...checkBlames(parts), ...checkSignatures(parts, people), ...idleEscalations(parts)];
  return { issues: issues.map(placed), warnings: warnings.map(placed) };
}

function checkTiers({ tiers }: Parts): Found {
  if (tiers === undefined) return [];
  const issues: Issue[] = [];
  const froms = new Set<number>();
  tiers.forEach(({ from }, index) => {
    if (froms.has(from))
      issues.push({ code: 'duplicate_from', path: ['tiers', index, 'from'], params: { from } });
    froms.add(from);
  });
  // No score is below 0.
  if (!tiers.some(({ from }) => from <= 0)) issues.push({ code: 'no_lowest_tier', path: ['tiers'] });
  return issues;
}

function checkHandoff({ tiers, handoff }: Parts): Found {
  if (tiers === undefined || handoff === undefined) return [];
  const threshold = tiers.find(({ id }) => id === handoff.tier);
  if (threshold === undefined) return [unknown('unknown_tier', ['handoff', 'tier'], handoff.tier)];
  const isLate = (tier: Tier): boolean => tier.from >= threshold.from && tier.followUp === undefined;
  return tiers.flatMap((tier, index) =>
    isLate(tier)
      ? { code: 'follow_up_missing', path: ['tiers', index, 'followUp'], params: { id: tier.id } }
      : [],
  );
}

function checkOpenings({ tiers, hours }: Parts): Found {
  if (hours === undefined || tiers?.some(({ followUp }) => followUp !== undefined) !== true) return [];
  const { mon, tue, wed, thu, fri, sat, sun } = hours.week;
  const isOpen = [mon, tue, wed, thu, fri, sat, sun].some((day) => day.length > 0);
  return isOpen ? [] : [{ code: 'never_open', path: ['hours', 'week'] }];
}

function idleEscalations({ escalate = [] }: Parts): Found {
  return escalate.flatMap(({ tell, reassign }, index) =>
    tell === undefined && !reassign ? { code: 'does_nothing', path: ['escalate', index] } : [],
  );
}

function checkBlames({ rejections, score, disqualify }: Parts): Found {
  if (rejections === undefined || score === undefined || disqualify === undefined) return [];
  const contributions = dimensionIds.flatMap((id) => [score[id].rules, score[id].behaviours].flat());
  const rules = new Set([...contributions, ...disqualify].map(({ id }) => id));
  return rejections.flatMap(({ blames }, index) =>
    blames.flatMap((id, position) =>
      rules.has(id) ? [] : unknown('unknown_rule', ['rejections', index, 'blames', position], id),
    ),
  );
}

function checkSignatures({ signatures = [] }: Parts, people: People): Found {
  if (people === null) return [];
  return signatures.flatMap((signature, index) => {
    const code = signatureRefusal(signature, people);
    return code === null ? [] : { code, path: ['signatures', index, 'by'], params: { by: signature.by } };
  });
}

function unknown(code: string, path: Path, id: string): Issue {
  return { code, path, params: { id } };
}
