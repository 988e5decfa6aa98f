// What the visitor sees after sending: the first outcome that holds. Decided on what is passed in, which must be
// what this visitor told and never what others told about the same address.
import { compileCondition, joinVocabularies, vocabularyOf } from '@baton/rules';
import type { Catalogue, Facts, Vocabulary } from '@baton/rules';
import { withCarried } from './outcome-address.ts';
import type { Form, Outcome } from './types.ts';

export type OutcomeContext = {
  /** Whether the lead stands in this tier or above it; without a judgement, never. */
  readonly tierAtOrAbove: (tier: string) => boolean;
  readonly facts: Facts;
};

export type CompiledOutcomes = readonly {
  readonly outcome: Outcome;
  readonly holds: (context: OutcomeContext) => boolean;
}[];

/** What is shown where no outcome holds: the host's own thanks. */
export const defaultOutcome: Outcome = { id: 'sent', show: { kind: 'message' } };

/** What an outcome's condition may read. `behaviours` is null while no agreement says which there are. */
export function outcomeVocabulary(catalogue: Catalogue, behaviours: Iterable<string> | null): Vocabulary {
  if (behaviours !== null)
    return vocabularyOf({ lead: catalogue, behaviour: behaviours, score: true, visit: 'all' });
  return joinVocabularies(vocabularyOf({ lead: catalogue, score: true, visit: 'all' }), (path) =>
    path.startsWith('behaviour.') ? { kind: 'number' } : undefined,
  );
}

/** Builds the conditions of a parsed form's outcomes, and says which answers each takes along. */
export function compileOutcomes(
  form: Pick<Form, 'outcomes' | 'steps'>,
  vocabulary: Vocabulary,
): CompiledOutcomes {
  return form.outcomes.map((outcome) => ({
    outcome: { ...outcome, show: withCarried(form, outcome.show) },
    holds: compileWhen(outcome.when, vocabulary),
  }));
}

/** The first outcome that holds, or the default one. */
export function pickOutcome(outcomes: CompiledOutcomes, context: OutcomeContext): Outcome {
  return outcomes.find(({ holds }) => holds(context))?.outcome ?? defaultOutcome;
}

function compileWhen(when: Outcome['when'], vocabulary: Vocabulary): (context: OutcomeContext) => boolean {
  if (when && 'tier' in when) return ({ tierAtOrAbove }) => tierAtOrAbove(when.tier);
  const holds = compileCondition(when ?? null, vocabulary);
  return ({ facts }) => holds(facts);
}
