// What a request itself tells: where it came from, the visitor's country, language and device.
import type { VisitFacts } from '@baton/form';

export type RequestFacts = {
  /** Of another website; null for our own origin and for callers that send none. */
  readonly origin: string | null;
  readonly country: string | null;
  readonly language: string | null;
  /** The block of addresses that it came from; null where nobody trustworthy says. */
  readonly block: string | null;
  readonly device: 'phone' | 'tablet' | 'desktop' | null;
};

/** The visit as the browser sent it, with what only the worker knows and what the browser left out. */
export function visitOf(sent: VisitFacts, request: RequestFacts): VisitFacts {
  return {
    ...(request.language === null ? {} : { language: request.language }),
    ...(request.device === null ? {} : { device: request.device }),
    ...sent,
    ...(request.country === null ? {} : { country: request.country }),
  };
}
