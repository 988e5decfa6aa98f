// Talks to the worker: JSON there, JSON back, everything else a refusal.
import type { Issue } from '@baton/rules';
import { Refusal } from './refusal.ts';

type Asking = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Also sent when the page goes away meanwhile. */
  readonly keepalive?: boolean;
};

/** Settles with the answer's JSON, null where it has none. Throws a {@link Refusal}. */
export async function ask<T>(path: string, { method = 'GET', body, ...more }: Asking = {}): Promise<T> {
  const response = await fetch(path, {
    ...more,
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    if (more.signal?.aborted) throw error;
    throw new Refusal(0, 'Nothing came back.', [], undefined);
  });
  const text = await response.text();
  const answer = parsed(response.status, text);
  if (!response.ok) throw refusalOf(response.status, answer);
  return answer;
}

/** As JSON.parse gives it; that it is of the shape asked for, the worker's own tests hold it to. */
function parsed(status: number, text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text === '' ? 'null' : text);
  } catch {
    throw new Refusal(status, `The answer was ${status} and cannot be read.`, [], text);
  }
}

function refusalOf(status: number, body: unknown): Refusal {
  const said: { title?: unknown; detail?: unknown; issues?: unknown } = Object(body);
  const words = [said.title, said.detail].filter((text) => typeof text === 'string');
  const issues: readonly Issue[] = Array.isArray(said.issues) ? said.issues : [];
  return new Refusal(status, words.join(' ') || `The answer was ${status}.`, issues, body);
}
