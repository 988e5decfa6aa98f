// What both changed, as one says it.
import type { FormDraft } from '../draft/form-draft.ts';
import type { Clash } from '../saving/merge-documents.ts';
import { placeOf } from '../draft/places.ts';

const names: Readonly<Record<string, string>> = {
  name: 'The name',
  label: 'The question',
  help: 'The help',
  title: 'The title',
  required: 'Whether it must be answered',
  shownWhen: 'When it is shown',
  requiredWhen: 'When it must be answered',
  options: 'The options',
  placeholder: 'The placeholder',
};

export function clashInWords({ path }: Clash, draft: FormDraft): string {
  const [part = '', id = '', ...inside] = path;
  const key = inside.at(-1) ?? '';
  const what = names[key] ?? (key === '' ? 'All of it' : key);
  if (part === 'fields') return `${what} of “${placeOf(draft, id)?.field.label ?? id}”`;
  if (part === 'steps') {
    const at = draft.steps.findIndex((step) => step.id === id);
    return `${what} of step ${at + 1}`;
  }
  return path.length === 1 ? (names[part] ?? part) : `${part}: ${path.slice(1).join(', ')}`;
}

export function valueInWords(value: unknown): string {
  if (value === undefined) return 'Taken away';
  if (typeof value === 'string') return value === '' ? 'Nothing' : value;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object' && value !== null && 'label' in value && typeof value.label === 'string') {
    return `“${value.label}”, changed`;
  }
  return JSON.stringify(value);
}
