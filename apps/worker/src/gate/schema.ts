// The Gate's tables, as an ordered list of changes; docs/storage.md says what each holds and for how long.
// A change that has landed is never edited: a new one is appended.

export const gateChanges: readonly (readonly string[])[] = [
  [
    `CREATE TABLE workspaces (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE people (
       id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE memberships (
       person TEXT NOT NULL, workspace TEXT NOT NULL,
       role TEXT NOT NULL CHECK (role IN ('admin', 'marketing', 'sales', 'viewer')),
       since INTEGER NOT NULL, PRIMARY KEY (person, workspace)) WITHOUT ROWID`,
    `CREATE INDEX memberships_by_workspace ON memberships (workspace, role)`,
    `CREATE TABLE sessions (
       id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, person TEXT NOT NULL, workspace TEXT NOT NULL,
       browser TEXT NOT NULL, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE INDEX sessions_by_person ON sessions (person)`,
    `CREATE TABLE links (
       id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, email TEXT, workspace TEXT, role TEXT,
       created_by TEXT, created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE audit (
       id TEXT PRIMARY KEY, at INTEGER NOT NULL, workspace TEXT, author TEXT NOT NULL, action TEXT NOT NULL,
       subject TEXT NOT NULL, before TEXT, after TEXT) WITHOUT ROWID`,
  ],
  [
    `CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,
    `CREATE TABLE limits (id INTEGER PRIMARY KEY, key TEXT NOT NULL, at INTEGER NOT NULL)`,
    `CREATE INDEX limits_by_key ON limits (key, at)`,
    `CREATE INDEX links_by_email ON links (kind, workspace, email)`,
  ],
  [
    `CREATE TABLE api_keys (
       id TEXT PRIMARY KEY, workspace TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, hint TEXT NOT NULL,
       scopes TEXT NOT NULL, created_by TEXT NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER) WITHOUT ROWID`,
    `CREATE INDEX api_keys_by_workspace ON api_keys (workspace)`,
  ],
  [
    `CREATE TABLE passkeys (
       id TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, public_key TEXT NOT NULL,
       counter INTEGER NOT NULL, created_at INTEGER NOT NULL, used_at INTEGER) WITHOUT ROWID`,
    `CREATE INDEX passkeys_by_person ON passkeys (person)`,
    `CREATE TABLE challenges (
       hash TEXT PRIMARY KEY, challenge TEXT NOT NULL, person TEXT, expires_at INTEGER NOT NULL) WITHOUT ROWID`,
  ],
];
