import { act, cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { nudgeFields, removeFields } from '../../draft/edit-fields.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import { Staged, stageOf } from '../staged.tsx';
import { Canvas } from './canvas.tsx';
import { DragSpace } from './drag-space.tsx';
import { groupsOf } from './field-groups.ts';
import { Outline } from './outline.tsx';

afterEach(cleanup);

const ids = Array.from({ length: 40 }, (_, at) => `f${at}`);
const fields = ids.map((id) => ({ id, kind: 'text' as const, label: id }));
const draft: FormDraft = { format: 1, id: 'long', name: 'Long', steps: [{ id: 'all', fields }] };

/** The last of its group: one place on, another group begins. */
const atAnEdge = groupsOf(ids)[1]?.at(-1) ?? '';

function stage() {
  const made = stageOf(draft);
  const { container } = render(
    <Staged stage={made}>
      <DragSpace>
        <Outline />
        <Canvas />
      </DragSpace>
    </Staged>,
  );
  const part = (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`There is no ${selector}.`);
    return found;
  };
  return { store: made.store, part };
}

test('who stands on a field stands on it still when it goes over to another group, and back', () => {
  for (const selector of [`[data-canvas=${atAnEdge}]`, `[aria-label="Move ${atAnEdge}"]`]) {
    const { store, part } = stage();
    act(() => part(selector).focus());
    const before = part(selector);
    act(() => store.edit((now) => nudgeFields(now, new Set([atAnEdge]), 1)));
    expect(part(selector)).not.toBe(before);
    expect(document.activeElement).toBe(part(selector));
    act(() => store.undo());
    expect(document.activeElement).toBe(part(selector));
    cleanup();
  }
});

test('a field that was taken away does not take the focus when it comes back later', async () => {
  const { store, part } = stage();
  act(() => part(`[data-canvas=${atAnEdge}]`).focus());
  await act(async () => store.edit((now) => removeFields(now, new Set([atAnEdge]))));
  const name = part('[data-canvas=f0]');
  act(() => name.focus());
  act(() => store.undo());
  expect(document.activeElement).toBe(name);
});
