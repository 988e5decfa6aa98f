// What the Gate is given: storage, a clock, a source of ids, and where Baton stands. Nothing in this folder knows
// Cloudflare.
import type { Ids } from '../desk/parts.ts';
import type { Sql } from '../desk/sql.ts';

export type GateParts = {
  readonly sql: Sql;
  readonly now: () => number;
  readonly ids: Pick<Ids, 'next' | 'token'>;
  /** The public address that links begin with, without a slash at the end. */
  readonly url: string;
};

/** The workspace that every Baton has from its first start. */
export const firstWorkspace = 'main';
