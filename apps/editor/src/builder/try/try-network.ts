// The network of a frame in which a form is tried: what would reach the worker as a submission is judged and undone
// instead, and nothing is counted, kept or sent.
import type { Tried } from '@baton/worker/api-types';
import { sentIn } from './imagined.ts';

/** Asks what would become of a submission; `sent` as the form's script sends it. */
export type Judge = (sent: Readonly<Record<string, unknown>>) => Promise<Tried>;

type Fetch = typeof fetch;

/**
 * A `fetch` for the frame.
 * @param judge of what is really sent; what it answers is shown as the decision
 * @param onward for everything that is not the form's own
 */
export function tryFetch(judge: Judge, onward: Fetch): Fetch {
  return async (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const part = /\/draft\/([a-z]+)(?:\?|$)/.exec(address)?.[1] ?? '';
    switch (part) {
      case 'submissions':
        return submission(await judge(sentIn(init?.body) ?? {}));
      case 'next':
        return json((await judge({ final: false, answers: {} })).next);
      case 'counts':
      case 'behaviours':
        return new Response(null, { status: 202 });
      case 'challenge':
        return new Response(null, { status: 404 });
      case undefined:
      default:
        return onward(input, init);
    }
  };
}

function submission({ issues, reply }: Tried): Response {
  if (reply === null) return json({ title: 'Some values cannot be taken.', issues }, 422);
  return json(
    { ...reply, outcome: reply.outcome && { ...reply.outcome, show: stayingHere(reply.outcome.show) } },
    201,
  );
}

type Show = NonNullable<NonNullable<Tried['reply']>['outcome']>['show'];

/** What would lead away is told instead: the form is only tried. */
function stayingHere(show: Show): Show {
  if (show.kind !== 'redirect') return show;
  return { kind: 'message', title: 'The visitor goes on to', text: show.url };
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status });
}
