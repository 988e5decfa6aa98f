// What the letterbox keeps of one e-mail or one webhook, and how it is read from what came in.
import PostalMime from 'postal-mime';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** What both kinds have. `at` is in epoch ms; `sinceEventMs`: after the instant the message says it is about. */
type Arrived = { readonly number: number; readonly at: number; readonly sinceEventMs: number | null };

export type EmailArrival = Arrived & {
  readonly kind: 'email';
  readonly from: string;
  /** The envelope's recipients: who really gets it. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly messageId: string | null;
};

export type WebhookArrival = Arrived & {
  readonly kind: 'webhook';
  /** Whether one of the secrets signed these very bytes; `problem` says what is wrong otherwise. */
  readonly verified: boolean;
  readonly problem: string | null;
  readonly id: string | null;
  readonly type: string | null;
  /** The parsed body, or null when it is not JSON. */
  readonly body: unknown;
  /** The bytes as text, unchanged. */
  readonly raw: string;
};

export type Arrival = EmailArrival | WebhookArrival;

/** An arrival that the letterbox has not numbered yet. */
export type Incoming = Omit<EmailArrival, 'number'> | Omit<WebhookArrival, 'number'>;

type Headers = Readonly<Record<string, string>>;

/** Reads an e-mail as it came over SMTP. */
export async function readEmail(
  raw: Uint8Array,
  envelope: { readonly from: string; readonly to: readonly string[] },
  at: number,
): Promise<Incoming> {
  const mail = await PostalMime.parse(raw);
  const sender = mail.from?.address ?? envelope.from;
  return {
    kind: 'email',
    at,
    sinceEventMs: null,
    from: mail.from?.name === undefined || mail.from.name === '' ? sender : `${mail.from.name} <${sender}>`,
    to: envelope.to,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? null,
    messageId: mail.messageId ?? null,
  };
}

/** Reads a webhook and checks its signature as https://www.standardwebhooks.com says. */
export function readWebhook(raw: string, headers: Headers, secrets: readonly string[], at: number): Incoming {
  const body = parsed(raw);
  const timestamp = Date.parse(textOf(body, 'timestamp') ?? '');
  const problem = signatureProblem(raw, headers, secrets);
  return {
    kind: 'webhook',
    at,
    sinceEventMs: Number.isNaN(timestamp) ? null : Math.max(0, at - timestamp),
    verified: problem === null,
    problem,
    id: headers['webhook-id'] ?? null,
    type: textOf(body, 'type'),
    body,
    raw,
  };
}

function signatureProblem(raw: string, headers: Headers, secrets: readonly string[]): string | null {
  let problem = 'there is no secret to check it with';
  for (const secret of secrets) {
    try {
      new Webhook(secret).verify(raw, headers, { jsonParse: false });
      return null;
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
      problem = error.message;
    }
  }
  return problem;
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function textOf(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null || !(key in value)) return null;
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof found === 'string' ? found : null;
}
