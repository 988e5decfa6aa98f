// What an import may change, thing by thing, for telling afterwards what it did. Never a secret; forms by their version and
// agreements by their hash, since both are kept for good under these.
import type { Change } from './audit.ts';
import { first, number, text, type Sql } from './sql.ts';

/** JSON by what it is of, such as `attribute company_size`. */
export type WorkspaceState = ReadonlyMap<string, string>;

const documents = [
  ['attribute', 'attributes', 'id'],
  ['person', 'people', 'email'],
  ['team', 'teams', 'id'],
  ['destination', 'destinations', 'id'],
] as const;

export function workspaceState(sql: Sql): WorkspaceState {
  const state = new Map<string, string>();
  const name = first(sql, `SELECT value FROM facts WHERE key = 'name'`);
  if (name !== null) state.set('workspace name', JSON.stringify(text(name, 'value')));
  for (const [kind, table, key] of documents) {
    for (const row of sql.all(`SELECT ${key}, document FROM ${table}`)) {
      state.set(`${kind} ${text(row, key)}`, text(row, 'document'));
    }
  }
  for (const row of sql.all(`SELECT id, version FROM forms`)) {
    state.set(`form ${text(row, 'id')}`, JSON.stringify({ version: number(row, 'version') }));
  }
  for (const row of sql.all(`SELECT version, hash, state FROM agreements`)) {
    const { hash, state: stands } = { hash: text(row, 'hash'), state: text(row, 'state') };
    state.set(`agreement ${number(row, 'version')}`, JSON.stringify({ hash, state: stands }));
  }
  return state;
}

/** What became of each thing between two states. Nothing is ever deleted by an import. */
export function changesBetween(before: WorkspaceState, after: WorkspaceState): Change[] {
  return [...after].flatMap(([thing, now]) => {
    const then = before.get(thing);
    if (then === now) return [];
    const [kind = '', ...subject] = thing.split(' ');
    return {
      action: `${kind}.${then === undefined ? 'added' : 'changed'}`,
      subject: subject.join(' '),
      ...(then === undefined ? {} : { before: JSON.parse(then) }),
      after: JSON.parse(now),
    };
  });
}
