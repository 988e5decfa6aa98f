// A proposal is signed by a person of a side, over the very hash that they saw. With both sides' signatures over it it
// is in force from that second, for every arrival after it; the one before is replaced and what else was proposed is
// outdated in the same transaction. A signature counts only while its signer is of that side and has its role.
import type { Role } from '../../access/roles.ts';
import { recordChange } from '../audit.ts';
import type { Context } from '../context.ts';
import { clearDue, setDue } from '../due-work.ts';
import type { Posted } from '../outbox.ts';
import { number } from '../sql.ts';
import { soundAgreement } from '../stored-agreement.ts';
import { endOutdated, endProposal } from './end-proposal.ts';
import { planReview } from './review.ts';
import { tellExpired, tellInForce, tellSigned } from './tell.ts';
import type { Side } from './states.ts';
import { isOver, signaturesOf, storedVersion, versionInForce } from './versions.ts';

export type Signer = {
  /** Whoever calls has made sure that it is them, and that this is their side. */
  readonly email: string;
  readonly side: Side;
  /** Of what they saw. */
  readonly hash: string;
  /** The role that everybody who has signed so far has now, by e-mail; null: none. */
  readonly roles: Readonly<Record<string, Role | null>>;
};

export type Signed =
  | {
      readonly kind: 'signed' | 'in_force';
      readonly version: number;
      readonly posted: readonly Posted[];
    }
  | { readonly kind: SignRefusal };

export type SignRefusal =
  | 'unknown'
  /** Withdrawn, answered, outdated or replaced. */
  | 'ended'
  | 'expired'
  | 'other_hash'
  | 'tampered'
  | 'not_among_people'
  | 'other_side'
  /** Somebody has signed meanwhile of whom `roles` says nothing: ask for them as well. */
  | 'ask_again';

export function signProposal(context: Context, version: number, signer: Signer): Signed {
  const { parts, documents } = context;
  const { sql } = parts;
  const { email, side, hash } = signer;
  return sql.transaction((): Signed => {
    const now = parts.now();
    const { people } = documents.all();
    const person = people.get(email);
    if (person === undefined) return { kind: 'not_among_people' };
    if (person.party !== side) return { kind: 'other_side' };
    const found = storedVersion(sql, version);
    if (found === null) return { kind: 'unknown' };
    const proposal = found.version;
    if (proposal.hash !== hash) return { kind: 'other_hash' };
    const given = signaturesOf(sql, proposal);
    if (proposal.state === 'in_force') {
      // Pressed twice: it is what they wanted.
      const isTheirs = given.some((one) => one.by === email);
      return isTheirs ? { kind: 'in_force', version, posted: [] } : { kind: 'ended' };
    }
    if (proposal.state === 'expired') return { kind: 'expired' };
    if (isOver(proposal, now)) {
      endProposal(context, proposal, 'expired', 'baton');
      tellExpired(context, proposal);
      return { kind: 'expired' };
    }
    const base = versionInForce(sql)?.version ?? null;
    if (proposal.state !== 'proposed' || proposal.base !== base) return { kind: 'ended' };
    if (!soundAgreement(sql, found.row).ok) return { kind: 'tampered' };

    const others = given.filter((one) => one.by !== email);
    if (others.some(({ by }) => signer.roles[by] === undefined)) return { kind: 'ask_again' };
    const counting = others.filter(
      ({ by, party }) => signer.roles[by] === party && people.get(by)?.party === party,
    );
    const isTaken = counting.some((one) => one.party === side);
    const isOwn = given.some((one) => one.by === email && one.party === side);
    if (!isTaken && !isOwn) store(context, version, side, email, hash, now);
    if (!counting.some((one) => one.party !== side)) {
      const isNew = !isTaken && !isOwn;
      return { kind: 'signed', version, posted: isNew ? tellSigned(context, version, side, email) : [] };
    }
    return { kind: 'in_force', version, posted: comeIntoForce(context, version, email, now) };
  });
}

function store(
  context: Context,
  version: number,
  side: Side,
  email: string,
  hash: string,
  now: number,
): void {
  context.parts.sql.run(
    `INSERT INTO signatures (agreement, party, person, hash, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (agreement, party) DO UPDATE SET person = excluded.person, hash = excluded.hash, at = excluded.at`,
    version,
    side,
    email,
    hash,
    now,
  );
  recordChange(context.parts, `person:${email}`, {
    action: 'agreement.signed',
    subject: String(version),
    after: { party: side, hash },
  });
}

function comeIntoForce(context: Context, version: number, email: string, now: number): Posted[] {
  const { parts, documents } = context;
  const { sql } = parts;
  const [replaced] = sql.all(
    `UPDATE agreements SET state = 'replaced', ended_at = ? WHERE state = 'in_force' RETURNING version`,
    now,
  );
  sql.run(`UPDATE agreements SET state = 'in_force', in_force_at = ? WHERE version = ?`, now, version);
  clearDue(sql, 'proposal', version);
  recordChange(parts, `person:${email}`, {
    action: 'agreement.in_force',
    subject: String(version),
    ...(replaced === undefined ? {} : { before: { version: number(replaced, 'version') } }),
    after: { version },
  });
  documents.forget();
  setDue(sql, 'rescore', 0, now);
  setDue(sql, 'judge', 0, now);
  parts.wake(now);
  planReview(context);
  return [...tellInForce(context, version, email), ...endOutdated(context)];
}
