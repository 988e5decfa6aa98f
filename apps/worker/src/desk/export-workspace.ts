// The workspace as a document that can be imported again: everything but the leads, and never a secret.
import type { Context } from './context.ts';
import { first, text } from './sql.ts';
import type { View } from './views.ts';

export function exportWorkspace(context: Context): View {
  const { sql } = context.parts;
  const { attributes, people, teams, destinations } = context.documents.all();
  const name = first(sql, `SELECT value FROM facts WHERE key = 'name'`);
  const agreement = first(
    sql,
    `SELECT document FROM agreements WHERE state IN ('in_force', 'proposed') ORDER BY state = 'in_force' DESC, version DESC LIMIT 1`,
  );
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
    ...(agreement === null ? {} : { agreement: JSON.parse(text(agreement, 'document')) as unknown }),
    forms: forms.map((row): unknown => JSON.parse(text(row, 'document'))),
  };
}
