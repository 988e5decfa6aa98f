// What an import may change, thing by thing, for telling afterwards what it did. Never a secret; forms by their version and
// agreements by their hash, since both are kept for good under these.
import type { Change } from './audit.ts';
import { first, number, text, type Sql } from './sql.ts';

type Kind = 'workspace' | 'attribute' | 'person' | 'team' | 'destination' | 'form' | 'agreement';

type Thing = { readonly kind: Kind; readonly subject: string; readonly json: string };

/** What there is, by kind and id. */
export type WorkspaceState = ReadonlyMap<string, Thing>;

const documents = [
  ['attribute', 'attributes', 'id'],
  ['person', 'people', 'email'],
  ['team', 'teams', 'id'],
  ['destination', 'destinations', 'id'],
] as const;

export function workspaceState(sql: Sql): WorkspaceState {
  const state = new Map<string, Thing>();
  const put = (kind: Kind, subject: string, json: string): void => {
    state.set(`${kind} ${subject}`, { kind, subject, json });
  };
  const name = first(sql, `SELECT value FROM facts WHERE key = 'name'`);
  if (name !== null) put('workspace', 'name', JSON.stringify(text(name, 'value')));
  for (const [kind, table, key] of documents) {
    for (const row of sql.all(`SELECT ${key}, document FROM ${table}`)) {
      put(kind, text(row, key), text(row, 'document'));
    }
  }
  for (const row of sql.all(`SELECT id, version FROM forms`)) {
    put('form', text(row, 'id'), JSON.stringify({ version: number(row, 'version') }));
  }
  for (const row of sql.all(`SELECT version, hash, state FROM agreements`)) {
    const { hash, state: stands } = { hash: text(row, 'hash'), state: text(row, 'state') };
    put('agreement', String(number(row, 'version')), JSON.stringify({ hash, state: stands }));
  }
  return state;
}

/** What became of each thing between two states. Nothing is ever deleted by an import. */
export function changesBetween(before: WorkspaceState, after: WorkspaceState): Change[] {
  return [...after].flatMap(([key, { kind, subject, json }]): Change[] => {
    const then = before.get(key)?.json;
    if (then === undefined) return [{ action: `${kind}.added`, subject, after: JSON.parse(json) }];
    if (then === json) return [];
    return [{ action: `${kind}.changed`, subject, before: JSON.parse(then), after: JSON.parse(json) }];
  });
}
