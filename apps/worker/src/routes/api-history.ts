// `/api/history`: past leads with what became of them, from a table of elsewhere. Rows come in pieces, which the Desk is
// given a few at a time, so that no visitor is ever behind a whole table. And what they come to.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { RowError } from '../desk/hands/import-leads.ts';
import { historyMapSchema } from '../desk/history/history-map.ts';
import {
  baselineShape,
  findingsShape,
  firstDaysShape,
  historyCheckShape,
  historyImportListShape,
  historyImportShape,
  historyPieceShape,
  takenBackShape,
} from '../openapi/history-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const mostRows = 500;
const rowsAtOnce = 20;

const header = z.array(z.string().max(1000)).min(1).max(500);
const rows = z
  .array(
    z.strictObject({
      line: z.int().positive().describe('Where it begins in the file.'),
      cells: z.array(z.string().max(20_000)).max(500),
    }),
  )
  .max(mostRows);

const startSchema = z.strictObject({
  name: z.string().trim().min(1).max(200).describe('Of the file.'),
  digest: z.string().min(1).max(100).describe('Of the file: the same one goes on where it was left.'),
  rows: z.int().min(1).max(1_000_000).describe('How many there are below the first line.'),
  header,
  map: historyMapSchema,
});

const checkSchema = z.strictObject({ header, map: historyMapSchema, rows });

const pieceSchema = z.strictObject({
  from: z.int().min(0).describe('How many rows come before these.'),
  rows,
});

const tag = 'Leads';
const bodies = () => refusals('malformed', 'too_large', 'unsupported_type', 'invalid');

export function historyOperations(): Operation[] {
  const writing = { method: 'post', right: 'leads.write', tag } as const;
  const reading = { method: 'get', right: 'leads.read', tag } as const;
  const id = { id: 'The import’s public id, `his_…`.' };
  return [
    {
      ...writing,
      path: '/api/history/check',
      id: 'checkHistory',
      summary: 'Look at rows of past leads without taking them',
      description: `Says of every row what taking it would. ${mostRows} rows at most.`,
      body: json(checkSchema),
      answers: {
        200: { description: 'What is wrong, by line.', content: json(historyCheckShape()) },
        ...bodies(),
      },
    },
    {
      ...reading,
      path: '/api/history',
      id: 'listHistory',
      summary: 'Imports of past leads, and how far they are',
      answers: { 200: { description: 'The latest.', content: json(historyImportListShape()) } },
    },
    {
      ...writing,
      path: '/api/history',
      id: 'startHistory',
      summary: 'Begin an import of past leads',
      description:
        'Nothing is taken yet. The same file with the same map, if it has not ended, is what was begun before.',
      body: json(startSchema),
      answers: {
        200: { description: 'The import, to be sent its rows.', content: json(historyImportShape()) },
        ...bodies(),
      },
    },
    {
      ...writing,
      path: '/api/history/{id}/rows',
      id: 'takeHistory',
      summary: 'Take rows of past leads',
      description: `In their order; a piece that came before is not counted again. Past leads keep their own times, and nobody is told. ${mostRows} rows at most.`,
      parameters: id,
      body: json(pieceSchema),
      answers: {
        200: { description: 'How far the import is now.', content: json(historyPieceShape()) },
        ...refusals('unknown', 'conflict'),
        ...bodies(),
      },
    },
    {
      ...writing,
      path: '/api/history/{id}/take-back',
      id: 'takeHistoryBack',
      summary: 'Take an import of past leads back',
      description: 'A hundred rows a call, the latest first; what has happened to a lead since stays.',
      parameters: id,
      answers: {
        200: { description: 'So many are left.', content: json(takenBackShape()) },
        ...refusals('unknown'),
      },
    },
    {
      ...reading,
      path: '/api/history/baseline',
      id: 'readBaseline',
      summary: 'What past leads came to, by source, by what they told and by month',
      answers: { 200: { description: 'Counts, with their intervals.', content: json(baselineShape()) } },
    },
    {
      ...reading,
      path: '/api/history/findings',
      id: 'readHistoryFindings',
      summary: 'What past leads suggest for a first agreement, and how sure that is',
      answers: { 200: { description: 'Points, or what stands out.', content: json(findingsShape()) } },
    },
    {
      method: 'get',
      path: '/api/start',
      id: 'readFirstDays',
      right: 'workspace.read',
      tag: 'Workspace',
      summary: 'The first thirty days: which steps are done',
      answers: {
        200: { description: 'Each step, read from what there is.', content: json(firstDaysShape()) },
      },
    },
  ];
}

export function registerHistory(app: App): void {
  app.post('/api/history/check', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, checkSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { map, header: names, rows: given } = body.value;
    const errors: RowError[] = [];
    let good = 0;
    // A table without rows is asked about too: its map may be wrong.
    for (let at = 0; at === 0 || at < given.length; at += rowsAtOnce) {
      const part = given.slice(at, at + rowsAtOnce);
      const checked = await actingDesk(context).checkHistory(context.get('actor'), map, names, part);
      if (!checked.ok) return problemResponse({ kind: 'invalid', issues: checked.issues });
      good += checked.good;
      errors.push(...checked.errors);
    }
    return jsonAnswer(JSON.stringify({ good, errors }));
  });

  app.post('/api/history', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, startSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).startHistory(context.get('actor'), body.value));
  });

  app.get('/api/history', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).historyImports(context.get('actor'))),
  );

  app.post('/api/history/:id/rows', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, pieceSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { from, rows: given } = body.value;
    const errors: unknown[] = [];
    for (let at = 0; ; at += rowsAtOnce) {
      const part = given.slice(at, at + rowsAtOnce);
      const id = context.req.param('id');
      const taken = await actingDesk(context).takeHistory(context.get('actor'), id, from + at, part);
      if (taken.kind !== 'done') return handAnswer(taken);
      const said: { readonly pieceErrors: readonly unknown[] } = JSON.parse(taken.text);
      errors.push(...said.pieceErrors);
      if (at + rowsAtOnce >= given.length)
        return jsonAnswer(JSON.stringify({ ...said, pieceErrors: errors }));
    }
  });

  app.post('/api/history/:id/take-back', allow('leads.write'), async (context) =>
    handAnswer(await actingDesk(context).takeHistoryBack(context.get('actor'), context.req.param('id'))),
  );

  app.get('/api/history/baseline', allow('leads.read'), async (context) =>
    jsonAnswer(await actingDesk(context).baseline(context.get('actor'))),
  );

  app.get('/api/history/findings', allow('leads.read'), async (context) =>
    jsonAnswer(await actingDesk(context).historyFindings(context.get('actor'))),
  );

  app.get('/api/start', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).firstDays(context.get('actor'))),
  );
}
