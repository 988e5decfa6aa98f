import { parseForm } from '@baton/form/document';
import type { Catalogue } from '@baton/rules';
import { expect, test } from 'vitest';
import { all, any, rule } from '../../draft/draft-samples.ts';
import type { DraftField, FormDraft } from '../../draft/form-draft.ts';
import { moveInQueue, newlyAhead, queueOf } from '../../draft/edit-queue.ts';
import { sampleDraft, sampleSurroundings } from '../../draft/draft-samples.ts';
import { updateField } from '../../draft/edit-fields.ts';
import { formOfDraft } from './form-of-draft.ts';
import { profilingWarnings } from './profiling-warnings.ts';
import { planVisits, visitsWorthSeeing } from './visits-plan.ts';

const ids = ['email', 'name', 'role', 'size', 'team', 'note'];
const catalogue: Catalogue = new Map(
  ids.map((id) => [
    id,
    { id, label: id, about: 'person', type: id === 'email' ? 'email' : id === 'team' ? 'number' : 'text' },
  ]),
);

const asked = (id: string, more: Partial<DraftField> = {}): DraftField => ({
  id,
  kind: 'text',
  label: id,
  attribute: id,
  ask: 'progressive',
  ...more,
});

const email: DraftField = { id: 'email', kind: 'email', label: 'E-mail', attribute: 'email', required: true };

function draftOf(fields: readonly DraftField[], maxProgressive = 1): FormDraft {
  return {
    format: 1,
    id: 'f',
    name: 'F',
    profiling: { maxProgressive, order: 'listed' },
    steps: [{ id: 's', title: 'S', fields: [email, ...fields] }],
  };
}

function plansOf(draft: FormDraft, count = 5) {
  const parsed = parseForm(draft, { catalogue, behaviours: null, tiers: null, draft: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return planVisits(parsed.value, catalogue, count);
}

const visits = (draft: FormDraft) => plansOf(draft).map((plan) => plan.asked.join(' '));

test('a draft is planned with as the worker would plan with it once it is published', () => {
  const { attributes } = sampleSurroundings;
  const asked = updateField(sampleDraft, 'role', { ask: 'untilKnown' });
  const draft = updateField(asked, 'team', { ask: 'progressive' });
  const parsed = parseForm(draft, { catalogue: attributes, behaviours: null, tiers: null, draft: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const form = formOfDraft(draft, attributes);
  if (form === null) throw new Error('It cannot be decided.');
  expect(planVisits(form, attributes, 4)).toEqual(planVisits(parsed.value, attributes, 4));
  expect(form.steps.flatMap(({ fields }) => fields.map(({ id }) => id))).toEqual(
    parsed.value.steps.flatMap(({ fields }) => fields.map(({ id }) => id)),
  );
});

test('a draft whose conditions read what is gone or comes later is not planned with', () => {
  const { attributes } = sampleSurroundings;
  const broken = updateField(sampleDraft, 'role', { shownWhen: all(rule('answer.team', 'notNull')) });
  expect(formOfDraft(broken, attributes)).toBeNull();
  const malformed = updateField(sampleDraft, 'role', {
    shownWhen: JSON.parse('{"combinator":"and","rules":[1]}'),
  });
  expect(formOfDraft(malformed, attributes)).toBeNull();
});

test('each visit asks the next of the queue, until all is known', () => {
  const draft = draftOf([asked('name', { ask: 'untilKnown' }), asked('role'), asked('size')]);
  expect(visits(draft)).toEqual(['email name role', 'email size', 'email', 'email', 'email']);
  const [first, second] = plansOf(draft);
  expect(Object.fromEntries(first?.notAsked ?? [])).toEqual({ size: 'waits' });
  expect(Object.fromEntries(second?.notAsked ?? [])).toEqual({ name: 'known', role: 'known' });
  expect(visitsWorthSeeing(plansOf(draft))).toBe(4);
});

test('what hangs on an answer comes up, as the answers are made up for it', () => {
  const team = asked('team', {
    kind: 'number',
    ask: 'untilKnown',
    shownWhen: all(rule('answer.role', '=', 'boss'), any(rule('answer.size', 'in', ['big', 'huge']))),
  });
  const draft = draftOf([asked('role', { ask: 'always' }), asked('size', { ask: 'always' }), team]);
  expect(visits(draft)[0]).toBe('email role size team');
});

test('a condition that never holds keeps its field away, and says so', () => {
  const never = all(rule('answer.role', '=', 'boss'), rule('answer.role', '=', 'clerk'));
  const draft = draftOf([asked('role', { ask: 'always' }), asked('size', { shownWhen: never })]);
  const plans = plansOf(draft);
  expect(plans.every(({ asked: list }) => !list.includes('size'))).toBe(true);
  expect(profilingWarnings(draft, 1, plans).get('size')).toMatch(/its condition does not hold/);
});

test('a question that is never remembered takes the turn of those behind it', () => {
  const { attribute: _, ...forgetful } = asked('note');
  const draft = draftOf([forgetful, asked('role')]);
  expect(visits(draft)).toEqual(['email note', 'email note', 'email note', 'email note', 'email note']);
  const warnings = profilingWarnings(draft, 1, plansOf(draft));
  expect(warnings.get('role')).toMatch(/^Never asked: “note” has no attribute/);
  expect(warnings.get('note')).toMatch(/^Asked at every visit/);
});

test('where no new question is allowed, none of the queue comes up', () => {
  const draft = draftOf([asked('role')], 0);
  expect(profilingWarnings(draft, 0, plansOf(draft)).get('role')).toMatch(/no new questions are allowed/);
});

test('a known field that only an answer can decide by is asked again, and that is told', () => {
  const draft = draftOf([
    asked('role', { ask: 'untilKnown' }),
    asked('team', {
      kind: 'number',
      ask: 'always',
      shownWhen: all(rule('answer.role', 'notNull'), rule('visit.device', '=', 'phone')),
    }),
  ]);
  expect(plansOf(draft)[1]?.again).toEqual(new Set(['role']));
  expect(profilingWarnings(draft, 1, plansOf(draft)).get('role')).toMatch(/^Asked again/);
});

test('fields of the queue change places among themselves, and no others move', () => {
  const draft = draftOf([asked('role'), asked('name', { ask: 'always' }), asked('size')]);
  const moved = moveInQueue(draft, 'size', 0);
  expect(moved.steps[0]?.fields.map(({ id }) => id)).toEqual(['email', 'size', 'name', 'role']);
  expect(queueOf(moved).map(({ id }) => id)).toEqual(['size', 'role']);
  expect(moveInQueue(draft, 'size', 5)).toBe(draft);
});

test('an order that would ask before what it hangs on is known as such', () => {
  const draft = draftOf([asked('role'), asked('size', { shownWhen: all(rule('answer.role', 'notNull')) })]);
  const moved = moveInQueue(draft, 'size', 0);
  expect(newlyAhead(draft, moved)).toEqual([{ place: { kind: 'field_shown', id: 'size' }, reads: 'role' }]);
  expect(newlyAhead(moved, moved)).toEqual([]);
});
