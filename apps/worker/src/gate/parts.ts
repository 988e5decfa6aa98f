// What the Gate is given: storage, a clock, a source of ids, and where Baton stands. Nothing in this folder knows
// Cloudflare.
import type { Mail } from '../channels/mail.ts';
import type { Ids } from '../desk/parts.ts';
import type { Sql } from '../desk/sql.ts';

export type GateParts = {
  readonly sql: Sql;
  readonly now: () => number;
  readonly ids: Pick<Ids, 'next' | 'token'>;
  /** The public address that links begin with, without a slash at the end. */
  readonly url: string;
  /** Sends a mail, once; false when it did not leave. Null where no mail is set up. */
  readonly sendMail: ((to: string, mail: Mail) => Promise<boolean>) | null;
  /** Does this work once whoever asked has their answer. */
  readonly later: (work: () => Promise<void>) => void;
  /** Somebody has joined a workspace, has another role there, or has left it. */
  readonly membersChanged: (workspace: string) => void;
};
