// What the worker says while it works: one JSON object per line, under the key "baton". This reads such a line and
// takes nothing for granted; what is no such line is somebody else's output.
import { isRecord, numberAt, parseJson, textAt, textsAt } from './json.ts';

/** A submission was decided on. Instants are epoch ms or ISO UTC. */
export type DecisionLine = {
  readonly baton: 'decision';
  readonly at: number;
  readonly submission: string;
  readonly form: string;
  readonly email: string | null;
  readonly score: {
    readonly fit: number;
    readonly engagement: number;
    readonly intent: number;
    readonly total: number;
  } | null;
  readonly tier: string | null;
  readonly state: string;
  readonly owner: { readonly email: string; readonly name: string } | null;
  readonly deadline: string | null;
  readonly timeZone: string | null;
  readonly why: string | null;
  readonly deliveries: readonly string[];
};

/** One attempt to deliver a notification ended. Times in ms. */
export type DeliveryLine = {
  readonly baton: 'delivery';
  readonly id: string;
  readonly submission: string | null;
  readonly kind: string;
  readonly to: string;
  readonly attempt: number;
  readonly state: string;
  readonly ms: number;
  readonly sinceSubmission: number | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly nextAt: string | null;
};

/** Something threw that should not have. */
export type BugLine = {
  readonly baton: 'bug';
  readonly requestId: string | null;
  readonly message: string;
  readonly stack: string | null;
};

export type LogLine = DecisionLine | DeliveryLine | BugLine;

/** Reads one line of output; null when it is not one of the worker's own lines. */
export function readLogLine(text: string): LogLine | null {
  const at = text.indexOf('{"baton":');
  const value = at === -1 ? null : parseJson(text.slice(at));
  if (!isRecord(value)) return null;
  if (value['baton'] === 'decision') return decisionFrom(value);
  if (value['baton'] === 'delivery') return deliveryFrom(value);
  if (value['baton'] !== 'bug') return null;
  return {
    baton: 'bug',
    requestId: textAt(value, 'requestId'),
    message: textAt(value, 'message') ?? 'unknown',
    stack: textAt(value, 'stack'),
  };
}

type Json = Readonly<Record<string, unknown>>;

function decisionFrom(line: Json): DecisionLine | null {
  const at = numberAt(line, 'at');
  const submission = textAt(line, 'submission');
  const form = textAt(line, 'form');
  const state = textAt(line, 'state');
  if (at === null || submission === null || form === null || state === null) return null;
  return {
    baton: 'decision',
    at,
    submission,
    form,
    state,
    email: textAt(line, 'email'),
    score: scoreFrom(line['score']),
    tier: textAt(line, 'tier'),
    owner: ownerFrom(line['owner']),
    deadline: textAt(line, 'deadline'),
    timeZone: textAt(line, 'timeZone'),
    why: textAt(line, 'why'),
    deliveries: textsAt(line, 'deliveries'),
  };
}

function scoreFrom(value: unknown): DecisionLine['score'] {
  if (!isRecord(value)) return null;
  const [fit, engagement] = [numberAt(value, 'fit'), numberAt(value, 'engagement')];
  const [intent, total] = [numberAt(value, 'intent'), numberAt(value, 'total')];
  if (fit === null || engagement === null || intent === null || total === null) return null;
  return { fit, engagement, intent, total };
}

function ownerFrom(value: unknown): DecisionLine['owner'] {
  const email = isRecord(value) ? textAt(value, 'email') : null;
  return email === null || !isRecord(value) ? null : { email, name: textAt(value, 'name') ?? email };
}

function deliveryFrom(line: Json): DeliveryLine | null {
  const id = textAt(line, 'id');
  const kind = textAt(line, 'kind');
  const to = textAt(line, 'to');
  const state = textAt(line, 'state');
  const ms = numberAt(line, 'ms');
  if (id === null || kind === null || to === null || state === null || ms === null) return null;
  return {
    baton: 'delivery',
    id,
    kind,
    to,
    state,
    ms,
    submission: textAt(line, 'submission'),
    attempt: numberAt(line, 'attempt') ?? 1,
    sinceSubmission: numberAt(line, 'sinceSubmission'),
    status: numberAt(line, 'status'),
    error: textAt(line, 'error'),
    nextAt: textAt(line, 'nextAt'),
  };
}
