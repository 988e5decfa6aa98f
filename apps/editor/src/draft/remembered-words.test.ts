import { expect, test } from 'vitest';
import { withCondition } from './condition-places.ts';
import { all, rule, sampleDraft, sampleSurroundings } from './draft-samples.ts';
import { removeFields, updateField } from './edit-fields.ts';
import { rememberedWords } from './remembered-words.ts';

test('words that are remembered are those of the draft in hand', () => {
  const team = rememberedWords({ kind: 'field_shown', id: 'team' }, sampleSurroundings);
  expect(team(sampleDraft)).toBe('Role is Manager');
  expect(team(updateField(sampleDraft, 'email', { label: 'Mail' }))).toBe('Role is Manager');
  expect(team(updateField(sampleDraft, 'role', { label: 'Job' }))).toBe('Job is Manager');
  expect(team(removeFields(sampleDraft, new Set(['role'])))).toContain('something that is gone');
  expect(team(withCondition(sampleDraft, { kind: 'field_shown', id: 'team' }, null))).toBe('');
  expect(team(sampleDraft)).toBe('Role is Manager');
});

test('the question behind an option is called by its choice, whatever that is called by now', () => {
  const place = { kind: 'field_shown', id: 'why' } as const;
  const why = rememberedWords(place, sampleSurroundings);
  const draft = withCondition(sampleDraft, place, all(rule('answer.role_other', 'notNull')));
  expect(why(draft)).toBe('Role, what else is answered');
  expect(why(updateField(draft, 'role', { label: 'Job' }))).toBe('Job, what else is answered');
});
