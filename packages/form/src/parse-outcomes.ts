// What a form shows after sending. Refuses an outcome that no visitor could reach because one before it always
// holds, addresses that a visitor must not be sent to, and sensitive answers in an address.
import * as z from 'zod';
import { parseCondition } from '@baton/rules';
import type { Condition, Path, Vocabulary } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { isRedirect, isSecure } from './addresses.ts';
import { fieldId, partId, words } from './fields/config.ts';
import { hasParameter, mayBeCarried } from './outcome-address.ts';
import { readPart } from './report.ts';
import type { Report } from './report.ts';
import type { Field, Outcome, Show } from './types.ts';

const address = (isAllowed: (text: string) => boolean) =>
  z.string().max(2000).refine(isAllowed, { error: 'not_a_safe_address' });
const shownWords = () => ({
  title: z.string().max(500).exactOptional(),
  text: z.string().max(10_000).exactOptional(),
});
const label = () => words(500).exactOptional();
const carried = () => z.record(words(100), fieldId()).exactOptional();

/** The schema of each kind of showing. */
const showConfigs = {
  message: () => z.looseObject({ kind: z.literal('message'), ...shownWords() }),
  redirect: () => z.looseObject({ kind: z.literal('redirect'), url: address(isRedirect), fields: carried() }),
  booking: () =>
    z.looseObject({
      kind: z.literal('booking'),
      url: address(isSecure),
      ...shownWords(),
      label: label(),
      inline: z.boolean().exactOptional(),
      fields: carried(),
    }),
  download: () =>
    z.looseObject({
      kind: z.literal('download'),
      url: address(isSecure),
      ...shownWords(),
      label: label(),
    }),
} satisfies Record<Show['kind'], () => z.ZodType<Show>>;

const tierConfig = () => z.looseObject({ tier: z.string() });

/** An outcome's schema with what is told apart by its kind. */
export const outcomeConfig = () =>
  z.looseObject({
    id: partId(),
    when: z.unknown().exactOptional(),
    show: z.discriminatedUnion('kind', [
      showConfigs.message(),
      showConfigs.redirect(),
      showConfigs.booking(),
      showConfigs.download(),
    ]),
  });

/** What outcomes speak of. */
export type OutcomeSurroundings = {
  readonly vocabulary: Vocabulary;
  /** Null: any tier may be named. */
  readonly tiers: ReadonlySet<string> | null;
  /** By their ids; null: not all of them could be read, and any may be named. */
  readonly fields: ReadonlyMap<string, Field> | null;
  readonly report: Report;
};

/** The outcomes in order; what cannot be used is left out and its faults are in the report. */
export function parseOutcomes(inputs: readonly unknown[], around: OutcomeSurroundings): readonly Outcome[] {
  const { report } = around;
  const ids = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const [index, input] of inputs.entries()) {
    const at = ['outcomes', index];
    const draft = readPart(outcomeConfig(), input, at, report);
    const when = isRecord(input) && Object.hasOwn(input, 'when') ? input['when'] : undefined;
    if ((when === undefined || when === null) && index < inputs.length - 1) {
      report.issues.push({ code: 'not_last', path: [...at, 'when'] });
    }
    const decided = readWhen(when, [...at, 'when'], around);
    if (!draft) continue;
    if (ids.has(draft.id)) report.issues.push({ code: 'duplicate_id', path: [...at, 'id'] });
    ids.add(draft.id);
    checkCarried(draft.show, [...at, 'show'], around);
    const { when: _, ...rest } = draft;
    outcomes.push(when === undefined ? rest : { ...rest, when: decided });
  }
  return outcomes;
}

function readWhen(
  input: unknown,
  at: Path,
  { vocabulary, tiers, report }: OutcomeSurroundings,
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

/** Only answers that are there for others to see may stand in an address, and each parameter once. */
function checkCarried(show: Show, at: Path, { fields, report }: OutcomeSurroundings): void {
  if (!('fields' in show)) return;
  for (const [parameter, id] of Object.entries(show.fields ?? {})) {
    const path = [...at, 'fields', parameter];
    const field = fields?.get(id);
    if (hasParameter(show.url, parameter)) report.issues.push({ code: 'parameter_taken', path });
    if (fields && !field) report.issues.push({ code: 'unknown_field', path, params: { field: id } });
    if (field && !mayBeCarried(field)) {
      report.issues.push({ code: 'not_for_address', path, params: { field: id } });
    }
  }
}
