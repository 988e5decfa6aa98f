// Reads a whole form as a careful colleague would and tells what they would stumble over. It judges only what is sure:
// where answers are too many to try, it is silent.
import type { Catalogue } from '@baton/rules';
import { documentLogic } from '../form-logic.ts';
import { missingTranslations } from '../translations.ts';
import type { DocumentLogic, Field, Form } from '../types.ts';
import { checkConditions } from './conditions.ts';
import { finding, type Finding } from './finding.ts';
import { placedFields } from './places.ts';
import { partFor, search, type Budget } from './search.ts';

export { findingCodes } from './finding.ts';

/** More questions at once than most people answer. */
const mostQuestions = 7;

/** Fields and rules decided for one form, over all combinations of answers that are tried. */
const mostDecisions = 2_000_000;

/** What the form stands among. */
export type CheckContext = {
  readonly catalogue: Catalogue;
  /** Ids of the agreement's tiers, the best first; null: there is no agreement. */
  readonly tiers: readonly string[] | null;
};

/** Everything that is found in a parsed form, in the order of the document. */
export function checkForm(form: Form, { catalogue, tiers }: CheckContext): readonly Finding[] {
  const logic = documentLogic(form, catalogue);
  const budget = { decisions: mostDecisions };
  return [
    ...checkSteps(form, logic, budget),
    ...checkConditions(form, logic, budget),
    ...checkAttributes(form, logic, budget),
    ...checkProfiling(form),
    ...checkOutcomes(form, tiers),
    ...checkTranslations(form),
  ];
}

function checkSteps({ steps, profiling }: Form, logic: DocumentLogic, budget: Budget): readonly Finding[] {
  return steps.flatMap(({ fields, title }, index) => {
    const at = ['steps', index];
    if (fields.length === 0) return [finding('empty_step', at, { step: title })];
    const questions = fields.filter(({ kind }) => kind !== 'hidden' && kind !== 'statement');
    const count = mostAtOnce(questions, profiling.maxProgressive, logic, budget);
    return count > mostQuestions
      ? [finding('too_many_questions', at, { step: title, count, most: mostQuestions })]
      : [];
  });
}

/** The most of these fields that one visitor is asked together, as far as it is sure. */
function mostAtOnce(
  fields: readonly Field[],
  maxProgressive: number,
  logic: DocumentLogic,
  budget: Budget,
): number {
  const ids = fields.map(({ id }) => id);
  let most = 0;
  search(partFor(logic, ids), budget, (shown) => {
    const asked = fields.filter(({ id }) => shown.has(id));
    const queued = asked.filter(({ ask }) => ask === 'progressive').length;
    most = Math.max(most, asked.length - queued + Math.min(queued, maxProgressive));
    return asked.length === fields.length;
  });
  return most;
}

/** Two fields that ask one visitor for the same: the later answer would silently win. */
function checkAttributes({ steps }: Form, logic: DocumentLogic, budget: Budget): readonly Finding[] {
  const asking = new Map<string, readonly Field[]>();
  const found: Finding[] = [];
  for (const [index, step] of steps.entries()) {
    for (const { field, path } of placedFields(step, ['steps', index])) {
      if (field.attribute === undefined) continue;
      const earlier = asking.get(field.attribute) ?? [];
      const rival = earlier.find(({ id }) => areShownTogether(logic, budget, id, field.id));
      if (rival) {
        const params = { attribute: field.attribute, field: field.label, other: rival.label };
        found.push(finding('attribute_twice', [...path, 'attribute'], params));
      }
      asking.set(field.attribute, [...earlier, field]);
    }
  }
  return found;
}

function areShownTogether(logic: DocumentLogic, budget: Budget, one: string, other: string): boolean {
  return (
    search(partFor(logic, [one, other]), budget, (shown) => shown.has(one) && shown.has(other)) === 'found'
  );
}

function checkProfiling({ profiling, steps }: Form): readonly Finding[] {
  const waits = steps.some(({ fields }) => fields.some(({ ask }) => ask === 'progressive'));
  return waits && profiling.maxProgressive === 0
    ? [finding('progressive_never_asked', ['profiling', 'maxProgressive'])]
    : [];
}

/** The first outcome that holds is shown, so one for a better tier must stand before one for a lesser. */
function checkOutcomes({ outcomes }: Form, tiers: readonly string[] | null): readonly Finding[] {
  let taken = -1;
  return outcomes.flatMap(({ id, when }, index) => {
    if (tiers === null || !when || !('tier' in when)) return [];
    const rank = tiers.indexOf(when.tier);
    if (rank < 0) return [];
    const isNever = rank <= taken;
    taken = Math.max(taken, rank);
    return isNever ? [finding('outcome_never_shown', ['outcomes', index], { outcome: id })] : [];
  });
}

function checkTranslations(form: Form): readonly Finding[] {
  // In its own language a form may say Baton's words otherwise: there is nothing to translate.
  const others = Object.keys(form.translations).filter((language) => language !== form.language);
  return others.flatMap((language) => {
    const count = missingTranslations(form, language).length;
    return count > 0
      ? [finding('translations_missing', ['translations', language], { language, count })]
      : [];
  });
}
