import { expect, test } from 'vitest';
import { conditionAt, conditionPlaces, readsAhead, withCondition } from './condition-places.ts';
import { dependentsOf } from './dependents.ts';
import { all, any, roleIsManager, rule, sampleDraft } from './draft-samples.ts';
import { moveFields, removeFields } from './edit-fields.ts';
import { addOutcome, decideOutcome, moveOutcome, outcomesOf } from './edit-outcomes.ts';

test('every place that has a condition is found in the order of the form', () => {
  expect(conditionPlaces(sampleDraft).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'field_shown team',
    'step_shown plan',
    'field_required start',
    'outcome big',
  ]);
});

test('a condition is put, read and taken away, and nothing else changes', () => {
  const place = { kind: 'field_shown', id: 'why' } as const;
  const put = withCondition(sampleDraft, place, roleIsManager);
  expect(conditionAt(put, place)).toBe(roleIsManager);
  expect(put.steps[0]).toBe(sampleDraft.steps[0]);
  const gone = withCondition(put, place, null);
  expect(gone.steps[1]?.fields.at(-1)).toEqual(sampleDraft.steps[1]?.fields.at(-1));
  expect(gone.steps[1]?.fields.at(-1)).not.toHaveProperty('shownWhen');
});

test('what is no condition at all is not taken for one', () => {
  const broken = JSON.parse('{"combinator":"and","rules":[3]}');
  const place = { kind: 'field_shown', id: 'why' } as const;
  expect(conditionAt(withCondition(sampleDraft, place, broken), place)).toBeNull();
});

test('a field that is taken away is missed by conditions however deep it stands in them', () => {
  const nested = all(any(rule('visit.device', '=', 'phone'), all(rule('answer.uses', 'contains', 'crm'))));
  const draft = withCondition(sampleDraft, { kind: 'field_shown', id: 'why' }, nested);
  expect(dependentsOf(draft, new Set(['uses']))).toEqual([
    { kind: 'field', id: 'why', label: 'Why', how: 'shown' },
  ]);
  expect(dependentsOf(draft, new Set(['uses', 'why']))).toEqual([]);
});

test('the question behind a choice goes with the choice', () => {
  const draft = withCondition(
    sampleDraft,
    { kind: 'field_shown', id: 'why' },
    all(rule('answer.role_other', 'notNull')),
  );
  expect(dependentsOf(draft, new Set(['role'])).map(({ id }) => id)).toEqual(['team', 'start', 'why']);
});

test('moved before what it reads, a condition is known to read ahead', () => {
  expect(readsAhead(sampleDraft)).toEqual([]);
  const moved = moveFields(sampleDraft, new Set(['team']), { step: 'about', index: 0 });
  expect(readsAhead(moved)).toEqual([{ place: { kind: 'field_shown', id: 'team' }, reads: 'role' }]);
  // What is gone is not ahead: it is told as gone.
  expect(readsAhead(removeFields(sampleDraft, new Set(['role'])))).toEqual([]);
});

test('the outcome for everybody else stays last, whatever is done', () => {
  const ids = (draft: typeof sampleDraft) => outcomesOf(draft).map(({ id }) => id);
  expect(ids(moveOutcome(sampleDraft, 'book', 9))).toEqual(['big', 'book', 'thanks']);
  expect(ids(moveOutcome(sampleDraft, 'thanks', 0))).toEqual(['book', 'big', 'thanks']);
  expect(ids(decideOutcome(sampleDraft, 'book', undefined))).toEqual(['big', 'thanks', 'book']);
  const added = addOutcome(sampleDraft, { kind: 'message', title: 'New' }, 'New');
  expect(ids(added.draft)).toEqual(['book', 'big', 'new', 'thanks']);
  expect(added.id).toBe('new');
  // Else nothing would decide between the two.
  const forTier = addOutcome(sampleDraft, { kind: 'message' }, 'Hot', 'hot').draft;
  expect(outcomesOf(forTier)[2]?.when).toEqual({ tier: 'hot' });
  const only = addOutcome({ ...sampleDraft, outcomes: [] }, { kind: 'message' }, 'Only', 'hot').draft;
  expect(outcomesOf(only)[0]).not.toHaveProperty('when');
});
