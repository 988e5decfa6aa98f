// Links of alerts and reports that work without a login: to mute an alert, to stop the weekly report. Each is bound to one
// thing and one holder, is signed with the workspace's own key, and expires. Following one changes nothing.
import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Parts } from '../parts.ts';
import { storedKey } from '../stored-key.ts';
import { ownPrefix } from '../workspace-of.ts';

export type ReviewClaim = {
  readonly act: 'mute' | 'stop';
  /** The alert's public id; of `stop`: `report`. */
  readonly subject: string;
  /** `person:<e-mail>` or `destination:<id>`. */
  readonly holder: string;
};

const lifetimeSeconds = 90 * 24 * 3600;

export class ReviewLinks {
  readonly #parts: Parts;
  #key: KeyObject | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#secret();
  }

  link({ act, subject, holder }: ReviewClaim, now: number): string {
    const expires = Math.floor(now / 1000) + lifetimeSeconds;
    const payload = Buffer.from(`${act} ${subject} ${expires} ${holder}`, 'utf8').toString('base64url');
    const token = `${payload}.${this.#mac(`review:${payload}`)}`;
    return `${this.#parts.settings.url}/quiet/${ownPrefix(this.#parts.sql)}${token}`;
  }

  /** Null when it was not signed here or has expired. */
  read(token: string, now: number): ReviewClaim | null {
    const [payload = '', signature = '', ...rest] = token.split('.');
    if (rest.length > 0 || !this.#matches(`review:${payload}`, signature)) return null;
    const [act = '', subject = '', expires = '', ...holder] = Buffer.from(payload, 'base64url')
      .toString('utf8')
      .split(' ');
    if ((act !== 'mute' && act !== 'stop') || Number(expires) * 1000 < now) return null;
    return { act, subject, holder: holder.join(' ') };
  }

  /** A nonce that the page's script asks for when a person presses; it lives for two minutes. */
  nonce(token: string, now: number): string {
    const minute = Math.floor(now / 60_000);
    return `${minute.toString(36)}.${this.#mac(`quiet:${minute}:${token}`)}`;
  }

  isNonce(token: string, nonce: string, now: number): boolean {
    const [minute = '', signature = ''] = nonce.split('.');
    const at = parseInt(minute, 36);
    const age = Math.floor(now / 60_000) - at;
    return age >= 0 && age <= 2 && this.#matches(`quiet:${at}:${token}`, signature);
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
