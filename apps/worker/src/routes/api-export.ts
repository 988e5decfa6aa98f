// `GET /api/export/…`: leads, and everything that happened to them, as tables or line by line. Written while it is read, a
// page at a time, so that little of it is held however much there is.
import type { Context } from 'hono';
import type { Exported } from '../desk/export/export-desk.ts';
import type { Page } from '../desk/export/pages.ts';
import type { Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { readQuery } from './api-query.ts';
import { exportContent, exportHeaders, exportQuery, headOf, written, type Format } from './export-lines.ts';
import type { App, Bindings } from './route.ts';

/** A page of lines as JSON; from the beginning, or from the `next` of the page before. */
type ReadPage = (from: string | null) => Promise<string>;

const ofLeads = [
  'id',
  'email',
  'company',
  'source',
  'medium',
  'campaign',
  'forms',
  'stage',
  'owner',
  'tier',
  'total',
];
const moreOfLeads = ['fit', 'engagement', 'intent', 'agreement', 'createdAt', 'updatedAt', 'contactedAt'];
const dealOfLeads = ['amount', 'currency', 'reason'];

const ofEvents = [
  'at',
  'type',
  'lead',
  'email',
  'submission',
  'form',
  'version',
  'state',
  'source',
  'medium',
];
const moreOfEvents = ['campaign', 'handoff', 'owner', 'tier', 'deadline', 'verdict', 'stage', 'by', 'reason'];
const dealOfEvents = ['amount', 'currency', 'agreement'];

export function exportOperations(): Operation[] {
  const reading = { method: 'get', right: 'leads.read', tag: 'Leads', query: exportQuery } as const;
  return [
    {
      ...reading,
      path: '/api/export/leads',
      id: 'exportLeads',
      summary: 'All leads as a table, or line by line',
      description: 'A column for each attribute, as `attribute.<id>`. That it was taken out is on record.',
      answers: { 200: { description: 'A line each.', content: exportContent }, ...refusals('invalid') },
    },
    {
      ...reading,
      path: '/api/export/events',
      id: 'exportEvents',
      summary: 'Everything that happened to leads as a table, or line by line',
      description:
        'Submissions, handoffs, verdicts, steps and missed deadlines, in the order of time. That it was taken out is on record.',
      answers: { 200: { description: 'A line each.', content: exportContent }, ...refusals('invalid') },
    },
  ];
}

export function registerExport(app: App): void {
  app.get('/api/export/leads', allow('leads.read'), async (context) =>
    exported(context, 'leads', (after) => actingDesk(context).leadLines(context.get('actor'), after)),
  );

  app.get('/api/export/events', allow('leads.read'), async (context) =>
    exported(context, 'events', (from) => actingDesk(context).eventLines(context.get('actor'), from)),
  );
}

async function exported(context: Context<Bindings>, what: Exported, readPage: ReadPage): Promise<Response> {
  const query = readQuery(exportQuery, context.req.query());
  if (!query.ok) return query.refusal;
  const { format } = query.value;
  const attributes = await actingDesk(context).beginExport(context.get('actor'), what, format);
  const columns =
    what === 'leads'
      ? [...ofLeads, ...moreOfLeads, ...dealOfLeads, ...attributes.map((id) => `attribute.${id}`)]
      : [...ofEvents, ...moreOfEvents, ...dealOfEvents];
  return new Response(streamOf(format, columns, readPage), { headers: exportHeaders(format, what) });
}

function streamOf(
  format: Format,
  columns: readonly string[],
  readPage: ReadPage,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let from: string | null = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const head = headOf(format, columns);
      if (head !== '') controller.enqueue(encoder.encode(head));
    },
    async pull(controller) {
      const { lines, next }: Page<unknown> = JSON.parse(await readPage(from));
      if (lines.length > 0)
        controller.enqueue(encoder.encode(lines.map((line) => written(format, columns, line)).join('')));
      if (next === null) controller.close();
      else from = JSON.stringify(next);
    },
  });
}
