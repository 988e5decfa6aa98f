// Target accounts: which companies are wanted, on which list, of which tier, and whose they are. A company is on one list.
// When that changes, its people are counted anew in the background, and nobody is handed off by it.
import type { TargetAccount } from '@baton/derive';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { refreshAt } from '../refresh-leads.ts';
import { first, number, text, textOrNull, type Row, type Sql } from '../sql.ts';

export type Account = TargetAccount & {
  readonly domain: string;
  readonly name: string | null;
  readonly owner: string | null;
};

/** What is said of an account: what is absent stays as it is. */
export type GivenAccount = Pick<Account, 'domain' | 'list'> & Partial<Account>;

export type Stored = { readonly added: number; readonly changed: number; readonly unchanged: number };

/** A workspace has no more of them. */
export const mostAccounts = 100_000;

export function accountCount(sql: Sql): number {
  const row = first(sql, `SELECT count(*) AS count FROM companies WHERE list IS NOT NULL`);
  return row === null ? 0 : number(row, 'count');
}

export function accountAt(sql: Sql, domain: string): Account | null {
  const row = first(sql, `SELECT * FROM companies WHERE domain = ? AND list IS NOT NULL`, domain);
  return row === null ? null : accountOf(row);
}

function accountOf(row: Row): Account {
  return {
    domain: text(row, 'domain'),
    list: text(row, 'list'),
    tier: textOrNull(row, 'account_tier'),
    name: textOrNull(row, 'name'),
    owner: textOrNull(row, 'account_owner'),
  };
}

/** Stores all of them. To be called in a transaction, each domain once. */
export function storeAccounts({ parts }: Context, given: readonly GivenAccount[], now: number): Stored {
  const { sql } = parts;
  const known = new Map(
    sql
      .all(
        `SELECT * FROM companies WHERE list IS NOT NULL AND domain IN (SELECT value FROM json_each(?))`,
        JSON.stringify(given.map(({ domain }) => domain)),
      )
      .map((row) => [text(row, 'domain'), accountOf(row)]),
  );
  const accounts = given.map((account): Account => {
    const before = known.get(account.domain);
    return {
      domain: account.domain,
      list: account.list,
      tier: account.tier === undefined ? (before?.tier ?? null) : account.tier,
      name: account.name === undefined ? (before?.name ?? null) : account.name,
      owner: account.owner === undefined ? (before?.owner ?? null) : account.owner,
    };
  });
  const changed = accounts.filter((account) => {
    const before = known.get(account.domain);
    return before === undefined || JSON.stringify(before) !== JSON.stringify(account);
  });
  if (changed.length > 0) {
    sql.run(
      `INSERT INTO companies (domain, attributes, created_at, list, account_tier, name, account_owner)
       SELECT value ->> 'domain', '{}', ?, value ->> 'list', value ->> 'tier', value ->> 'name', value ->> 'owner'
       FROM json_each(?) WHERE true
       ON CONFLICT (domain) DO UPDATE SET list = excluded.list, account_tier = excluded.account_tier,
         name = excluded.name, account_owner = excluded.account_owner`,
      now,
      JSON.stringify(changed),
    );
  }
  const judged = changed.filter(({ domain, list, tier }) => {
    const before = known.get(domain);
    return before?.list !== list || before.tier !== tier;
  });
  refreshCompanies(
    parts,
    judged.map(({ domain }) => domain),
    now,
  );
  const added = changed.filter(({ domain }) => !known.has(domain)).length;
  return { added, changed: changed.length - added, unchanged: accounts.length - changed.length };
}

/** Takes a company off its list. False when it is on none. */
export function removeAccount({ parts }: Context, domain: string, author: string, now: number): boolean {
  const before = accountAt(parts.sql, domain);
  if (before === null) return false;
  parts.sql.transaction(() => {
    takeOff(parts.sql, `domain = ?`, domain);
    refreshCompanies(parts, [domain], now);
    recordChange(parts, author, { action: 'account.removed', subject: domain, before });
  });
  return true;
}

/** Takes everybody off a list; it is gone then. How many there were. */
export function removeList({ parts }: Context, list: string, author: string, now: number): number {
  const { sql } = parts;
  return sql.transaction(() => {
    const domains = sql
      .all(`SELECT domain FROM companies WHERE list = ?`, list)
      .map((row) => text(row, 'domain'));
    if (domains.length === 0) return 0;
    takeOff(sql, `list = ?`, list);
    refreshCompanies(parts, domains, now);
    const before = { accounts: domains.length };
    recordChange(parts, author, { action: 'target_list.removed', subject: list, before });
    return domains.length;
  });
}

/** A company without people was here for its list alone. */
function takeOff(sql: Sql, which: string, value: string): void {
  sql.run(
    `DELETE FROM companies WHERE ${which} AND list IS NOT NULL AND contacts = 0
    AND NOT EXISTS (SELECT 1 FROM leads WHERE leads.domain = companies.domain)`,
    value,
  );
  sql.run(
    `UPDATE companies SET list = NULL, account_tier = NULL, name = NULL, account_owner = NULL
     WHERE ${which} AND list IS NOT NULL`,
    value,
  );
}

function refreshCompanies(parts: Context['parts'], domains: readonly string[], now: number): void {
  if (domains.length === 0) return;
  parts.sql.run(
    `INSERT INTO refreshes (kind, subject, after)
     SELECT 'company', value, 0 FROM json_each(?)
     WHERE EXISTS (SELECT 1 FROM leads WHERE leads.domain = value)
     ON CONFLICT (kind, subject) DO UPDATE SET after = 0`,
    JSON.stringify(domains),
  );
  refreshAt(parts, now);
}

export type TargetList = {
  readonly name: string;
  readonly accounts: number;
  /** Those of which somebody is known. */
  readonly reached: number;
  readonly tiers: readonly string[];
};

/** Every list there is, by name. */
export function targetLists(sql: Sql): TargetList[] {
  const rows = sql.all(
    `SELECT list, account_tier, count(*) AS accounts, sum(contacts > 0) AS reached FROM companies
     WHERE list IS NOT NULL GROUP BY list, account_tier ORDER BY list, account_tier`,
  );
  const lists = new Map<string, TargetList>();
  for (const row of rows) {
    const name = text(row, 'list');
    const before = lists.get(name) ?? { name, accounts: 0, reached: 0, tiers: [] };
    const tier = textOrNull(row, 'account_tier');
    lists.set(name, {
      name,
      accounts: before.accounts + number(row, 'accounts'),
      reached: before.reached + number(row, 'reached'),
      tiers: tier === null ? before.tiers : [...before.tiers, tier],
    });
  }
  return [...lists.values()];
}
