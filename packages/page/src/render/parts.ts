// Which parts of the script come along with a form, and what they bring in words and styles. The core is what every
// form needs.
import { withConsent } from '@baton/form';
import type { Field, FieldKind, Form, Show, Step } from '@baton/form';
import { isGroup } from '@baton/rules';
import type { Condition, Operator, Rule } from '@baton/rules';
import { isListed, isSearched } from './fields/long-lists.ts';
import { embedOf } from './embedding.ts';
import type { PayloadOptions } from './embedding.ts';
import { modeStyles } from './mode-styles.ts';
import type { TextKey } from './texts/index.ts';

type Needs = {
  /** The form needs it from the start. */
  readonly comes: (form: Form, options: PayloadOptions) => boolean;
  /** The form may load it when it is wanted: its words come along. */
  readonly mayCome?: (form: Form) => boolean;
  readonly words?: readonly TextKey[];
  /** Rules of the form's style sheet. */
  readonly styles?: string;
};

/** Every part, in the order they join the form. */
const parts = {
  // A page of the form's own names them itself.
  countries: {
    comes: (form, { hosted }) => !hosted && fieldsOf(form).some(({ kind }) => kind === 'country'),
  },
  defaults: {
    comes: (form) =>
      fieldsOf(form).some(({ default: first }) => typeof first === 'object' && 'from' in first),
  },
  durable: { comes: ({ kiosk }) => kiosk !== true },
  mail: { comes: (form) => fieldsOf(form).some(({ kind }) => kind === 'email') },
  // Before what tells of the visit.
  facts: { comes: (form) => asksFacts(form) },
  visit: { comes: (form) => !keepsJournal(form) },
  journal: { comes: keepsJournal },
  lists: { comes: (form) => fieldsOf(form).some((field) => isListed(field) && isSearched(field)) },
  boxes: { comes: (form) => fieldsOf(form).some((field) => !isListed(field) && isSearched(field)) },
  untitled: { comes: ({ steps }) => steps.length > 1 && steps.some(({ title }) => title === '') },
  review: { comes: (form) => form.review === true },
  outcomes: { comes: (form) => form.outcomes.some(({ show }) => isRich(show)) },
  kiosk: { comes: ({ kiosk }) => kiosk === true },
  pace: { comes: ({ protection }) => protection.minSeconds !== undefined },
  turnstile: { comes: ({ protection }) => protection.turnstile !== undefined },
  work: { comes: ({ protection }) => Boolean(protection.proofOfWork) },
  known: {
    comes: (form) => fieldsOf(form).some(({ ask = 'always' }) => ask !== 'always'),
    words: ['not_you'],
    styles: '.stranger{margin-inline-start:auto;font-weight:400}',
  },
  partials: { comes: (form) => form.partials === true },
  modes: {
    comes: (form, options) => embedOf(form, options) !== undefined,
    words: ['close'],
    styles: modeStyles,
  },
  api: { comes: () => false },
  hints: { comes: () => false },
  search: { comes: () => false },
  sift: { comes: () => false },
} satisfies Record<string, Needs>;

export type PartName = keyof typeof parts;

const needs: readonly (readonly [string, Needs])[] = Object.entries(parts);

/** Whether an outcome is more than words or an address that stands as it is. */
function isRich(show: Show): boolean {
  return show.kind === 'booking' || show.kind === 'download' || 'fields' in show;
}

/** What is composed into the script of this form, by name: pieces of the core, then parts. */
export function partsFor(form: Form, options: PayloadOptions = {}): readonly string[] {
  const parts = needs.filter(([, { comes }]) => comes(form, options)).map(([name]) => name);
  return [...(options.hosted ? ['standing'] : ['plant', 'placing']), ...piecesFor(form), ...parts];
}

