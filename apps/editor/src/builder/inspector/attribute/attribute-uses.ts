// Which forms ask for an attribute, as far as they are published.
import { queryOptions } from '@tanstack/react-query';
import { isRecord } from '@baton/schema';
import { ask } from '../../../server/ask.ts';

export type Use = { readonly id: string; readonly name: string };

export function attributeUsesQuery(attribute: string) {
  return queryOptions({
    queryKey: ['workspace', 'forms'],
    queryFn: ({ signal }) => ask<unknown>('/api/workspace', { signal }),
    select: (workspace) => usesOf(workspace, attribute),
  });
}

/** @param workspace the document */
export function usesOf(workspace: unknown, attribute: string): readonly Use[] {
  const forms = isRecord(workspace) ? listOf(workspace['forms']) : [];
  return forms.flatMap((form) => {
    if (!isRecord(form) || typeof form['id'] !== 'string') return [];
    const fields = listOf(form['steps']).flatMap((step) => (isRecord(step) ? listOf(step['fields']) : []));
    if (!fields.some((field) => asksFor(field, attribute))) return [];
    return [{ id: form['id'], name: typeof form['name'] === 'string' ? form['name'] : form['id'] }];
  });
}

function asksFor(field: unknown, attribute: string): boolean {
  if (!isRecord(field)) return false;
  const { other } = field;
  return field['attribute'] === attribute || (isRecord(other) && other['attribute'] === attribute);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
