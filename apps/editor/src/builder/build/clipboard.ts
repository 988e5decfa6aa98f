// Fields on the clipboard, as text that another form, or another workspace's, can take.
import type { DraftField } from '../../draft/form-draft.ts';
import { readDraft } from '../../draft/form-draft.ts';

const mark = 'baton-fields';

/** False where the browser refuses. */
export async function copyFields(fields: readonly DraftField[]): Promise<boolean> {
  return navigator.clipboard.writeText(JSON.stringify({ [mark]: fields })).then(
    () => true,
    () => false,
  );
}

/** Null where no fields lie there, or the browser does not tell. */
export async function pastedFields(): Promise<readonly DraftField[] | null> {
  const text = await navigator.clipboard.readText().catch(() => '');
  return fieldsIn(text);
}

/** Fields in a text that {@link copyFields} made; null in any other. */
export function fieldsIn(text: string): readonly DraftField[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const fields: unknown = typeof value === 'object' && value !== null && mark in value ? value[mark] : null;
  // Read as a form of one step, so that it is held to the same as any other.
  const form = readDraft({ format: 1, id: 'pasted', name: 'Pasted', steps: [{ id: 'step', fields }] });
  return form === null ? null : (form.steps[0]?.fields ?? null);
}
