// The attributes that nobody is asked for: decided when a submission arrives, from the e-mail address and the job
// title alone. Nothing is looked up elsewhere; what cannot be told is left out.
import type { EmailKind } from './email-kind.ts';
import { readSender } from './email-kind.ts';
import type { SeniorityId } from './seniority/levels.ts';
import { seniorityOf } from './seniority/seniority-of.ts';

/** By the ids of the derived attributes. An absent one is not known. */
export type Derived = {
  readonly company_domain?: string;
  readonly email_kind: EmailKind;
  readonly seniority?: SeniorityId;
};

/** The same input gives the same attributes until the lists of this package change. */
export function deriveAttributes(told: {
  readonly email: string;
  readonly jobTitle?: string | null;
}): Derived {
  const { kind, companyDomain } = readSender(told.email);
  const seniority = seniorityOf(told.jobTitle ?? '');
  return {
    ...(companyDomain === null ? {} : { company_domain: companyDomain }),
    email_kind: kind,
    ...(seniority === null ? {} : { seniority }),
  };
}
