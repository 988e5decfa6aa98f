// What only the worker checks, because it takes more than a form's script should weigh.
import { countryCodes } from './country-codes.ts';
import type { FieldBehaviour } from './fields/behaviour.ts';
import type { FieldKind } from './types.ts';

export type StrictChecks = { readonly [K in FieldKind]?: NonNullable<FieldBehaviour['check']> };

const countries: ReadonlySet<unknown> = new Set(countryCodes);

/** The worker's further checks, for `checkAnswers`. */
export const strictChecks: StrictChecks = {
  country: (answer) => (countries.has(answer) ? undefined : { code: 'not_country' }),
};
