// A Durable Object that writes through the Desk's own door to storage, as `together.test.ts` asks it to, and says what
// became of it.
import { storageSql, type ObjectStorage } from '../../apps/worker/src/storage-sql.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';

type Env = {
  readonly TOGETHER: {
    idFromName(name: string): unknown;
    get(id: unknown): { fetch(request: Request): Promise<Response> };
  };
};

/** What is written together, by the name that it is asked for under. */
const stories: Readonly<Record<string, (sql: Sql, add: (name: string) => void) => void>> = {
  kept(sql, add) {
    sql.transaction(() => add('one'));
    sql.transaction(() => add('two'));
  },
  thrown(sql, add) {
    sql.transaction(() => add('one'));
    sql.transaction(() => {
      add('two');
      throw new Error('thrown');
    });
  },
  // Whoever catches what was thrown believes it undone.
  caught(sql, add) {
    add('one');
    try {
      sql.transaction(() => {
        add('two');
        throw new Error('caught');
      });
    } catch {
      add('three');
    }
  },
  within(sql, add) {
    sql.transaction(() => {
      add('one');
      try {
        sql.transaction(() => {
          add('two');
          throw new Error('within');
        });
      } catch {
        add('three');
      }
    });
  },
};

export class Together {
  readonly #storage: ObjectStorage;

  constructor({ storage }: { readonly storage: ObjectStorage }) {
    this.#storage = storage;
    storage.sql.exec('CREATE TABLE IF NOT EXISTS names (name TEXT NOT NULL)');
  }

  async fetch(request: Request): Promise<Response> {
    const story = stories[new URL(request.url).pathname.slice(1)];
    const { sql, together } = storageSql(this.#storage);
    if (story === undefined) return Response.json({ thrown: null, names: [] });
    sql.run('DELETE FROM names');
    const add = (name: string): void => sql.run('INSERT INTO names VALUES (?)', name);
    let undone = 0;
    const thrown = await together(
      () => story(sql, add),
      () => {
        undone += 1;
      },
    ).then(
      () => null,
      (error: unknown) => String(error),
    );
    // On their own again, transactions are undone alone.
    try {
      sql.transaction(() => {
        add('undone');
        throw new Error('undone');
      });
    } catch {
      add('last');
    }
    return Response.json({
      thrown,
      undone,
      names: sql.all('SELECT name FROM names').map((row) => row['name']),
    });
  }
}

// oxlint-disable-next-line import/no-default-export -- workerd demands it
export default {
  fetch: (request: Request, env: Env): Promise<Response> =>
    env.TOGETHER.get(env.TOGETHER.idFromName('main')).fetch(request),
};
