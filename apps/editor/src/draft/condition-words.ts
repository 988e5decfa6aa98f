// A condition as a sentence: the names that people gave, never ids. Decides nothing.
import { isDay, isGroup, type Condition, type Group, type Rule } from '@baton/rules';
import { conditionAt, tierOf, type ConditionPlace } from './condition-places.ts';
import type { FormDraft } from './form-draft.ts';
import { operatorInWords } from './operator-words.ts';
import { fieldOf } from './places.ts';
import { fieldName, readableAt, stepName, type Readable, type Surroundings } from './readables.ts';

/** A piece of a sentence: plain, a name, a value, or what there is no name for any more. */
export type Words = readonly {
  readonly text: string;
  readonly as: 'plain' | 'name' | 'value' | 'gone';
}[];

export function plainText(words: Words): string {
  return words.map(({ text }) => text).join('');
}

const say = (text: string): Words => [{ text, as: 'plain' }];

/** What has to hold: `Role is Manager and (…)`. Nothing where there is no condition. */
export function conditionInWords(condition: Condition, draft: FormDraft, around: Surroundings): Words {
  if (condition === null || condition.rules.length === 0) return [];
  return groupInWords(condition, (path) => readableAt(draft, path, around), true);
}

type Find = (path: string) => Readable | undefined;

function groupInWords({ combinator, not, rules }: Group, find: Find, isOuter: boolean): Words {
  const parts = rules.map((part) =>
    isGroup(part) ? groupInWords(part, find, false) : ruleInWords(part, find(part.field)),
  );
  const inside = parts.flatMap((part, index) => (index === 0 ? part : [...say(` ${combinator} `), ...part]));
  if (not === true) return [...say('not ('), ...inside, ...say(')')];
  return isOuter || parts.length < 2 ? inside : [...say('('), ...inside, ...say(')')];
}

/** One comparison: `Role is Manager`. */
export function ruleInWords({ field, operator, value }: Rule, readable: Readable | undefined): Words {
  const name: Words[number] = readable
    ? { text: readable.label, as: 'name' }
    : { text: 'something that is gone', as: 'gone' };
  if (readable?.type.kind === 'boolean' && operator === '=' && typeof value === 'boolean') {
    return [name, { text: value ? ' is yes' : ' is no', as: 'plain' }];
  }
  const words: Words = [name, ...say(` ${operatorInWords(operator, readable?.type, field)}`)];
  if (operator === 'null' || operator === 'notNull') return words;
  const values = [value].flat();
  const joint = operator === 'between' || operator === 'notBetween' ? ' and ' : ' or ';
  return values.reduce<Words>((before, one, index) => {
    const joined = index === 0 ? ' ' : index === values.length - 1 ? joint : ', ';
    return [...before, ...say(joined), valueInWords(one, readable)];
  }, words);
}

const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

function valueInWords(value: unknown, readable: Readable | undefined): Words[number] {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const option = readable?.options?.find(({ id }) => id === text);
  if (option) return { text: option.label, as: 'value' };
  if (text.trim() === '') return { text: '…', as: 'gone' };
  switch (readable?.type.kind) {
    case 'choice':
    case 'choices':
      return { text: 'an option that is gone', as: 'gone' };
    case 'date':
      return { text: isDay(text) ? days.format(new Date(`${text}T00:00:00Z`)) : text, as: 'value' };
    case 'number':
      return { text: Number.isFinite(Number(text)) ? numbers.format(Number(text)) : text, as: 'value' };
    case 'text':
    case 'boolean':
    case undefined:
      return { text: `“${text}”`, as: 'value' };
  }
}

/** What is decided there: `Show Team size when`. */
export function openingInWords(draft: FormDraft, place: ConditionPlace): Words {
  switch (place.kind) {
    case 'field_shown':
      return [...say('Show '), nameOf(draft, place), ...say(' when')];
    case 'field_required':
      return [nameOf(draft, place), ...say(' must be answered when')];
    case 'step_shown':
      return [...say('Show the step '), nameOf(draft, place), ...say(' when')];
    case 'outcome':
      return [...say('Show '), nameOf(draft, place), ...say(' when')];
  }
}

/** The whole of it: `Show Team size when Role is Manager`. */
export function sentenceAt(draft: FormDraft, place: ConditionPlace, around: Surroundings): Words {
  return [
    ...openingInWords(draft, place),
    ...say(' '),
    ...conditionInWords(conditionAt(draft, place), draft, around),
  ];
}

/** What stands in the place. */
function nameOf(draft: FormDraft, { kind, id }: ConditionPlace): Words[number] {
  if (kind === 'step_shown') {
    const index = draft.steps.findIndex((step) => step.id === id);
    return { text: stepName(draft, index), as: 'name' };
  }
  if (kind === 'outcome') {
    const outcome = draft.outcomes?.find((one) => one.id === id);
    return { text: outcome ? outcomeName(outcome) : id, as: 'name' };
  }
  const field = fieldOf(draft, id);
  return { text: field ? fieldName(field) : id, as: 'name' };
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
  if (tier !== undefined) return [...say('Tier '), { text: tier, as: 'value' }, ...say(' or better')];
  const condition = conditionInWords(conditionAt(draft, { kind: 'outcome', id: outcome.id }), draft, around);
  return condition.length > 0 ? condition : say('For everybody else');
}
