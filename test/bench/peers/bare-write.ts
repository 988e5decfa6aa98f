// The floor of a durable write on workerd: one Durable Object that puts each body into one row, and nothing else.

type State = {
  readonly storage: { readonly sql: { exec(statement: string, ...values: readonly string[]): unknown } };
};
type Env = {
  readonly BARE: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
};

export class Bare {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    state.storage.sql.exec(
      'CREATE TABLE IF NOT EXISTS bodies (id INTEGER PRIMARY KEY, body TEXT NOT NULL, at INTEGER NOT NULL)',
    );
  }

  async fetch(request: Request): Promise<Response> {
    const body = await request.text();
    this.#state.storage.sql.exec('INSERT INTO bodies (body, at) VALUES (?, ?)', body, String(Date.now()));
    return new Response('{"ok":true}', { status: 201, headers: { 'content-type': 'application/json' } });
  }
}

// oxlint-disable-next-line import/no-default-export -- workerd demands it
export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.BARE.get(env.BARE.idFromName('main')).fetch(request),
};
