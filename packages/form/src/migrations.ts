// Form documents of earlier formats, made into the present one when they are read. The first step of the list
// takes format 1 to format 2, and so on. Refuses a document that does not say its format, or says a later one.
import type { Issue, Parsed } from '@baton/rules';
import { isRecord } from '@baton/schema';

type Document = Readonly<Record<string, unknown>>;

/** Makes a document of one format into one of the next; it writes the new `format` itself. */
export type Migration = (document: Document) => Document;

/** Every step so far. A step needs a case in migrations.test.ts. */
export const formMigrations: readonly Migration[] = [];

/** The document in the present format. It has not been checked otherwise. */
export function migrateForm(
  input: unknown,
  migrations: readonly Migration[] = formMigrations,
): Parsed<Document> {
  if (!isRecord(input)) return refuse({ code: 'wrong_type', path: [], params: { expected: 'object' } });
  const path = ['format'];
  const newest = migrations.length + 1;
  const format = Object.hasOwn(input, 'format') ? input['format'] : undefined;
  if (format === undefined) return refuse({ code: 'required', path, params: { newest } });
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    return refuse({ code: 'unknown_format', path, params: { newest } });
  }
  if (format > newest) return refuse({ code: 'format_too_new', path, params: { format, newest } });
  const value = migrations.slice(format - 1).reduce((document, migrate) => migrate(document), input);
  return { ok: true, value };
}

function refuse(issue: Issue): Parsed<never> {
  return { ok: false, issues: [issue] };
}
