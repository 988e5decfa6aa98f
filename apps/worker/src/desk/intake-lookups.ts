// What an arrival may read while it is put down, and why nothing that waits in the intake is missed by it.
import { alertStored, alertTold } from './clocks/alert.ts';
import { ownerOfCompany } from './companies/company-owner.ts';
import { accountOfDomain } from './documents.ts';
import { handoffStored } from './give-to.ts';
import type { Lookup } from './intake.ts';
import { occurrencesOfLead } from './judging.ts';
import { leadOfAddress } from './leads.ts';
import { countedSince, saltKept, saltStored } from './limits.ts';
import { membersKept } from './people/members.ts';
import { proofUsed } from './proofs.ts';
import { givenSince, turnsStored, turnsTaken } from './roster.ts';
import { keyKept } from './stored-key.ts';
import { submissionBySecret } from './submit.ts';
import { trustedSenders } from './trusted.ts';
import { visitorOfToken } from './visitors.ts';
import { workspaceKept } from './workspace-of.ts';

export const lookups: ReadonlyMap<string, Lookup> = new Map<string, Lookup>([
  // Each is written with the secret, token, address or domain that it is found by; what is counted and used up, with its
  // key; and keys with their name.
  [submissionBySecret, 'by_value'],
  [visitorOfToken, 'by_value'],
  [leadOfAddress, 'by_value'],
  [ownerOfCompany, 'by_value'],
  [countedSince, 'by_value'],
  [proofUsed, 'by_value'],
  [keyKept, 'by_value'],
  // Whoever is known is met by the public id of their lead.
  [occurrencesOfLead, 'met'],
  // Whose turn it is, and what each was given: where some of it waits, what it comes to is remembered.
  [turnsTaken, { changedBy: turnsStored }],
  [givenSince, { changedBy: handoffStored }],
  [alertTold, { changedBy: alertStored }],
  [saltKept, { changedBy: saltStored }],
  // The Gate tells them.
  [workspaceKept, 'never'],
  [membersKept, 'never'],
  // People put companies on lists, and trust senders.
  [accountOfDomain, 'never'],
  [trustedSenders, 'never'],
]);
