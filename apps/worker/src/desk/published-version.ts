// A version of a form made ready: its conditions and outcomes compiled, what it asks of whom, and whose lead an answer is.
import {
  compileLogic,
  compileOutcomes,
  formLogic,
  identityField,
  outcomeVocabulary,
  planAsking,
  withConsent,
  type AskPlan,
  type CompiledLogic,
  type CompiledOutcomes,
  type Form,
  type Logic,
} from '@baton/form';
import type { Catalogue } from '@baton/rules';
import { fieldDemands, type FieldDemands } from './take-answers.ts';

/** A version as it is served, filled in and read. */
export type PublishedVersion = {
  readonly form: Form;
  readonly version: number;
  readonly logic: Logic;
  readonly compiled: CompiledLogic;
  readonly outcomes: CompiledOutcomes;
  /** The field that says whose lead a submission is. */
  readonly identity: string;
  /** What somebody is asked of whom nothing is known. */
  readonly firstPlan: AskPlan;
  /** Attribute id by field id. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What only the worker asks of the answers. */
  readonly demands: FieldDemands;
  readonly hash: string;
};

/** A version that may not be publishable yet. */
export type UncheckedVersion = Omit<PublishedVersion, 'identity'> & {
  /** Null: it has no field that would always say whose lead a submission is. */
  readonly identity: string | null;
};

/** @param parsed read among `context` */
export function versionOf(
  parsed: Form,
  context: { readonly catalogue: Catalogue; readonly behaviours: readonly string[] | null },
  { version, hash }: Pick<PublishedVersion, 'version' | 'hash'>,
): UncheckedVersion {
  const form = withConsent(parsed);
  const logic = formLogic(form, context.catalogue);
  const fields = form.steps.flatMap((step) => step.fields);
  return {
    form,
    version,
    logic,
    compiled: compileLogic(logic),
    outcomes: compileOutcomes(form, outcomeVocabulary(context.catalogue, context.behaviours)),
    identity: identityField(form)?.id ?? null,
    firstPlan: planAsking(form, logic, {}),
    attributes: new Map(
      fields.flatMap((field) =>
        field.attribute === undefined ? [] : [[field.id, field.attribute] as const],
      ),
    ),
    demands: fieldDemands(form),
    hash,
  };
}
