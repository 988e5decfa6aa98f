import { expect, test } from 'vitest';
import { copyOfForm } from './copy-form.ts';
import type { FormDraft } from './form-draft.ts';

const draft: FormDraft = { format: 1, id: 'demo', name: 'Demo', steps: [{ id: 's1', fields: [] }] };

test('a copy has an id that is free and says that it is one; the rest is the same', () => {
  const copy = copyOfForm(draft, new Set(['demo', 'demo_2']));
  expect(copy).toEqual({ ...draft, id: 'demo_3', name: 'Demo (copy)' });
  expect(copy.steps).toBe(draft.steps);
});

test('a name that is as long as names may be stays so', () => {
  const { name } = copyOfForm({ ...draft, name: 'x'.repeat(200) }, new Set(['demo']));
  expect(name).toHaveLength(200);
  expect(name.endsWith(' (copy)')).toBe(true);
});
