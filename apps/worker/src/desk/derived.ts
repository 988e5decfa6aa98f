// The attributes that nobody is asked for, put beside what was told: company domain, kind of address,
// seniority, and the list of target accounts that the company is on.
import { deriveAttributes, jobTitleAttribute } from '@baton/derive';
import { derivedAttributes } from '@baton/rules';
import { withMerged } from './attributes/merged.ts';
import type { Context } from './context.ts';

type Attributes = Readonly<Record<string, unknown>>;

const derivedIds: ReadonlySet<string> = new Set(derivedAttributes.map(({ id }) => id));

/** What was told, with what follows from it; what followed from an earlier answer is gone. */
export function withDerived(
  context: Pick<Context, 'documents'>,
  email: string,
  told: Attributes,
): Attributes {
  const all = context.documents.all();
  const title = jobTitleAttribute(all.catalogue);
  const jobTitle = title === null ? null : told[title.id];
  // Made anew, not deleted from: whoever judges goes through it, and that is slow where something was deleted.
  const own = Object.entries(withMerged(all.attributes, told)).filter(([id]) => !derivedIds.has(id));
  return {
    ...Object.fromEntries(own),
    ...deriveAttributes({
      email,
      jobTitle: typeof jobTitle === 'string' ? jobTitle : null,
      accountOf: (domain) => context.documents.accountOf(domain),
    }),
  };
}

/** The company's domain among a lead's attributes; null for free and disposable mail. */
export function companyDomainOf(attributes: Attributes): string | null {
  const domain = attributes['company_domain'];
  return typeof domain === 'string' ? domain : null;
}

/** Builds the tables that the first derivation would build. */
export function warmDerivation(): void {
  deriveAttributes({ email: 'somebody@example.com', jobTitle: 'x' });
}
