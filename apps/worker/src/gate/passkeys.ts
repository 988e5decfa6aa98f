// Passkeys: a person's device signs a challenge of ours instead of a mail being opened. A challenge is good for one answer
// within five minutes. The cryptography is a library's, which is loaded when somebody uses a passkey and not before.
import * as z from 'zod';
import { first, number, numberOrNull, text, type Row, type Sql } from '../desk/sql.ts';
import { recordChange } from './audit.ts';
import type { GateParts } from './parts.ts';
import { membershipsOf } from './people.ts';
import { hashOf } from './secret.ts';
import { openSession, signedInBy } from './sessions.ts';

const lifetime = 5 * 60_000;

/** The most challenges that wait for an answer: in a flood the oldest give way. */
const mostChallenges = 2000;

/** The most passkeys that one person may have. */
const mostPasskeys = 20;

/** Where our pages stand: passkeys belong to its host's name. */
export type Site = { readonly origin: string; readonly host: string };

/** What the browser is to do, as JSON, and the ticket that its answer has to bring. */
export type PasskeyTask = { readonly ticket: string; readonly options: string };

export type PasskeyView = {
  readonly id: string;
  readonly name: string;
  /** Epoch ms; `usedAt`: null when never. */
  readonly createdAt: number;
  readonly usedAt: number | null;
};

const loadLibrary = () => import('@simplewebauthn/server');

const common = {
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
};

/** What a browser answers when it has made a passkey. */
export const madePasskeySchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});

/** What a browser answers when somebody signs in by a passkey. */
export const usedPasskeySchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
  }),
});

/** The person's own passkeys, the latest first. */
export function passkeysOf({ sql }: GateParts, person: string): PasskeyView[] {
  return sql
    .all(`SELECT * FROM passkeys WHERE person = ? ORDER BY created_at DESC, id`, person)
    .map((row) => ({
      id: text(row, 'id'),
      name: text(row, 'name'),
      createdAt: number(row, 'created_at'),
      usedAt: numberOrNull(row, 'used_at'),
    }));
}

