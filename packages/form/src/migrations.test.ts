import { expect, test } from 'vitest';
import { formMigrations, migrateForm } from './migrations.ts';
import type { Migration } from './migrations.ts';

/** A document of each earlier format with what it becomes: one case for each migration, in its order. */
const cases: readonly { readonly before: object; readonly after: object }[] = [];

test('every migration has a case, and makes of it what the case says', () => {
  expect(cases).toHaveLength(formMigrations.length);
  for (const [index, { before, after }] of cases.entries()) {
    expect(formMigrations[index]?.({ ...before })).toEqual(after);
    expect(after).toMatchObject({ format: index + 2 });
  }
});

const rename: Migration = ({ title, ...rest }) => ({ ...rest, name: title, format: 2 });
const shout: Migration = (document) => ({
  ...document,
  name: String(document['name']).toUpperCase(),
  format: 3,
});

test('a document goes through the migrations after its own format, in order', () => {
  const migrate = (document: object) => migrateForm(document, [rename, shout]);
  expect(migrate({ format: 1, title: 'a' })).toEqual({ ok: true, value: { format: 3, name: 'A' } });
  expect(migrate({ format: 2, name: 'b' })).toEqual({ ok: true, value: { format: 3, name: 'B' } });
  expect(migrate({ format: 3, name: 'c' })).toEqual({ ok: true, value: { format: 3, name: 'c' } });
});

test('a document that says no format, or one that is not known, is refused', () => {
  const code = (input: unknown) => {
    const migrated = migrateForm(input, [rename]);
    return migrated.ok ? undefined : migrated.issues[0]?.code;
  };
  expect(code({})).toBe('required');
  expect(code(Object.create({ format: 1 }))).toBe('required');
  expect(code({ format: 3 })).toBe('format_too_new');
  for (const format of [0, 1.5, '1', null, -1]) expect(code({ format })).toBe('unknown_format');
  for (const input of [null, 5, 'form', []]) expect(code(input)).toBe('wrong_type');
});
