// Reads off a request what it tells by itself.
import { addressBlock } from './address-block.ts';
import type { Env } from './env.ts';
import type { RequestFacts } from './request-facts.ts';

/** Reads them off the request. `cf` is only there on Cloudflare. */
export function requestFacts(request: Request, env: Pick<Env, 'BATON_ADDRESS_HEADER'> = {}): RequestFacts {
  const origin = request.headers.get('origin');
  const { cf } = request;
  const country: unknown = cf?.['country'];
  return {
    origin: origin === null || origin === new URL(request.url).origin ? null : origin,
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null,
    block: addressBlock(request.headers, cf?.['clientIp'], env.BATON_ADDRESS_HEADER),
    language: preferredLanguage(request.headers.get('accept-language')),
    device: deviceOf(request.headers.get('user-agent')),
  };
}

/** The first language of `Accept-Language`, such as `de-AT`. */
function preferredLanguage(header: string | null): string | null {
  const tag = header?.split(',', 1)[0]?.split(';', 1)[0]?.trim() ?? '';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}

/** A rough guess, as conditions on the device need no better. */
function deviceOf(userAgent: string | null): RequestFacts['device'] {
  if (userAgent === null || !/mozilla/i.test(userAgent)) return null;
  if (/ipad|tablet|android(?!.*mobile)/i.test(userAgent)) return 'tablet';
  return /mobi|iphone|ipod/i.test(userAgent) ? 'phone' : 'desktop';
}