/** Begins making a passkey; null when nobody is signed in or there are too many. */
export async function beginMaking(
  parts: GateParts,
  session: string,
  site: Site,
): Promise<PasskeyTask | null> {
  const person = signedInBy(parts, session)?.person;
  const had = person === undefined ? [] : passkeysOf(parts, person.id);
  if (person === undefined || had.length >= mostPasskeys) return null;
  const { generateRegistrationOptions } = await loadLibrary();
  const options = await generateRegistrationOptions({
    rpName: 'Baton',
    rpID: site.host,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    excludeCredentials: had.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const ticket = keepChallenge(parts, options.challenge, person.id);
  return { ticket, options: JSON.stringify(options) };
}

/** Keeps a passkey that was made. False when it does not answer the challenge, or nobody is signed in. */
export async function finishMaking(
  parts: GateParts,
  session: string,
  site: Site,
  ticket: string,
  answer: z.infer<typeof madePasskeySchema>,
  browser: string,
): Promise<boolean> {
  const signedIn = signedInBy(parts, session);
  const person = signedIn?.person;
  const challenge = takeChallenge(parts, ticket, person?.id ?? null);
  if (person === undefined || challenge === null) return false;
  const { verifyRegistrationResponse } = await loadLibrary();
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: true,
  }).catch(refused);
  if (!verified.verified || verified.registrationInfo === undefined) return false;
  const { credential } = verified.registrationInfo;
  return parts.sql.transaction(() => {
    // Meanwhile the session may have ended, or the passkey have become somebody's.
    if (signedInBy(parts, session) === null || passkeyRow(parts.sql, credential.id) !== null) return false;
    parts.sql.run(
      `INSERT INTO passkeys (id, person, name, public_key, counter, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
      credential.id,
      person.id,
      browser,
      Buffer.from(credential.publicKey).toString('base64url'),
      credential.counter,
      parts.now(),
    );
    recordChange(parts, {
      workspace: signedIn?.membership?.workspace ?? null,
      author: `person:${person.email}`,
      action: 'passkey.made',
      subject: person.email,
      after: { name: browser },
    });
    return true;
  });
}

/** Begins signing in by a passkey. Says nothing of whose there are. */
export async function beginUsing(parts: GateParts, site: Site): Promise<PasskeyTask> {
  const { generateAuthenticationOptions } = await loadLibrary();
  const options = await generateAuthenticationOptions({ rpID: site.host, userVerification: 'required' });
  return { ticket: keepChallenge(parts, options.challenge, null), options: JSON.stringify(options) };
}

/** Opens a session for whoever's passkey answered; null when none did. */
export async function finishUsing(
  parts: GateParts,
  site: Site,
  ticket: string,
  answer: z.infer<typeof usedPasskeySchema>,
  browser: string,
): Promise<string | null> {
  const challenge = takeChallenge(parts, ticket, null);
  const row = passkeyRow(parts.sql, answer.id);
  if (challenge === null || row === null) return null;
  const { verifyAuthenticationResponse } = await loadLibrary();
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(Buffer.from(text(row, 'public_key'), 'base64url')),
      counter: number(row, 'counter'),
    },
    requireUserVerification: true,
  }).catch(refused);
  if (!verified.verified || !('authenticationInfo' in verified)) return null;
  const { newCounter } = verified.authenticationInfo;
  return parts.sql.transaction(() => {
    const person = text(row, 'person');
    const [membership] = membershipsOf(parts.sql, person);
    // Meanwhile it may have been taken away, with its person or alone.
    if (membership === undefined || passkeyRow(parts.sql, answer.id) === null) return null;
    parts.sql.run(
      `UPDATE passkeys SET counter = ?, used_at = ? WHERE id = ?`,
      newCounter,
      parts.now(),
      answer.id,
    );
    return openSession(parts, person, membership.workspace, browser);
  });
}

/** Takes away one's own passkey. False when there is none. */
export function removePasskey(parts: GateParts, session: string, id: string): boolean {
  return parts.sql.transaction(() => {
    const signedIn = signedInBy(parts, session);
    const person = signedIn?.person;
    const row = passkeyRow(parts.sql, id);
    if (person === undefined || row === null || text(row, 'person') !== person.id) return false;
    parts.sql.run(`DELETE FROM passkeys WHERE id = ?`, id);
    recordChange(parts, {
      workspace: signedIn?.membership?.workspace ?? null,
      author: `person:${person.email}`,
      action: 'passkey.removed',
      subject: person.email,
      before: { name: text(row, 'name') },
    });
    return true;
  });
}

/** The library throws for whatever is wrong with an answer. */
function refused(): { readonly verified: false; readonly registrationInfo?: never } {
  return { verified: false };
}

function passkeyRow(sql: Sql, id: string): Row | null {
  return first(sql, `SELECT * FROM passkeys WHERE id = ?`, id);
}

function keepChallenge(parts: GateParts, challenge: string, person: string | null): string {
  const { sql, ids, now } = parts;
  const ticket = ids.token();
  sql.run(`DELETE FROM challenges WHERE expires_at <= ?`, now());
  sql.run(
    `DELETE FROM challenges WHERE hash IN
       (SELECT hash FROM challenges ORDER BY expires_at DESC LIMIT -1 OFFSET ?)`,
    mostChallenges - 1,
  );
  sql.run(
    `INSERT INTO challenges (hash, challenge, person, expires_at) VALUES (?, ?, ?, ?)`,
    hashOf('ticket', ticket),
    challenge,
    person,
    now() + lifetime,
  );
  return ticket;
}

/** The challenge of a ticket, once. */
function takeChallenge({ sql, now }: GateParts, ticket: string, person: string | null): string | null {
  const row = first(
    sql,
    `DELETE FROM challenges WHERE hash = ? AND expires_at > ? AND person IS ? RETURNING challenge`,
    hashOf('ticket', ticket),
    now(),
    person,
  );
  return row === null ? null : text(row, 'challenge');
}
