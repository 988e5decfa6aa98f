// `POST /api/leads/import`: a CSV of leads from elsewhere. The Desk is given a few rows at a time, so that no visitor is
// ever behind a whole table; what was taken before a connection broke is not taken again.
import { readCsv } from '@baton/workspace/csv';
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { RowError } from '../desk/hands/import-leads.ts';
import { origins } from '../desk/origin-form.ts';
import { importedLeadsShape } from '../openapi/hand-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

/** A longer table is sent in parts. */
const mostRows = 5000;
const rowsAtOnce = 50;
const mostErrors = 200;

const importSchema = z.strictObject({
  csv: z.string().describe('With a first line that names its columns; commas, semicolons or tabs.'),
  columns: z
    .record(z.string(), z.string().max(1000))
    .describe('By attribute id, the e-mail address among them, the column that says it.'),
  origin: z.enum(origins),
  detail: z.string().trim().min(1).max(200).nullish().describe('Which event, which partner.'),
  key: z
    .string()
    .max(1000)
    .nullish()
    .describe(
      'The column that tells rows apart. Without one a row is the same when all that is read of it is.',
    ),
});

export function importLeadsOperations(): Operation[] {
  return [
    {
      method: 'post',
      path: '/api/leads/import',
      id: 'importLeads',
      right: 'leads.write',
      tag: 'Leads',
      summary: 'Take leads from elsewhere from a CSV',
      description: `Good rows are taken like added leads, the others are told by line. A row of the same origin and detail is taken once, however often the table is sent. ${mostRows} rows at most.`,
      body: json(importSchema),
      answers: {
        200: { description: 'What was taken.', content: json(importedLeadsShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
  ];
}

export function registerImportLeads(app: App): void {
  app.post('/api/leads/import', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, importSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { csv, columns, origin, detail, key } = body.value;
    const invalid = (code: string, params: Record<string, number> = {}): Response =>
      problemResponse({ kind: 'invalid', issues: [{ code, path: ['csv'], params }] });
    const table = readCsv(csv);
    if ('openQuote' in table) return invalid('open_quote', { line: table.openQuote });
    const [header, ...rows] = table.rows;
    if (header === undefined) return invalid('required');
    if (rows.length > mostRows) return invalid('too_many_rows', { max: mostRows });

    const given = { origin, detail: detail ?? null, columns, key: key ?? null, header: header.cells };
    const states = new Map<string, number>();
    const errors: RowError[] = [];
    let [added, known] = [0, 0];
    // A table without rows is asked about too: its columns may be wrong.
    for (let at = 0; at === 0 || at < rows.length; at += rowsAtOnce) {
      const part = { ...given, rows: rows.slice(at, at + rowsAtOnce) };
      const taken = await actingDesk(context).importLeads(context.get('actor'), part);
      if (!taken.ok) return problemResponse({ kind: 'invalid', issues: taken.issues });
      added += taken.added;
      known += taken.known;
      errors.push(...taken.errors);
      for (const [state, count] of Object.entries(taken.states))
        states.set(state, (states.get(state) ?? 0) + count);
    }
    return jsonAnswer(
      JSON.stringify({
        added,
        known,
        states: Object.fromEntries(states),
        errors: errors.slice(0, mostErrors),
        moreErrors: Math.max(0, errors.length - mostErrors),
      }),
    );
  });
}
