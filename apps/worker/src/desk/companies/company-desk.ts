// The Desk's side of companies: who is known there, and which of them are target accounts.
import { accountDomain } from '@baton/derive';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { done, invalid, unknown, type HandAnswer } from '../hands/answer.ts';
import {
  accountAt,
  accountCount,
  mostAccounts,
  removeAccount,
  removeList,
  storeAccounts,
  targetLists,
  type Account,
} from './accounts.ts';
import { listCompanies, type CompanyQuery } from './company-list.ts';
import { sumCompanies, sumCompany } from './company-sums.ts';
import { companyWithPeople } from './company-view.ts';
import { readAccounts, type AccountColumns } from './read-accounts.ts';

/** Errors of a file that are told one by one. */
const mostErrors = 200;

export type AccountFile = {
  readonly csv: string;
  readonly columns: AccountColumns;
  /** The list of rows that name none. */
  readonly list: string | null;
};

export class CompanyDesk {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  list(query: CompanyQuery): string {
    return JSON.stringify(listCompanies(this.#context, query));
  }

  /** A company with its people, by any way of writing its domain. */
  read(domain: string): HandAnswer {
    const named = accountDomain(domain);
    if (!named.ok) return unknown('company');
    sumCompany(this.#context.parts.sql, named.domain);
    const company = companyWithPeople(this.#context, named.domain);
    return company === null ? unknown('company') : done(company);
  }

  lists(): HandAnswer {
    sumCompanies(this.#context.parts.sql);
    return done({ lists: targetLists(this.#context.parts.sql) });
  }

  /** Puts a company on a list, or says something else of it. */
  save(domain: string, given: Omit<Account, 'domain'>, author: string): HandAnswer {
    const { parts } = this.#context;
    const named = accountDomain(domain);
    if (!named.ok) return invalid(named.code, 'domain');
    const owner = given.owner === null ? null : given.owner.toLowerCase();
    if (owner !== null && !this.#isPerson(owner)) return invalid('unknown_person', 'owner');
    const before = accountAt(parts.sql, named.domain);
    if (before === null && accountCount(parts.sql) >= mostAccounts) return full('domain');
    const account: Account = { ...given, domain: named.domain, owner };
    parts.sql.transaction(() => {
      const { unchanged } = storeAccounts(this.#context, [account], parts.now());
      if (unchanged > 0) return;
      recordChange(parts, author, {
        action: before === null ? 'account.added' : 'account.changed',
        subject: named.domain,
        ...(before === null ? {} : { before }),
        after: account,
      });
    });
    return done(account);
  }

  /** Takes every good row of a file; what is wrong with the others is told by line. */
  takeFile({ csv, columns, list }: AccountFile, author: string): HandAnswer {
    const { parts } = this.#context;
    const read = readAccounts(csv, columns, list, (email) => this.#isPerson(email));
    if (!read.ok) return { kind: 'invalid', issues: read.issues };
    if (accountCount(parts.sql) + read.accounts.length > mostAccounts) return full('csv');
    const stored = parts.sql.transaction(() => {
      const stored = storeAccounts(this.#context, read.accounts, parts.now());
      if (stored.added + stored.changed > 0) {
        const lists = [...new Set(read.accounts.map((account) => account.list))];
        const after = { ...stored, lists: lists.slice(0, 20), errors: read.errors.length };
        recordChange(parts, author, { action: 'accounts.imported', subject: lists[0] ?? '', after });
      }
      return stored;
    });
    return done({
      ...stored,
      errors: read.errors.slice(0, mostErrors),
      moreErrors: Math.max(0, read.errors.length - mostErrors),
    });
  }

  /** Takes a company off its list. */
  remove(domain: string, author: string): HandAnswer {
    const named = accountDomain(domain);
    const isGone = named.ok && removeAccount(this.#context, named.domain, author, this.#context.parts.now());
    return isGone ? done({ domain: named.domain }) : unknown('target account');
  }

  removeList(list: string, author: string): HandAnswer {
    const removed = removeList(this.#context, list, author, this.#context.parts.now());
    return removed === 0 ? unknown('list') : done({ removed });
  }

  #isPerson(email: string): boolean {
    return this.#context.documents.all().people.has(email);
  }
}

function full(at: string): HandAnswer {
  return {
    kind: 'invalid',
    issues: [{ code: 'too_many_accounts', path: [at], params: { max: mostAccounts } }],
  };
}
