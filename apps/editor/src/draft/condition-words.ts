// What a draft's conditions say, with what they decide: the names that people gave, never ids. Decides nothing.
import {
  conditionInWords as inWords,
  nameWord,
  sentence,
  valueWord,
  type Condition,
  type Words,
} from '@baton/rules';
import { conditionAt, tierOf, type ConditionPlace } from './condition-places.ts';
import type { FormDraft } from './form-draft.ts';
import { fieldOf } from './places.ts';
import { fieldName, readableAt, stepName, type Surroundings } from './readables.ts';

/** What has to hold: `Role is Manager and (…)`. Nothing where there is no condition. */
export function conditionInWords(condition: Condition, draft: FormDraft, around: Surroundings): Words {
  if (condition === null || condition.rules.length === 0) return [];
  return inWords(condition, (path) => readableAt(draft, path, around));
}

/** What is decided there: `Show Team size when`. */
export function openingInWords(draft: FormDraft, place: ConditionPlace): Words {
  switch (place.kind) {
    case 'field_shown':
      return sentence('Show ', nameOf(draft, place), ' when');
    case 'field_required':
      return sentence(nameOf(draft, place), ' must be answered when');
    case 'step_shown':
      return sentence('Show the step ', nameOf(draft, place), ' when');
    case 'outcome':
      return sentence('Show ', nameOf(draft, place), ' when');
  }
}

/** The whole of it: `Show Team size when Role is Manager`. */
export function sentenceAt(draft: FormDraft, place: ConditionPlace, around: Surroundings): Words {
  const condition = conditionInWords(conditionAt(draft, place), draft, around);
  return sentence(openingInWords(draft, place), ' ', condition);
}

/** What stands in the place. */
function nameOf(draft: FormDraft, { kind, id }: ConditionPlace): Words[number] {
  if (kind === 'step_shown') {
    const index = draft.steps.findIndex((step) => step.id === id);
    return nameWord(stepName(draft, index));
  }
  if (kind === 'outcome') {
    const outcome = draft.outcomes?.find((one) => one.id === id);
    return nameWord(outcome ? outcomeName(outcome) : id);
  }
  const field = fieldOf(draft, id);
  return nameWord(field ? fieldName(field) : id);
}

type NamedOutcome = NonNullable<FormDraft['outcomes']>[number];

/** What an outcome is called: its title, or where it leads. */
export function outcomeName({ show }: NamedOutcome): string {
  const title = 'title' in show ? show.title?.trim() : undefined;
  if (title) return title;
  switch (show.kind) {
    case 'message':
      return 'Thank you';
    case 'redirect':
      return hostOf(show.url) ?? 'Another page';
    case 'booking':
      return 'Book a time';
    case 'download':
      return 'Download';
  }
}

function hostOf(url: unknown): string | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : undefined;
}

/** When an outcome is shown, in short. */
export function outcomeWhen(outcome: NamedOutcome, draft: FormDraft, around: Surroundings): Words {
  const tier = tierOf(outcome);
  if (tier !== undefined) return sentence('Tier ', valueWord(tier), ' or better');
  const condition = conditionInWords(conditionAt(draft, { kind: 'outcome', id: outcome.id }), draft, around);
  return condition.length > 0 ? condition : sentence('For everybody else');
}
