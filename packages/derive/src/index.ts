// What an e-mail address, a telephone number and a job title tell of a person and their company.
export { accountDomain } from './account-domain.ts';
export { deriveAttributes } from './derive-attributes.ts';
export type { Derived, TargetAccount } from './derive-attributes.ts';
export { companyDomain, emailKind, emailKinds } from './email-kind.ts';
export type { EmailKind } from './email-kind.ts';
export { jobTitleAttribute, jobTitleIds } from './job-title-attribute.ts';
export { phoneNumber } from './phone-number.ts';
export { seniorities } from './seniority/levels.ts';
export type { SeniorityId } from './seniority/levels.ts';
export { seniorityOf } from './seniority/seniority-of.ts';
