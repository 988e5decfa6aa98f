// What a look at a whole agreement finds: terms that can never matter, and people who cannot do what is asked of them.
import type { Path } from '@baton/rules';

/** Codes of findings that keep an agreement from doing what it says. */
const errorCodes = [
  'attribute_gone',
  'behaviour_gone',
  'disqualifier_always_holds',
  'disqualifies_everybody',
  'never_open',
  'option_gone',
  'person_unknown',
  'requires_never_holds',
  'team_empty',
  'team_unknown',
  'threshold_unreachable',
] as const;

/** Codes of findings that are worth a second look. */
const warningCodes = [
  'behaviour_reaches_threshold',
  'capacity_below_past',
  'definition_points_differ',
  'disqualifier_never_holds',
  'escalations_together',
  'fallback_away',
  'follow_up_over_a_week',
  'follow_up_slower_above',
  'never_held',
  'option_without_owner',
  'points_never_count',
  'route_never_holds',
  'route_shadowed',
  'rule_never_holds',
  'team_away',
  'tier_unreachable',
] as const;

/** Every code that a look at a whole agreement can tell, for hosts that put words to them. */
export const termsFindingCodes = [...errorCodes, ...warningCodes] as const;

export type TermsFindingCode = (typeof termsFindingCodes)[number];

export type TermsFinding = {
  readonly code: TermsFindingCode;
  readonly severity: 'error' | 'warning';
  /** Where it stands in the document, by positions. */
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number>>;
};

const errors: ReadonlySet<string> = new Set(errorCodes);

/** A finding of this code; how bad it is, the code says. */
export function termsFinding(
  code: TermsFindingCode,
  path: Path,
  params: TermsFinding['params'] = {},
): TermsFinding {
  return { code, severity: errors.has(code) ? 'error' : 'warning', path, params };
}
