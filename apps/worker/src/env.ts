// What the host gives the worker. The names of the settings are the same as Cloudflare secrets.
import type { AddressPolicy } from './channels/address.ts';
import type { MailBinding } from './channels/mail-binding.ts';
import type { DeskObject } from './desk-object.ts';
import type { GateObject } from './gate-object.ts';
import type { MailService } from './mail-service.ts';

export type Env = {
  readonly DESK: DurableObjectNamespace<DeskObject>;
  readonly GATE: DurableObjectNamespace<GateObject>;
  /** The editor's files, as they were built. */
  readonly ASSETS: Fetcher;
  readonly MAIL: Service<typeof MailService>;
  /** Cloudflare's `send_email` binding, where there is one. */
  readonly SEND_EMAIL?: MailBinding;
  /** Opens `/api` with all rights. Without it, nobody gets in. */
  readonly BATON_OWNER_KEY?: string;
  /** The public address, for links. */
  readonly BATON_URL?: string;
  readonly BATON_SMTP?: string;
  readonly BATON_RESEND_KEY?: string;
  readonly BATON_MAIL_FROM?: string;
  /** `1`: webhooks may go to private addresses. Development and tests only. */
  readonly BATON_ALLOW_PRIVATE?: string;
  /** `host:port` pairs, separated by commas, that webhooks may reach although they are private. */
  readonly BATON_TRUSTED?: string;
  /** The header in which the nearest proxy says whom it speaks for; `cf-connecting-ip` on Cloudflare. */
  readonly BATON_ADDRESS_HEADER?: string;
  readonly BATON_TURNSTILE_SECRET?: string;
  /** `decisions`: one line for each decision and delivery. */
  readonly BATON_LOG?: string;
};

/** Which addresses the worker may call of its own accord. */
export function addressPolicy(env: Env): AddressPolicy {
  const trusted = (env.BATON_TRUSTED ?? '').split(',').filter((host) => host !== '');
  return { allowPrivate: env.BATON_ALLOW_PRIVATE === '1', trusted };
}

/** The public address without a slash at the end. */
export function publicUrl(env: Env): string {
  return (env.BATON_URL ?? 'http://127.0.0.1:8787').replace(/\/+$/, '');
}
