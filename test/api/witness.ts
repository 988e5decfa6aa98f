// Who asks the worker for its answers and holds each against the published document, and what the stories of all routes
// have in common.
import { isRecord } from '@baton/schema';
import { expect } from 'vitest';
import { until } from '../faults/until.ts';
import { qualified, type ApiStack, type Ask } from './api-stack.ts';
import { recordOf, type Json, type PublishedDocument } from './published-document.ts';

export type Witness = {
  /** Asks, expects the status, holds the answer against the document, and gives its body. */
  readonly seen: (
    operation: string,
    status: number,
    method: string,
    path: string,
    ask?: Ask,
  ) => Promise<unknown>;
  readonly ask: ApiStack['ask'];
  /** The running Baton, once it is there. */
  readonly stack: () => ApiStack;
  readonly hold: PublishedDocument['hold'];
  /** Sees all refusals that every route with a JSON body has. */
  readonly refusesBodies: (operation: string, method: string, path: string, owner?: boolean) => Promise<void>;
  /** Sends the demo form, and gives the reply. */
  readonly submit: (email: string, more?: Json) => Promise<Json>;
  /** The token of the accept link that a lead's handoff carried. */
  readonly tokenOf: (email: string) => Promise<string>;
};

export const asJson = { 'content-type': 'application/json' };
export const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
/** More than the public routes take. */
export const large = 'x'.repeat(70_000);
export const notUtf8 = new Uint8Array([0x61, 0xff, 0xfe]);

export function textAt(value: unknown, ...path: string[]): string {
  const found = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
  if (typeof found !== 'string') throw new Error(`No text at ${path.join('.')} of ${JSON.stringify(value)}`);
  return found;
}

/** @param there the running Baton and its document, once they are there */
export function createWitness(
  there: () => { readonly stack: ApiStack; readonly published: PublishedDocument },
): Witness {
  const ask: Witness['ask'] = (...asked) => there().stack.ask(...asked);
  const hold: Witness['hold'] = (...held) => there().published.hold(...held);
  const seen: Witness['seen'] = async (operation, status, method, path, more = {}) => {
    const answer = await ask(method, path, more);
    expect(answer.status, `${operation}: ${path}`).toBe(status);
    if (status < 300 && more.json !== undefined) there().published.holdRequest(operation, more.json);
    return hold(operation, answer);
  };
  return {
    seen,
    ask,
    stack: () => there().stack,
    hold,
    async refusesBodies(operation, method, path, owner = false) {
      await seen(operation, 400, method, path, { owner, body: '{', headers: asJson });
      await seen(operation, 400, method, path, { owner, body: notUtf8, headers: asJson });
      await seen(operation, 400, method, path, { owner, body: '{"__proto__":1}', headers: asJson });
      await seen(operation, 415, method, path, {
        owner,
        body: '{}',
        headers: { 'content-type': 'text/plain' },
      });
      await seen(operation, 422, method, path, { owner, json: [] });
      await seen(operation, 422, method, path, { owner, json: null });
    },
    submit: async (email, more = {}) =>
      recordOf(await seen('submit', 201, 'POST', '/f/demo/submissions', { json: qualified(email, more) })),
    async tokenOf(email) {
      const event = await until(`the handoff of ${email}`, () =>
        there().stack.events.find((one) => {
          const { lead } = recordOf(one['data']);
          return one['type'] === 'lead.handed_off' && recordOf(lead)['email'] === email;
        }),
      );
      return new URL(textAt(event, 'data', 'links', 'accept')).pathname.replace('/v/', '');
    },
  };
}
