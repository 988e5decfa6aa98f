// The attributes that nobody is asked for: decided when a submission arrives, from the e-mail address, the job title
// and the workspace's own lists of target accounts. Nothing is looked up elsewhere; what cannot be told is left out.
import type { EmailKind } from './email-kind.ts';
import { readSender } from './email-kind.ts';
import type { SeniorityId } from './seniority/levels.ts';
import { seniorityOf } from './seniority/seniority-of.ts';

/** By the ids of the derived attributes. An absent one is not known. */
export type Derived = {
  readonly company_domain?: string;
  readonly email_kind: EmailKind;
  readonly seniority?: SeniorityId;
  readonly target_list?: string;
  readonly target_tier?: string;
};

/** What a list of target accounts says of a company. */
export type TargetAccount = { readonly list: string; readonly tier: string | null };

/** The same input gives the same attributes until the lists of this package, or those of target accounts, change. */
export function deriveAttributes(told: {
  readonly email: string;
  readonly jobTitle?: string | null;
  /** The target account of a company's domain; absent: no company is one. */
  readonly accountOf?: (domain: string) => TargetAccount | null;
}): Derived {
  const { kind, companyDomain } = readSender(told.email);
  const seniority = seniorityOf(told.jobTitle ?? '');
  const account = companyDomain === null ? null : (told.accountOf?.(companyDomain) ?? null);
  return {
    ...(companyDomain === null ? {} : { company_domain: companyDomain }),
    email_kind: kind,
    ...(seniority === null ? {} : { seniority }),
    ...(account === null ? {} : { target_list: account.list }),
    ...(account === null || account.tier === null ? {} : { target_tier: account.tier }),
  };
}
