// What a form shows after sending. Refuses an outcome that no visitor could reach because one before it always
// holds, and addresses that a visitor must not be sent to.
import * as z from 'zod';
import { parseCondition } from '@baton/rules';
import type { Condition, Path, Vocabulary } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { isRedirect } from './addresses.ts';
import { partId } from './fields/config.ts';
import { readPart } from './report.ts';
import type { Report } from './report.ts';
import type { Outcome, Show } from './types.ts';

/** The schema of each kind of showing. */
const showConfigs = {
  message: () =>
    z.looseObject({
      kind: z.literal('message'),
      title: z.string().max(500).exactOptional(),
      text: z.string().max(10_000).exactOptional(),
    }),
  redirect: () =>
    z.looseObject({
      kind: z.literal('redirect'),
      url: z.string().max(2000).refine(isRedirect, { error: 'not_a_safe_address' }),
    }),
} satisfies Record<Show['kind'], () => z.ZodType<Show>>;

const tierConfig = () => z.looseObject({ tier: z.string() });

/** An outcome's schema with what is told apart by its kind. */
export const outcomeConfig = () =>
  z.looseObject({
    id: partId(),
    when: z.unknown().exactOptional(),
    show: z.discriminatedUnion('kind', [showConfigs.message(), showConfigs.redirect()]),
  });

/** The outcomes in order; what cannot be used is left out and its faults are in the report. */
export function parseOutcomes(
  inputs: readonly unknown[],
  vocabulary: Vocabulary,
  tiers: ReadonlySet<string> | null,
  report: Report,
): readonly Outcome[] {
  const ids = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = ['outcomes', index];
    const draft = readPart(outcomeConfig(), input, at, report);
    const when = isRecord(input) && Object.hasOwn(input, 'when') ? input['when'] : undefined;
    if ((when === undefined || when === null) && index < inputs.length - 1) {
      report.issues.push({ code: 'not_last', path: [...at, 'when'] });
    }
    const decided = readWhen(when, [...at, 'when'], vocabulary, tiers, report);
    if (!draft) continue;
    if (ids.has(draft.id)) report.issues.push({ code: 'duplicate_id', path: [...at, 'id'] });
    ids.add(draft.id);
    const { when: _, ...rest } = draft;
    outcomes.push(when === undefined ? rest : { ...rest, when: decided });
  }
  return outcomes;
}

function readWhen(
  input: unknown,
  at: Path,
  vocabulary: Vocabulary,
  tiers: ReadonlySet<string> | null,
  report: Report,
): { readonly tier: string } | Condition {
  if (isRecord(input) && Object.hasOwn(input, 'tier')) {
    const named = readPart(tierConfig(), input, at, report);
    if (named && tiers !== null && !tiers.has(named.tier)) {
      report.issues.push({ code: 'unknown_tier', path: [...at, 'tier'], params: { tier: named.tier } });
    }
    return named ?? null;
  }
  const parsed = parseCondition(input, vocabulary, at);
  if (parsed.ok) return parsed.value;
  report.issues.push(...parsed.issues);
  return null;
}
