// What a visitor would be asked on each visit, if they always answered everything. The worker's own plan decides; the
// answers are made up so that what hangs on them comes to be shown.
import {
  answerType,
  compileLogic,
  formLogic,
  planAsking,
  visibleFields,
  type Field,
  type Form,
} from '@baton/form';
import { compileCondition, type Catalogue, type Rule, type ValueType } from '@baton/rules';
import { rulesOf } from '../../draft/condition-places.ts';
import { isAsked } from '../../draft/edit-queue.ts';

/** Why a field is not asked: it is known, its turn has not come, or its condition does not hold. */
export type NotAsked = 'known' | 'waits' | 'not_shown';

export type VisitPlan = {
  /** Fields that are asked, in the order of the form. */
  readonly asked: readonly string[];
  readonly notAsked: ReadonlyMap<string, NotAsked>;
  /** Asked although it is known: a condition needs the answer. */
  readonly again: ReadonlySet<string>;
};

export function planVisits(form: Form, catalogue: Catalogue, count: number): readonly VisitPlan[] {
  const logic = formLogic(form, catalogue);
  const compiled = compileLogic(logic);
  const fields = form.steps.flatMap((step) => step.fields).filter(({ kind }) => isAsked(kind));
  const answers = madeUpAnswers(form, logic);
  const known: Record<string, unknown> = {};
  return Array.from({ length: count }, (_, visit): VisitPlan => {
    // Which questions decide is not known here: of those that can be remembered, all are taken to decide alike.
    const isByDeciding = visit > 0 && form.profiling.order === 'deciding';
    const plan = planAsking(form, logic, known, isByDeciding ? (attributes) => attributes : undefined);
    const skipped = new Set(plan.skip);
    const given = Object.fromEntries(plan.ask.map((id) => [id, answers.get(id)]));
    const shown = visibleFields(compiled, given, { returning: visit > 0 }, plan.decided);
    const wasKnown = ({ attribute }: Field): boolean => attribute !== undefined && attribute in known;
    const asked = fields.filter(({ id }) => shown.has(id) && !skipped.has(id));
    const again = asked.filter(
      (field) => field.ask !== undefined && field.ask !== 'always' && wasKnown(field),
    );
    const notAsked = new Map<string, NotAsked>();
    for (const field of fields) {
      if (asked.includes(field)) continue;
      const isKnown = wasKnown(field) && field.ask !== undefined && field.ask !== 'always';
      const waits = skipped.has(field.id) && field.ask === 'progressive';
      notAsked.set(field.id, isKnown ? 'known' : waits ? 'waits' : 'not_shown');
    }
    for (const { id, attribute } of asked) {
      if (attribute !== undefined) known[attribute] = answers.get(id);
    }
    return { asked: asked.map(({ id }) => id), notAsked, again: new Set(again.map(({ id }) => id)) };
  });
}

/** As many visits as it takes until nothing new comes up, and one more; never fewer than three. */
export function visitsWorthSeeing(plans: readonly VisitPlan[]): number {
  const last = plans.findLastIndex(
    ({ asked }, index) => index > 0 && asked.join(' ') !== plans[index - 1]?.asked.join(' '),
  );
  return Math.max(3, Math.min(plans.length, last + 2));
}

type Logic = ReturnType<typeof formLogic>;

function madeUpAnswers(form: Form, logic: Logic): ReadonlyMap<string, unknown> {
  const types = new Map<string, ValueType | undefined>(
    logic.steps.flatMap(({ fields }) =>
      fields.map((field) => [`answer.${field.id}`, answerType(field)] as const),
    ),
  );
  const rules = form.steps.flatMap((step) => [
    ...rulesOf(step.shownWhen ?? null),
    ...step.fields.flatMap(({ shownWhen }) => rulesOf(shownWhen ?? null)),
  ]);
  return new Map(
    form.steps
      .flatMap((step) => step.fields)
      .map((field) => {
        const path = `answer.${field.id}`;
        const type = types.get(path);
        const readers = rules.filter((rule) => rule.field === path);
        return [field.id, type ? bestAnswer(field, type, readers) : plainAnswer(field)] as const;
      }),
  );
}

/** Of the answers that could matter, the first by which the most rules hold. */
function bestAnswer(field: Field, type: ValueType, rules: readonly Rule[]): unknown {
  const path = `answer.${field.id}`;
  const tests = rules.map((rule) =>
    compileCondition({ combinator: 'and', rules: [rule] }, (asked) => (asked === path ? type : undefined)),
  );
  const held = (value: unknown): number =>
    tests.filter((holds) => holds({ answer: { [field.id]: value } })).length;
  return [plainAnswer(field), ...candidates(field, rules)].reduce((best, value) =>
    held(value) > held(best) ? value : best,
  );
}

function candidates({ kind, options = [] }: Field, rules: readonly Rule[]): readonly unknown[] {
  if (kind === 'choice') return options.map(({ id }) => id);
  if (kind === 'choices') {
    return [
      ...options.map(({ id }) => [id]),
      ...rules.map(({ value }) => [value].flat()),
      options.map(({ id }) => id),
    ];
  }
  const named = rules.flatMap(({ value }) => [value].flat());
  return kind === 'number' || kind === 'rating'
    ? named.flatMap((value) => [Number(value), Number(value) + 1, Number(value) - 1])
    : named;
}

function plainAnswer({ kind, options = [], min, max }: Field): unknown {
  switch (kind) {
    case 'choice':
      return options[0]?.id;
    case 'choices':
      return options.slice(0, Math.max(1, min ?? 1)).map(({ id }) => id);
    case 'number':
      return min ?? Math.min(10, max ?? 10);
    case 'rating':
      return max ?? 5;
    case 'date':
      return '2027-06-15';
    case 'consent':
      return true;
    case 'country':
      return 'DE';
    case 'email':
      return 'anna@example.com';
    case 'phone':
      return '+49 30 901820';
    case 'url':
      return 'https://example.com/';
    case 'text':
    case 'textarea':
      return 'Something';
    case 'hidden':
    case 'statement':
      return undefined;
  }
}
