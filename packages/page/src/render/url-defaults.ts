// First values that come from the page's address, for a visitor without a script. The script does the same.
import type { Form } from '@baton/form';
import { parameterOf } from './fields/field-renderer.ts';

/** Values by field id, for {@link RenderOptions.values}; `query` as `URLSearchParams` gives it, the first of a name counts. */
export function urlDefaults(form: Form, query: Iterable<readonly [string, string]>): Record<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of query) if (!given.has(name)) given.set(name, value);
  const values: Record<string, string> = {};
  for (const field of form.steps.flatMap((step) => step.fields)) {
    const value = given.get(parameterOf(field) ?? '');
    if (value) values[field.id] = value;
  }
  return values;
}
