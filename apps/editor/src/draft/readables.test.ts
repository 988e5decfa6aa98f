import { parseForm } from '@baton/form/document';
import { operatorsFor } from '@baton/rules';
import { expect, test } from 'vitest';
import { withCondition, type ConditionPlace } from './condition-places.ts';
import { sampleDraft, sampleSurroundings } from './draft-samples.ts';
import { offeredOperators, valuesOf } from './operator-words.ts';
import { readablesFor, type Readable } from './readables.ts';

const paths = (place: ConditionPlace, prefix: string): readonly string[] =>
  readablesFor(sampleDraft, place, sampleSurroundings)
    .map(({ path }) => path)
    .filter((path) => path.startsWith(prefix));

test('a field reads the answers before it, a step those of the steps before it', () => {
  expect(paths({ kind: 'field_shown', id: 'team' }, 'answer.')).toEqual([
    'answer.email',
    'answer.role',
    'answer.role_other',
  ]);
  expect(paths({ kind: 'step_shown', id: 'plan' }, 'answer.')).toEqual([
    'answer.email',
    'answer.role',
    'answer.role_other',
    'answer.team',
  ]);
  expect(paths({ kind: 'step_shown', id: 'about' }, 'answer.')).toEqual([]);
});

test('what has no answer, and what only the worker knows, is not offered', () => {
  const offered = paths({ kind: 'field_shown', id: 'why' }, '');
  expect(offered).toContain('answer.yes');
  for (const path of ['answer.note', 'answer.from', 'visit.country', 'lead.role', 'score.total']) {
    expect(offered).not.toContain(path);
  }
});

test('an outcome reads what is known of the lead, and no answers', () => {
  const offered = paths({ kind: 'outcome', id: 'big' }, '');
  for (const path of ['lead.role', 'lead.seniority', 'behaviour.pricing', 'score.total', 'visit.country']) {
    expect(offered).toContain(path);
  }
  expect(offered.some((path) => path.startsWith('answer.'))).toBe(false);
});

const places: readonly ConditionPlace[] = [
  { kind: 'field_shown', id: 'why' },
  { kind: 'field_required', id: 'why' },
  { kind: 'step_shown', id: 'plan' },
  { kind: 'outcome', id: 'big' },
];

test.each(places)('everything that is offered for $kind is taken by the worker', (place) => {
  for (const readable of readablesFor(sampleDraft, place, sampleSurroundings)) {
    const offered = offeredOperators(readable.type);
    expect(operatorsFor(readable.type)).toEqual(expect.arrayContaining([...offered]));
    const rules = offered.map((operator) => {
      const one = valueFor(readable);
      const count = valuesOf(operator, readable.type);
      const value = count === 'one' ? one : count === 'two' ? [one, one] : [one];
      return count === 'none'
        ? { field: readable.path, operator }
        : { field: readable.path, operator, value };
    });
    const draft = withCondition(sampleDraft, place, { combinator: 'or', rules });
    const parsed = parseForm(draft, {
      catalogue: sampleSurroundings.attributes,
      behaviours: ['pricing'],
      tiers: ['hot', 'mql'],
      draft: true,
    });
    expect(parsed.ok ? [] : parsed.issues, readable.path).toEqual([]);
  }
});

function valueFor({ type, options }: Readable): unknown {
  switch (type.kind) {
    case 'choice':
    case 'choices':
      return options?.[0]?.id;
    case 'number':
      return 3;
    case 'date':
      return '2027-01-01';
    case 'boolean':
      return true;
    case 'text':
      return options?.[0]?.id ?? 'x';
  }
}

test('an archived attribute is offered only where it is read already', () => {
  const place = { kind: 'outcome', id: 'big' } as const;
  const { attributes } = sampleSurroundings;
  const around = {
    ...sampleSurroundings,
    attributes: new Map([...attributes].map(([id, one]) => [id, { ...one, archived: id === 'role' }])),
  };
  const offered = (draft: typeof sampleDraft): readonly string[] =>
    readablesFor(draft, place, around).map(({ path }) => path);
  const rules = [{ field: 'lead.role', operator: 'notNull' }] as const;
  expect(offered(withCondition(sampleDraft, place, { combinator: 'and', rules }))).toContain('lead.role');
  const unread = withCondition(sampleDraft, place, { combinator: 'and', rules: [] });
  expect(offered(unread).includes('lead.role')).toBe(JSON.stringify(unread).includes('"lead.role"'));
});