/** The kinds of its fields with their limits, what its conditions compare by, and the way through its steps. */
function piecesFor(form: Form): readonly string[] {
  const { steps } = withConsent(form);
  const fields = steps.flatMap((step) => step.fields);
  const conditions = conditionsOf(steps);
  const rules = conditions.flatMap(rulesIn);
  const several = new Set(fields.filter(({ kind }) => kind === 'choices').map(({ id }) => `answer.${id}`));
  const valued = new Set(fields.filter(({ kind }) => valuedKinds.has(kind)).map(({ id }) => `answer.${id}`));
  const readsTexts = rules.some(
    ({ field, operator }) => !valued.has(field) || operatorsOfExcerpts.has(operator),
  );
  const isWalked =
    steps.length > 1 || form.review === true || Boolean(steps[0]?.shownWhen) || !fields.some(isAlwaysShown);
  const others = {
    spans: fields.some(({ earliest, latest }) => earliest !== undefined || latest !== undefined),
    amounts: fields.some(
      ({ kind, min, max }) => kind === 'choices' && (min !== undefined || max !== undefined),
    ),
    presences: rules.some(({ operator }) => operator === 'null' || operator === 'notNull'),
    marks: fields.some(({ requiredWhen }) => requiredWhen),
    orders: rules.some(({ operator }) => operatorsOfOrder.has(operator)),
    excerpts: rules.some(({ operator }) => operatorsOfExcerpts.has(operator)),
    sets: rules.some(({ field }) => several.has(field)),
    matchCondition: conditions.some(Boolean),
    groups: conditions.some(isGrouped),
    visited: rules.some(readsVisit),
    texts: readsTexts,
    alikes: readsTexts,
    steps: isWalked,
    still: !isWalked,
  };
  return [
    ...new Set(fields.map(({ kind }) => kind)),
    ...Object.entries(others).flatMap(([name, isAsked]) => (isAsked ? [name] : [])),
  ];
}

/** What shows and what demands, in a form's steps and their fields. */
function conditionsOf(steps: readonly Step[]): readonly (Condition | undefined)[] {
  return steps.flatMap(({ shownWhen, fields }) => [
    shownWhen,
    ...fields.flatMap((field) => [field.shownWhen, field.requiredWhen]),
  ]);
}

const readsVisit = ({ field }: Rule): boolean => field.startsWith('visit.');

/** A condition asks more of the visit than its campaign. */
function asksFacts(form: Form): boolean {
  return conditionsOf(form.steps)
    .flatMap(rulesIn)
    .some(({ field }) => /^visit\.(page_path|referrer_host|language|device|returning)$/.test(field));
}

/** Something of the only step is in sight whatever else is not. */
function isAlwaysShown({ kind, shownWhen, ask = 'always' }: Field): boolean {
  return kind !== 'hidden' && !shownWhen && ask === 'always';
}

/** Their answers are no texts. */
const valuedKinds = new Set<FieldKind>(['number', 'date', 'choice', 'choices', 'rating', 'consent']);
const operatorsOfOrder = new Set<Operator>(['<', '<=', '>', '>=', 'between', 'notBetween']);
const operatorsOfExcerpts = new Set<Operator>([
  ...(['contains', 'doesNotContain', 'beginsWith'] as const),
  ...(['doesNotBeginWith', 'endsWith', 'doesNotEndWith'] as const),
]);

/** It is more than one rule. */
function isGrouped(condition: Condition | undefined): boolean {
  if (!condition) return false;
  const [only, ...others] = condition.rules;
  return !only || others.length > 0 || condition.not === true || (isGroup(only) && isGrouped(only));
}

function rulesIn(condition: Condition | undefined): readonly Rule[] {
  return condition?.rules.flatMap((part) => (isGroup(part) ? rulesIn(part) : part)) ?? [];
}

/** The words that the form's parts speak, those that may come later too. */
export function partWords(form: Form, options: PayloadOptions): readonly TextKey[] {
  return needs.flatMap(([, { comes, mayCome, words = [] }]) =>
    comes(form, options) || mayCome?.(form) ? words : [],
  );
}

/** What the form's parts add to its style sheet. */
export function partStyles(form: Form, options: PayloadOptions): string {
  return needs
    .filter(([, { comes, mayCome }]) => comes(form, options) || mayCome?.(form))
    .map(([, { styles = '' }]) => styles)
    .join('');
}

function keepsJournal({ journal, kiosk }: Form): boolean {
  return journal !== 'off' && kiosk !== true;
}

function fieldsOf(form: Form): Form['steps'][number]['fields'] {
  return form.steps.flatMap((step) => step.fields);
}
