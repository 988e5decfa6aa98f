// The links that let somebody give a verdict without signing in. Each is bound to one handoff, one action and one
// holder, is signed with the workspace's own key, and expires.
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Parts } from './parts.ts';
import { sha256 } from './sha256.ts';
import { ownPrefix } from './workspace-of.ts';
import { storedKey } from './stored-key.ts';

/** `breach`: to say why it was late. */
export type VerdictAction = 'accept' | 'reject' | 'open' | 'breach';

/** The links that every notification of a handoff has. */
export type HandoffLinks = Record<Exclude<VerdictAction, 'breach'>, string>;

export type VerdictClaim = {
  /** The handoff's public id. */
  readonly handoff: string;
  readonly action: VerdictAction;
  /** `person:<e-mail>` or `destination:<id>`. */
  readonly holder: string;
  /** Epoch seconds. */
  readonly expires: number;
};

const lifetimeSeconds = 90 * 24 * 3600;
const actions = ['accept', 'reject', 'open', 'breach'] as const satisfies readonly VerdictAction[];

/** A link of any workspace: up to its token, and the token, whose signature has 24 bytes. */
const shape = /(\/v\/)(?:[a-z0-9-]+~)?[\w-]+\.[\w-]{32}(?![\w-])/g;

/** A text whose links are cut short, so that none of them opens anything. */
export function withoutVerdictLinks(text: string): string {
  return text.replaceAll(shape, '$1…');
}

export class VerdictLinks {
  readonly #parts: Parts;
  #key: KeyObject | null = null;
  /** It is told once, before there is anything to link to. */
  #prefix: string | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#secret();
  }

  /** The three links of one holder. */
  linksFor(handoff: string, holder: string, now: number): HandoffLinks {
    const link = (action: VerdictAction): string => this.#link(handoff, action, holder, now);
    return { accept: link('accept'), reject: link('reject'), open: link('open') };
  }

  /** Where its holder says why a handoff was late. */
  breachLink(handoff: string, holder: string, now: number): string {
    return this.#link(handoff, 'breach', holder, now);
  }

  /** What a token claims; null when it was not signed here or has expired. */
  read(token: string, now: number): VerdictClaim | null {
    const [payload = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !this.#matches(`verdict:${payload}`, signature)) return null;
    const [handoff = '', action = '', expires = '', ...holder] = Buffer.from(payload, 'base64url')
      .toString('utf8')
      .split(' ');
    const known = actions.find((candidate) => candidate === action);
    if (known === undefined || Number(expires) * 1000 < now) return null;
    return { handoff, action: known, holder: holder.join(' '), expires: Number(expires) };
  }

  /** A submission's id for a page that brought none: within an hour, the same content gets the same. */
  submissionId(content: string, now: number): string {
    const digits = sha256(this.#mac(`post:${Math.floor(now / 3_600_000)}:${content}`));
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  }

  /** A nonce that the page's script asks for when a person presses; it lives for two minutes. */
  nonce(token: string, now: number): string {
    const minute = Math.floor(now / 60_000);
    return `${minute.toString(36)}.${this.#mac(`press:${minute}:${token}`)}`;
  }

  isNonce(token: string, nonce: string, now: number): boolean {
    const [minute = '', signature = ''] = nonce.split('.');
    const at = parseInt(minute, 36);
    const age = Math.floor(now / 60_000) - at;
    return age >= 0 && age <= 2 && this.#matches(`press:${at}:${token}`, signature);
  }

  #link(handoff: string, action: VerdictAction, holder: string, now: number): string {
    const expires = Math.floor(now / 1000) + lifetimeSeconds;
    const token = this.#sign({ handoff, action, holder, expires });
    this.#prefix ??= ownPrefix(this.#parts.sql);
    return `${this.#parts.settings.url}/v/${this.#prefix}${token}`;
  }

  #sign(claim: VerdictClaim): string {
    const content = `${claim.handoff} ${claim.action} ${claim.expires} ${claim.holder}`;
    const payload = Buffer.from(content, 'utf8').toString('base64url');
    return `${payload}.${this.#mac(`verdict:${payload}`)}`;
  }

  #mac(content: string): string {
    return createHmac('sha256', this.#secret())
      .update(content)
      .digest()
      .subarray(0, 24)
      .toString('base64url');
  }

  #matches(content: string, signature: string): boolean {
    const expected = Buffer.from(this.#mac(content));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #secret(): KeyObject {
    this.#key ??= createSecretKey(storedKey(this.#parts.sql, 'verdict_key'));
    return this.#key;
  }
}
