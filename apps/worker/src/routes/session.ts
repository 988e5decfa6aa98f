// The cookie that a signed-in browser shows, and whether a press came from a page of ours.
import { isIP } from 'node:net';
import { sessionSeconds, type SignedIn } from '../gate/sessions.ts';
import { publicUrl, type Env } from '../env.ts';

/** `__Host-`: only over TLS or on this machine, only from this very host, for all of it. */
const name = '__Host-baton';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** The session's secret as the browser showed it; null without one. */
export function sessionSecret(request: Request): string | null {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.split('=', 2);
    if (key.trim() === name && value.trim() !== '') return value.trim();
  }
  return null;
}

/** The `Set-Cookie` that keeps a session. */
export function sessionCookie(secret: string): string {
  return `${name}=${secret}; Max-Age=${sessionSeconds}; ${attributes}`;
}

/** The `Set-Cookie` that forgets it. */
export const noSessionCookie = `${name}=; Max-Age=0; ${attributes}`;

/** Whether a request that changes something was sent by a page at our own address. One that does not say is not. */
export function isFromOurPage(request: Request, env: Env): boolean {
  const origin = request.headers.get('origin');
  return (
    origin !== null && (origin === new URL(request.url).origin || origin === new URL(publicUrl(env)).origin)
  );
}

/** Where somebody begins: sales with their leads, all others with the forms. */
export function homeOf(signedIn: SignedIn | null): string {
  return signedIn?.membership?.role === 'sales' ? '/inbox' : '/forms';
}

/** An answer that leads on, with GET. */
export function leadTo(place: string, cookie?: string): Response {
  const headers = new Headers({ location: place, 'cache-control': 'no-store' });
  if (cookie !== undefined) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** Whether the host of an address has a name. Passkeys belong to names: browsers make none for a number. */
export function isNamed(url: string): boolean {
  const { hostname } = new URL(url);
  return !hostname.startsWith('[') && isIP(hostname) === 0;
}

/** Whether the pages offer passkeys: here, or where Baton stands for everybody. */
export function takesPasskeys(url: string, env: Env): boolean {
  return isNamed(url) || isNamed(publicUrl(env));
}
