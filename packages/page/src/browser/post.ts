// How anything gets to the worker.
import { address } from './address.ts';
import { json } from './json.ts';

// Taken before the page can replace it.
const fetch = window.fetch.bind(window);

/** Posts JSON to one of the form's addresses. Without a signal it may outlive the page, and must be small. */
export function post(path: string, body: unknown, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${address}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: json(body),
    signal,
    keepalive: !signal,
  });
}
