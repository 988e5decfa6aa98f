import { expect, test } from 'vitest';
import { plainText } from '@baton/rules';
import { conditionInWords, outcomeWhen, sentenceAt } from './condition-words.ts';
import { all, any, rule, sampleDraft, sampleSurroundings } from './draft-samples.ts';
import { updateField } from './edit-fields.ts';
import type { FormDraft } from './form-draft.ts';

const inWords = (condition: Parameters<typeof conditionInWords>[0], draft: FormDraft = sampleDraft): string =>
  plainText(conditionInWords(condition, draft, sampleSurroundings));

test('a condition speaks the labels of fields and options', () => {
  expect(plainText(sentenceAt(sampleDraft, { kind: 'field_shown', id: 'team' }, sampleSurroundings))).toBe(
    'Show Team size when Role is Manager',
  );
  expect(plainText(sentenceAt(sampleDraft, { kind: 'step_shown', id: 'plan' }, sampleSurroundings))).toBe(
    'Show the step Step 2 when Team size is at least 10',
  );
  expect(
    plainText(sentenceAt(sampleDraft, { kind: 'field_required', id: 'start' }, sampleSurroundings)),
  ).toBe('Start must be answered when Role is answered');
});

test('a new label is in the sentence, and the condition is as it was', () => {
  const renamed = updateField(sampleDraft, 'role', { label: 'What do you do?' });
  const place = { kind: 'field_shown', id: 'team' } as const;
  expect(plainText(sentenceAt(renamed, place, sampleSurroundings))).toBe(
    'Show Team size when What do you do? is Manager',
  );
  const team = (draft: FormDraft) => draft.steps[0]?.fields[2];
  expect(team(renamed)).toBe(team(sampleDraft));
});

test('groups are told apart, and what is turned round says so', () => {
  const one = rule('answer.role', '=', 'manager');
  const two = rule('answer.team', 'between', [1, 2000]);
  const three = rule('visit.returning', '=', true);
  expect(inWords(any(all(one, two), three))).toBe(
    '(Role is Manager and Team size is between 1 and 2,000) or Was here before is yes',
  );
  expect(inWords({ ...any(one, three), not: true })).toBe('not (Role is Manager or Was here before is yes)');
  expect(inWords(all(all(one)))).toBe('Role is Manager');
});

test.each([
  [rule('answer.role', 'in', ['user', 'manager', 'other']), 'Role is one of User, Manager or Something else'],
  [rule('answer.role', '<', 'manager'), 'Role is below Manager'],
  [rule('answer.role_other', 'contains', 'chief'), 'Role, what else contains “chief”'],
  [rule('answer.start', '<', '2027-03-05'), 'Start is before March 5, 2027'],
  [rule('answer.uses', 'contains', 'crm'), 'Uses includes CRM'],
  [rule('answer.yes', '=', false), 'I agree is no'],
  [rule('answer.team', 'null'), 'Team size is not answered'],
  [rule('visit.utm_source', '=', 'newsletter'), 'Campaign source is “newsletter”'],
  [rule('lead.land', 'notIn', ['DE', 'FR']), 'Country is none of Germany or France'],
  [rule('behaviour.pricing', '>=', 2), 'Times “Viewed pricing” is at least 2'],
  [rule('score.fit', '>', 20), 'Score for fit is more than 20'],
])('%j in words', (one, words) => {
  expect(inWords(all(one))).toBe(words);
});

test('what is gone is said to be gone', () => {
  expect(conditionInWords(all(rule('answer.lost', '=', 'x')), sampleDraft, sampleSurroundings)[0]).toEqual({
    text: 'something that is gone',
    as: 'gone',
  });
  expect(inWords(all(rule('answer.role', '=', 'ghost')))).toBe('Role is an option that is gone');
  expect(inWords(all(rule('answer.team', '=')))).toBe('Team size is …');
});

test('no condition at all needs no words', () => {
  expect(inWords(null)).toBe('');
  expect(inWords(all())).toBe('');
});

test('an outcome says for whom it is', () => {
  const [book, big, thanks] = (sampleDraft.outcomes ?? []).map((outcome) =>
    plainText(outcomeWhen(outcome, sampleDraft, sampleSurroundings)),
  );
  expect([book, big, thanks]).toEqual(['Tier hot or better', 'Role is above User', 'For everybody else']);
});
