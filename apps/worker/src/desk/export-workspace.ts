// The workspace as a document that can be imported again: everything but the leads, and never a secret.
import { shownAddress } from './chat-address.ts';
import type { Context } from './context.ts';
import { first, isRecord, number, text } from './sql.ts';
import type { StoredAgreement } from './stored-agreement.ts';
import type { View } from './views.ts';

export function exportWorkspace(context: Context): View {
  const { sql } = context.parts;
  const { attributes, people, teams, destinations } = context.documents.all();
  const name = first(sql, `SELECT value FROM facts WHERE key = 'name'`);
  const agreement = context.documents.standing();
  const forms = sql.all(
    `SELECT v.document FROM forms f JOIN form_versions v ON v.form = f.id AND v.version = f.version ORDER BY f.position`,
  );
  return {
    format: 1,
    name: name === null ? 'Workspace' : text(name, 'value'),
    attributes,
    people: [...people.values()],
    teams: [...teams.values()],
    destinations: destinations.map(({ destination }) => destination),
    ...(agreement === null ? {} : { agreement: agreementDocument(context, agreement) }),
    forms: forms.map((row): unknown => JSON.parse(text(row, 'document'))),
  };
}

/** The same for those who may not change where notifications go. */
export function withShownAddresses(view: View): View {
  const { destinations } = view;
  if (!Array.isArray(destinations)) return view;
  const shown = destinations.filter(isRecord).map((destination) => {
    const { kind, url } = destination;
    return typeof kind === 'string' && typeof url === 'string'
      ? { ...destination, url: shownAddress(kind, url) }
      : destination;
  });
  return { ...view, destinations: shown };
}

/** The document as it was signed, with the signatures that were given here beside those it came with. */
function agreementDocument(context: Context, { version, hash, source, value }: StoredAgreement): unknown {
  const carried = new Set(value.signatures.map(({ party, by }) => `${party} ${by}`));
  const given = context.parts.sql
    .all(
      `SELECT party, person, at FROM signatures WHERE agreement = ? AND hash = ? ORDER BY at`,
      version,
      hash,
    )
    .map((row) => ({
      party: text(row, 'party'),
      by: text(row, 'person'),
      hash,
      at: new Date(number(row, 'at')).toISOString(),
    }))
    .filter(({ party, by }) => !carried.has(`${party} ${by}`));
  if (given.length === 0 || !isRecord(source)) return source;
  const { signatures } = source;
  return { ...source, signatures: [...(Array.isArray(signatures) ? signatures : []), ...given] };
}
