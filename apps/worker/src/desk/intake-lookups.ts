// What an arrival may read while it is put down, and why nothing that waits in the intake is missed by it.
import { accountOfDomain } from './documents.ts';
import type { Lookup } from './intake.ts';
import { occurrencesOfLead } from './judging.ts';
import { leadOfAddress } from './leads.ts';
import { submissionBySecret } from './submit.ts';
import { visitorOfToken } from './visitors.ts';

export const lookups: ReadonlyMap<string, Lookup> = new Map([
  // Each is written with the secret, token or address that it is found by.
  [submissionBySecret, 'by_value'],
  [visitorOfToken, 'by_value'],
  [leadOfAddress, 'by_value'],
  // Whoever is known is met by the public id of their lead.
  [occurrencesOfLead, 'met'],
  // People put companies on lists.
  [accountOfDomain, 'never'],
]);
