// Companies by what they are looked for: a word, a list, an owner; in the order asked for. Sorting goes by the same sums
// and maxima as the score that is shown.
import type { Context } from '../context.ts';
import { first, number, text, type SqlValue } from '../sql.ts';
import { sumCompanies } from './company-sums.ts';
import { companyView } from './company-view.ts';

export const companyOrders = ['score', 'contacts', 'active', 'name'] as const;

export type CompanyQuery = {
  /** Part of a domain or of an account's name. */
  readonly search: string | null;
  readonly list: string | null;
  readonly owner: string | null;
  readonly sort: (typeof companyOrders)[number];
  readonly limit: number;
  readonly offset: number;
};

export type CompanyPage = {
  readonly companies: readonly object[];
  /** How many there are in all. */
  readonly total: number;
  /** The offset of the next page. */
  readonly next: number | null;
};

const orders: Readonly<Record<CompanyQuery['sort'], string>> = {
  score: `min(fit, ?) + min(engagement, ?) + min(intent, ?) DESC NULLS LAST, contacts DESC, domain`,
  contacts: `contacts DESC, domain`,
  active: `last_at DESC NULLS LAST, domain`,
  name: `coalesce(name, domain) COLLATE NOCASE, domain`,
};

export function listCompanies(context: Context, query: CompanyQuery): CompanyPage {
  const { sql } = context.parts;
  sumCompanies(sql);
  const where: string[] = ['(contacts > 0 OR list IS NOT NULL)'];
  const values: SqlValue[] = [];
  if (query.list !== null) {
    where.push('list = ?');
    values.push(query.list);
  }
  if (query.owner !== null) {
    where.push('coalesce(account_owner, owner) = ?');
    values.push(query.owner);
  }
  if (query.search !== null) {
    where.push(`(instr(domain, ?) > 0 OR instr(lower(name), ?) > 0)`);
    values.push(query.search.toLowerCase(), query.search.toLowerCase());
  }
  const which = where.join(' AND ');
  const [counted] = sql.all(`SELECT count(*) AS count FROM companies WHERE ${which}`, ...values);
  const total = counted === undefined ? 0 : number(counted, 'count');
  // What is sorted is kept small: far down a long list it is all that is passed over.
  const found = sql.all(
    `SELECT domain FROM companies WHERE ${which} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`,
    ...values,
    ...(query.sort === 'score' ? maxima(context) : []),
    query.limit,
    query.offset,
  );
  const end = query.offset + found.length;
  return {
    companies: found.flatMap((row) => {
      const company = first(sql, `SELECT * FROM companies WHERE domain = ?`, text(row, 'domain'));
      return company === null ? [] : [companyView(context, company)];
    }),
    total,
    next: end < total && found.length > 0 ? end : null,
  };
}

/** Without an agreement nobody has a score. */
function maxima(context: Context): number[] {
  const score = context.documents.inForce()?.judge.agreement.score;
  return score === undefined ? [0, 0, 0] : [score.fit.max, score.engagement.max, score.intent.max];
}
