// What things about companies are called, and what is wrong with a row of a file, in words.
import type { CompanyList, ImportedAccounts } from '@baton/worker/api-types';
import { partNames } from './guess-columns.ts';

export type ListedCompany = CompanyList['companies'][number];
export type RowError = ImportedAccounts['errors'][number];
export type Stage = NonNullable<ListedCompany['stage']>;

export const stageNames: Readonly<Record<Stage, string>> = {
  lead: 'Lead',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
  lost: 'Lost',
};

export const orderNames = {
  score: 'Highest score',
  contacts: 'Most contacts',
  active: 'Latest activity',
  name: 'By name',
} as const;

export function rowErrorInWords({ column, code, value }: RowError): string {
  switch (code) {
    case 'required':
      return `${partNames[column]} is missing.`;
    case 'not_a_domain':
      return `“${value}” is no domain.`;
    case 'free_mail_domain':
      return `Anybody may have a mailbox at ${value}: it is no company.`;
    case 'unknown_person':
      return `${value} is nobody of this workspace.`;
    case 'too_long':
      return `${partNames[column]} is longer than 200 characters.`;
    case 'listed_twice':
      return `${value} stands in the file before; the first row counts.`;
  }
}

const domainIssues: Readonly<Record<string, string>> = {
  not_a_domain: 'This is no domain. Write it like acme.com.',
  free_mail_domain: 'Anybody may have a mailbox there: it is no company.',
  too_many_accounts: 'This workspace has as many target accounts as it can: 100,000.',
  unknown_person: 'This is nobody of the workspace.',
  too_long: 'At most 200 characters.',
};

export function accountIssueInWords(code: string): string {
  return domainIssues[code] ?? 'This cannot be taken.';
}

export function peopleOf(count: number): string {
  return count === 1 ? '1 contact' : `${count.toLocaleString('en')} contacts`;
}

/** What became of a file. */
export function importedInWords({ added, changed, unchanged }: ImportedAccounts): string {
  const parts = [
    added > 0 ? `${added.toLocaleString('en')} added` : '',
    changed > 0 ? `${changed.toLocaleString('en')} changed` : '',
    unchanged > 0 ? `${unchanged.toLocaleString('en')} as they were` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'No row was taken.' : `${parts.join(', ')}.`;
}
