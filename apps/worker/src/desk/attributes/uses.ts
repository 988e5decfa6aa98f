// Where attributes and their options are named: in forms as they are live, in drafts, and in agreements that judge or may
// come to judge. Reads only.
import { isRecord } from '@baton/schema';
import type { Context } from '../context.ts';
import { attributesNamedIn } from '../snapshot.ts';
import { number, text, type Row } from '../sql.ts';
import { readableDocument } from '../stored-agreement.ts';
import { optionsSaid } from './options-said.ts';

export type Use = {
  readonly kind: 'form' | 'draft' | 'agreement' | 'proposal' | 'agreement_draft';
  /** The form’s id, or the agreement’s version; of its draft `draft`. */
  readonly id: string;
  readonly name: string;
};

type Named = Use & { readonly document: unknown };

/** Every document that may name an attribute. */
function documentsNaming({ parts, documents }: Context): Named[] {
  const { sql } = parts;
  const form =
    (kind: 'form' | 'draft') =>
    (row: Row): Named => {
      const document: unknown = JSON.parse(text(row, 'document'));
      const name = isRecord(document) && typeof document['name'] === 'string' ? document['name'] : '';
      return { kind, id: text(row, 'id'), name, document };
    };
  const inForce = documents.standing();
  return [
    ...sql
      .all(
        `SELECT f.id, v.document FROM forms f JOIN form_versions v ON v.form = f.id AND v.version = f.version
         ORDER BY f.position`,
      )
      .map(form('form')),
    ...sql.all(`SELECT form AS id, document FROM drafts ORDER BY form`).map(form('draft')),
    ...(inForce?.state === 'in_force'
      ? [
          {
            kind: 'agreement' as const,
            id: String(inForce.version),
            name: inForce.value.title,
            document: inForce.source,
          },
        ]
      : []),
    ...sql
      .all(`SELECT version, document FROM agreements WHERE state = 'proposed' ORDER BY version`)
      .map((row) => ({
        kind: 'proposal' as const,
        id: String(number(row, 'version')),
        name: `Proposal ${number(row, 'version')}`,
        document: readableDocument(text(row, 'document')),
      })),
    ...sql.all(`SELECT document FROM agreement_drafts WHERE document IS NOT NULL`).map((row) => ({
      kind: 'agreement_draft' as const,
      id: 'draft',
      name: 'Draft of the agreement',
      document: JSON.parse(text(row, 'document')),
    })),
  ];
}

/** Which of them name which attribute. */
export function usesByAttribute(context: Context): ReadonlyMap<string, readonly Use[]> {
  const { attributes } = context.documents.all();
  const uses = new Map<string, Use[]>();
  for (const { document, ...use } of documentsNaming(context)) {
    for (const { id } of attributesNamedIn(document, attributes))
      uses.set(id, [...(uses.get(id) ?? []), use]);
  }
  return uses;
}

/** Of these options, which are still named and where; `lead`: somebody has said it. */
export function optionsInUse(
  context: Context,
  attribute: string,
  options: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { document, name } of documentsNaming(context)) {
    for (const option of optionsNamedIn(document, attribute)) {
      if (options.includes(option) && !found.has(option)) found.set(option, name);
    }
  }
  for (const option of optionsSaid(context.parts.sql, attribute, options)) {
    if (!found.has(option)) found.set(option, 'leads');
  }
  return found;
}

/** Options of an attribute that a document names: of its fields, and in conditions on them or on it. */
function optionsNamedIn(document: unknown, attribute: string): ReadonlySet<string> {
  const paths = new Set([`lead.${attribute}`]);
  const named = new Set<string>();
  visit(document, (value) => {
    if (value['attribute'] !== attribute) return;
    if (typeof value['id'] === 'string') paths.add(`answer.${value['id']}`);
    const { options } = value;
    if (!Array.isArray(options)) return;
    for (const option of options.filter(isRecord)) {
      if (typeof option['id'] === 'string') named.add(option['id']);
    }
  });
  visit(document, ({ field, value }) => {
    if (typeof field !== 'string' || !paths.has(field)) return;
    for (const one of Array.isArray(value) ? value : [value]) if (typeof one === 'string') named.add(one);
  });
  return named;
}

function visit(value: unknown, see: (value: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  if (!isRecord(value)) return;
  see(value);
  for (const item of Object.values(value)) visit(item, see);
}
