// A document about Baton itself: made when it is first asked for, then served from memory and revalidated by its
// content's hash. Anybody may read it, from any website.
import { createHash } from 'node:crypto';
import { ServedCache } from './cache.ts';

const cache = new ServedCache();

export class PublicDocument {
  readonly #type: string;
  readonly #make: () => unknown;
  #made: { readonly text: string; readonly key: string } | null = null;

  /** @param make gives what is written as JSON. */
  constructor(type: string, make: () => unknown) {
    this.#type = type;
    this.#make = make;
  }

  async answer(request: Request): Promise<Response> {
    this.#made ??= madeOf(JSON.stringify(this.#make()));
    const { text, key } = this.#made;
    const headers = {
      'content-type': this.#type,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    };
    const answer = await cache.answer(request, key, headers, async () => text);
    if (answer === null) throw new Error('A document that was made is there.');
    return answer;
  }
}

function madeOf(text: string): { readonly text: string; readonly key: string } {
  return { text, key: createHash('sha256').update(text).digest('base64url').slice(0, 20) };
}
