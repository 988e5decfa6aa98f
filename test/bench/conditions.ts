// What one key press costs in a form of many conditions: each decides the fields that it finds to depend on what changed. Both have to show the same fields before and after each key before they are timed.
import { compileLogic, type LogicField, readyLogic, visibility } from '@baton/form';
import type { Group, Rule } from '@baton/rules';
import { SurveyModel } from 'survey-core';
import { fixed, printTable, spreadOf, takeTurns, times, whole } from './measure.ts';
import { randomFrom } from './random.ts';

const warmUp = 10;
const rounds = 60;
/** A turn takes about so many ms. */
const turn = 8;

/** One field is typed in, one text after the other and over again; the rest is answered throughout. */
type Workload = {
  readonly name: string;
  readonly fields: readonly LogicField<Group>[];
  readonly answers: Readonly<Record<string, string>>;
  readonly typedIn: string;
  readonly typed: readonly string[];
};

type Subject = {
  readonly name: string;
  readonly press: (text: string) => void;
  readonly shown: () => readonly boolean[];
};

export async function benchConditions(): Promise<void> {
  const rows: string[][] = [];
  for (const workload of [local(), manyDependencies(), oneToggle(), chain()]) {
    const subjects = [baton(workload), survey(workload)];
    checkEqual(workload, subjects);
    const [own = [], other = []] = await measure(workload, subjects);
    const [mine, theirs] = [spreadOf(own), spreadOf(other)];
    const spread = [fixed(mine.p50), fixed(mine.p99), whole(theirs.p50), whole(theirs.p99)];
    rows.push([workload.name, ...spread, times(theirs.p50 / mine.p50)]);
  }
  const columns = ['µs per key', 'Baton p50', 'p99', 'survey-core p50', 'p99', 'ratio'];
  printTable('Conditions: one key, which fields are shown', columns, rows);
}

const idOf = (index: number): string => `f${index}`;

function workloadOf(
  name: string,
  count: number,
  rulesOf: (index: number) => readonly Rule[],
  { typedIn, typed, answer }: { typedIn: number; typed: readonly string[]; answer: string },
): Workload {
  const fields = Array.from({ length: count }, (_, index): LogicField<Group> => {
    const rules = rulesOf(index);
    const field = { id: idOf(index), kind: 'text' as const };
    return rules.length === 0 ? field : { ...field, shownWhen: { combinator: 'and', rules } };
  });
  const answers = Object.fromEntries(fields.map(({ id }) => [id, answer]));
  const workload: Workload = { name, fields, answers, typedIn: idOf(typedIn), typed };
  // As it comes off the wire: what was put together here is laid out in memory in other ways, and slower to read.
  return JSON.parse(JSON.stringify(workload));
}

const says = (index: number, value: string): Rule => ({
  field: `answer.${idOf(index)}`,
  operator: '=',
  value,
});

/** The first of every four shows the three after it. */
function local(): Workload {
  const rules = (index: number): readonly Rule[] =>
    index % 4 === 0 ? [] : [says(index - (index % 4), 'yes')];
  return workloadOf('200 fields, local dependencies', 200, rules, {
    typedIn: 100,
    typed: ['ye', 'yes'],
    answer: 'yes',
  });
}

/** The first twenty decide all others, five each. */
function manyDependencies(): Workload {
  const random = randomFrom(5);
  const drivers = Array.from({ length: 20 }, (_, index) => index);
  const rules = (index: number): readonly Rule[] =>
    index < drivers.length ? [] : random.some(drivers, 5).map((driver) => says(driver, 'yes'));
  const typing = { typedIn: 7, typed: ['ye', 'yes'], answer: 'yes' };
  return workloadOf('200 fields, five dependencies each', 200, rules, typing);
}

function oneToggle(): Workload {
  const rules = (index: number): readonly Rule[] => (index === 0 ? [] : [says(0, 'yes')]);
  const typing = { typedIn: 0, typed: ['ye', 'yes'], answer: 'yes' };
  return workloadOf('one toggle hides 199', 200, rules, typing);
}

/** Every field asks for an answer to the one before. Nothing is hidden: survey-core would go on without the rest. */
function chain(): Workload {
  const rules = (index: number): readonly Rule[] =>
    index === 0 ? [] : [{ field: `answer.${idOf(index - 1)}`, operator: 'notNull' }];
  const typing = { typedIn: 500, typed: ['a', 'ab'], answer: 'a' };
  return workloadOf('1,000-field chain', 1_000, rules, typing);
}

function baton({ fields, answers, typedIn }: Workload): Subject {
  // As it comes off the wire.
  const compiled = compileLogic(JSON.parse(JSON.stringify(readyLogic({ steps: [{ id: 's', fields }] }))));
  const given: Record<string, string> = JSON.parse(JSON.stringify(answers));
  const shown = visibility(compiled, given, {});
  const position = fields.findIndex(({ id }) => id === typedIn);
  return {
    name: 'Baton',
    press(text) {
      given[typedIn] = text;
      visibility(compiled, given, {}, undefined, shown, position);
    },
    shown: () => shown,
  };
}

function survey({ fields, answers, typedIn }: Workload): Subject {
  const model = new SurveyModel({
    elements: fields.map(({ id, shownWhen }) => ({
      type: 'text',
      name: id,
      ...(shownWhen ? { visibleIf: shownWhen.rules.map(expressionOf).join(' and ') } : {}),
    })),
  });
  model.data = { ...answers };
  return {
    name: 'survey-core',
    press: (text) => model.setValue(typedIn, text),
    shown: () => fields.map(({ id }) => model.getQuestionByName(id).isVisible),
  };
}

function expressionOf(part: object): string {
  if (!('field' in part) || typeof part.field !== 'string')
    throw new Error('The bench has no nested groups.');
  const held = `{${part.field.slice('answer.'.length)}}`;
  return 'value' in part ? `${held} = '${String(part.value)}'` : `${held} notempty`;
}

function checkEqual({ name, typed }: Workload, subjects: readonly Subject[]): void {
  for (const text of [...typed, ...typed]) {
    const [first, ...others] = subjects.map((subject) => {
      subject.press(text);
      return { name: subject.name, shown: subject.shown().join() };
    });
    for (const other of others) {
      if (other.shown !== first?.shown)
        throw new Error(`${name}, "${text}": ${other.name} shows other fields.`);
    }
  }
}

/** µs per key, by subject, one time per turn. */
async function measure(
  { typed }: Workload,
  subjects: readonly Subject[],
): Promise<readonly (readonly number[])[]> {
  const running = subjects.map((subject) => ({ subject, perTurn: 2, took: [0] }));
  await takeTurns(running, warmUp + rounds, async (one, round) => {
    const { subject, perTurn } = one;
    const begin = performance.now();
    for (let key = 0; key < perTurn; key += 1) subject.press(typed[key % typed.length] ?? '');
    const ms = performance.now() - begin;
    if (round >= warmUp) one.took.push((ms * 1000) / perTurn);
    // As many of each text, so that every turn is of the same work.
    else
      one.perTurn =
        typed.length * Math.max(1, Math.min(10_000, Math.round((perTurn * turn) / ms / typed.length)));
  });
  return running.map(({ took }) => took.slice(1));
}
