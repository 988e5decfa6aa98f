import type { Logic, VisitFacts } from './types.ts';

/** A form's logic made ready to decide often. Opaque. */
export type CompiledLogic = { readonly logic: Logic };

/** What was decided for this visitor before they answered. */
export type Asking = {
  /** Fields that are not asked: they bind nothing. */
  readonly skipped?: ReadonlySet<string>;
  /** Fields whose `shownWhen` the worker decided to hold, from answers that this browser may not see. */
  readonly asked?: ReadonlySet<string>;
};

export declare function compileLogic(logic: Logic): CompiledLogic;

/** Ids of the fields that are shown. One pass in order; a hidden field's answer is missing for later ones. */
export declare function visibleFields(
  logic: CompiledLogic,
  answers: Readonly<Record<string, unknown>>,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
): ReadonlySet<string>;

/** The same by position in the form, without building a set. `into` is filled and returned. */
export declare function visibility(
  logic: CompiledLogic,
  answers: Readonly<Record<string, unknown>>,
  visit: VisitFacts,
  asked?: ReadonlySet<string>,
  into?: boolean[],
): boolean[];

/** Ids of the steps that have something to show, in order. */
export declare function visibleSteps(
  logic: CompiledLogic,
  answers: Readonly<Record<string, unknown>>,
  visit: VisitFacts,
  asking?: Asking,
): readonly string[];
