// The floor of a durable write that is told by webhook: one row for each body, a call to a receiver after the reply,
// and a second write that says it got there.

type State = {
  readonly storage: { readonly sql: { exec(statement: string, ...values: readonly string[]): unknown } };
  waitUntil(work: Promise<unknown>): void;
};
type Env = {
  readonly RECEIVER: string;
  readonly DELIVER: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
};

export class Deliver {
  readonly #state: State;
  readonly #receiver: string;

  constructor(state: State, env: Env) {
    this.#state = state;
    this.#receiver = env.RECEIVER;
    state.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS bodies (id TEXT PRIMARY KEY, body TEXT NOT NULL, delivered_at INTEGER) WITHOUT ROWID',
    );
  }

  async fetch(request: Request): Promise<Response> {
    const body = await request.text();
    const id = crypto.randomUUID();
    this.#state.storage.sql.exec('INSERT INTO bodies (id, body) VALUES (?, ?)', id, body);
    this.#state.waitUntil(this.#deliver(id, body));
    return new Response('{"ok":true}', { status: 201, headers: { 'content-type': 'application/json' } });
  }

  async #deliver(id: string, body: string): Promise<void> {
    const reply = await fetch(this.#receiver, { method: 'POST', body });
    await reply.arrayBuffer();
    const now = String(Date.now());
    this.#state.storage.sql.exec('UPDATE bodies SET delivered_at = ? WHERE id = ?', now, id);
  }
}

// oxlint-disable-next-line import/no-default-export -- workerd demands it
export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.DELIVER.get(env.DELIVER.idFromName('main')).fetch(request),
};
