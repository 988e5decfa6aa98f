// What the checker finds in a form, in the words of the API: as issues, the grave apart from the rest.
import type { Agreement } from '@baton/agreement';
import type { Form } from '@baton/form';
import { checkForm } from '@baton/form/checker';
import type { Catalogue, Issue } from '@baton/rules';

/** @param agreement whose tiers its outcomes may name, if there is one */
export function findingsOf(
  form: Form,
  catalogue: Catalogue,
  agreement: Agreement | null,
): { readonly errors: readonly Issue[]; readonly warnings: readonly Issue[] } {
  const tiers =
    agreement === null ? null : agreement.tiers.toSorted((a, b) => b.from - a.from).map(({ id }) => id);
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  for (const { code, severity, path, params } of checkForm(form, { catalogue, tiers })) {
    const issue = { code, path, ...(params === undefined ? {} : { params }) };
    (severity === 'error' ? errors : warnings).push(issue);
  }
  return { errors, warnings };
}
