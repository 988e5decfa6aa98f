// First values that are known before anything is typed, for a visitor without a script: from the page's address and
// from where the request came. The script does the same in the browser.
import { isWorkerFilled } from '@baton/form';
import type { Field, Form } from '@baton/form';
import { nameCountries } from './countries.ts';
import { fieldRenderers } from './fields/index.ts';
import { parameterOf, sourceOf } from './fields/field-renderer.ts';

export type Known = {
  /** As `URLSearchParams` gives it; the first of a name counts, but where a field takes several. */
  readonly query: Iterable<readonly [string, string]>;
  /** ISO 3166-1 alpha-2 code. */
  readonly country?: string | undefined;
  /** BCP 47. */
  readonly language: string;
};

/** Values by field id, for {@link RenderOptions.values}. */
export function firstValues(form: Form, known: Known): Record<string, string | string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of known.query) {
    if (value !== '') given.set(name, [...(given.get(name) ?? []), value]);
  }
  const values: Record<string, string | string[]> = {};
  for (const field of form.steps.flatMap((step) => step.fields)) {
    const told = given.get(parameterOf(field) ?? '') ?? [];
    const [value = countryFor(field, known)] = told;
    if (value !== undefined) values[field.id] = fieldRenderers[field.kind].takesSeveral ? told : value;
  }
  return values;
}

/** Whether a visitor's country makes the page another. */
export function guessesCountry(form: Pick<Form, 'steps'>): boolean {
  return form.steps.some(({ fields }) => fields.some(asksCountry));
}

function asksCountry(field: Field): boolean {
  return sourceOf(field) === 'country' && !isWorkerFilled(field);
}

/** The code where countries are chosen, else the name. */
function countryFor(field: Field, { country, language }: Known): string | undefined {
  if (country === undefined || !asksCountry(field)) return undefined;
  const { names } = fieldRenderers[field.kind];
  return names === 'countries' ? country : nameCountries([country], language)[0]?.label;
}
