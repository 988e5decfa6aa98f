// What Cloudflare's Turnstile says of a visitor. Only a clear no counts as one: when it cannot be asked, or the fault is
// ours, people pass and it is noted.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { TurnstileWord } from './desk/suspicion.ts';

const verifyAddress = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
const patience = 2000;

/** Codes that speak against the visitor; all others speak of us or of Cloudflare. */
const against: ReadonlySet<string> = new Set([
  'missing-input-response',
  'invalid-input-response',
  'timeout-or-duplicate',
]);

const answerSchema = z.object({
  success: z.boolean(),
  'error-codes': z.array(z.string()).optional(),
});

export type Asked = {
  /** As the widget gave it, or `unavailable` where the widget could not be had. */
  readonly token: string | null;
  /** The submission's secret: the same submission may ask again of the same token. */
  readonly submission: string;
};

/** Asks within two seconds. The visitor's address is not told. */
export async function askTurnstile(
  secret: string | undefined,
  { token, submission }: Asked,
  ask: typeof fetch,
): Promise<TurnstileWord> {
  if (secret === undefined) return 'unchecked';
  if (token === null) return 'missing';
  if (token === 'unavailable') return 'unavailable';
  try {
    const response = await ask(verifyAddress, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret, response: token, idempotency_key: keyFor(submission, token) }),
      signal: AbortSignal.timeout(patience),
    });
    const answer = answerSchema.safeParse(await response.json());
    if (!answer.success) return 'unchecked';
    if (answer.data.success) return 'passed';
    return (answer.data['error-codes'] ?? []).some((code) => against.has(code)) ? 'failed' : 'unchecked';
  } catch {
    // No answer in time, or none that can be read.
    return 'unchecked';
  }
}

/** A UUID that tells nothing of the secret. */
function keyFor(submission: string, token: string): string {
  const hex = createHash('sha256').update(`turnstile ${submission} ${token}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
