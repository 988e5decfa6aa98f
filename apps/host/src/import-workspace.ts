// Brings a workspace document into a running Baton by its own API, and puts what is wrong with one into words.
import { readFile } from 'node:fs/promises';
import { ifAbsent } from './bundle.ts';
import { isRecord, listAt, parseJson, textAt } from './json.ts';
import { findJsonFault } from './json-fault.ts';
import { PlainError } from './plain-error.ts';

/** A document that cannot be taken; `message` has one line for each fault. */
class BadWorkspace extends PlainError {}

/** What an import came to: one line for each form and for the agreement, one for each warning. */
export type ImportReport = { readonly news: readonly string[]; readonly warnings: readonly string[] };

/** Reads a workspace file, called `name` in messages. Throws `BadWorkspace`, for what is not JSON with line and column. */
export async function readWorkspaceFile(file: string, name: string): Promise<string> {
  const text = (await readFile(file, 'utf8').catch(ifAbsent))?.replace(/^\uFEFF/, '');
  if (text === undefined) throw new BadWorkspace(`There is no file ${name}.`);
  const fault = findJsonFault(text);
  if (fault === null) return text;
  throw new BadWorkspace(
    `${name} is not JSON: line ${fault.line}, column ${fault.column}: expected ${fault.expected}.`,
  );
}

/** Imports a document as `PUT /api/workspace` does. Throws `BadWorkspace` with every fault's path. */
export async function importWorkspace(
  baton: { readonly url: string; readonly ownerKey: string },
  document: string,
  name: string,
): Promise<ImportReport> {
  const answer = await fetch(`${baton.url}/api/workspace`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${baton.ownerKey}`, 'content-type': 'application/json' },
    body: document,
  });
  const text = await answer.text();
  const body = parseJson(text);
  const record = isRecord(body) ? body : {};
  if (answer.ok) return { news: newsOf(record), warnings: listAt(record, 'warnings').map(issueText) };
  const issues = listAt(record, 'issues').map(issueText);
  if (issues.length > 0) throw new BadWorkspace([`${name} is not a workspace:`, ...issues].join('\n'));
  const why = textAt(record, 'detail') ?? textAt(record, 'title') ?? text.slice(0, 500);
  throw new BadWorkspace(`${name} could not be imported: ${answer.status} ${why}`);
}

/** `forms.0.steps.1.fields.2.options: duplicate_id (id: a)`. */
function issueText(issue: unknown): string {
  if (!isRecord(issue)) return String(issue);
  const path = listAt(issue, 'path').map(String).join('.');
  const params = isRecord(issue['params']) ? Object.entries(issue['params']) : [];
  const more = params.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
  return `  ${path === '' ? 'the document' : path}: ${textAt(issue, 'code') ?? 'invalid'}${more === '' ? '' : ` (${more})`}`;
}

function newsOf(body: Readonly<Record<string, unknown>>): string[] {
  const forms = listAt(body, 'forms').flatMap((form) =>
    isRecord(form) && form['changed'] !== false
      ? [`form ${String(form['id'])}, version ${String(form['version'])}`]
      : [],
  );
  const agreement = body['agreement'];
  if (!isRecord(agreement)) return forms;
  return [
    ...forms,
    `agreement, version ${String(agreement['version'])}: ${String(agreement['state']).replaceAll('_', ' ')}`,
  ];
}

/** The ids of the forms a running Baton has. */
export async function formIds(baton: { readonly url: string; readonly ownerKey: string }): Promise<string[]> {
  const answer = await fetch(`${baton.url}/api/workspace`, {
    headers: { authorization: `Bearer ${baton.ownerKey}` },
  });
  const body = parseJson(await answer.text());
  const forms = isRecord(body) ? listAt(body, 'forms') : [];
  return forms.flatMap((form) => (isRecord(form) ? [String(form['id'])] : []));
}
