import type { Catalogue, Facts, Vocabulary } from '@baton/rules';
import type { Form, Outcome } from './types.ts';

export type CompiledOutcomes = readonly {
  readonly outcome: Outcome;
  readonly holds: (context: OutcomeContext) => boolean;
}[];

export type OutcomeContext = {
  /** Whether the lead stands in this tier or above it; without a judgement, never. */
  readonly tierAtOrAbove: (tier: string) => boolean;
  readonly facts: Facts;
};

/** Shown when a form has no outcome that holds: the host's own thanks. */
export declare const defaultOutcome: Outcome;
/** What an outcome's condition may read: lead, behaviour, score and visit. */
export declare function outcomeVocabulary(catalogue: Catalogue, behaviours: Iterable<string>): Vocabulary;
export declare function compileOutcomes(form: Form, vocabulary: Vocabulary): CompiledOutcomes;
/** The first outcome that holds. */
export declare function pickOutcome(outcomes: CompiledOutcomes, context: OutcomeContext): Outcome;
