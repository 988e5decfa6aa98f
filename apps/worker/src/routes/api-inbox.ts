// `/api/inbox`: leads as sales works through them, and what they can be narrowed down to.
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { deadlines, inboxSorts, inboxViews } from '../desk/inbox/inbox-query.ts';
import { ledgerStates } from '../desk/ledger.ts';
import {
  companyShape,
  inboxChoicesShape,
  inboxShape,
  keptViewsShape,
  ownViewShape,
} from '../openapi/inbox-shapes.ts';
import { stages } from '../openapi/lead-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { paging, readBody, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const short = () => z.string().max(200).optional();

const inboxQuery = z.object({
  view: z.enum(inboxViews).default('everything'),
  q: short().describe('Words of a name, a company or an address; all of them must be found.'),
  owner: short().describe('An address; `me`; `none`.'),
  team: short(),
  tier: short(),
  stage: z.enum(stages).optional(),
  form: short().describe('Whoever has sent it.'),
  source: short().describe('`none`: not known.'),
  state: z.enum(ledgerStates).optional().describe('Of the latest submission.'),
  deadline: z.enum(deadlines).optional().describe('Over, or within an hour or a day.'),
  sort: z.enum(inboxSorts).default('newest'),
  limit: paging.limit,
  before: z.string().optional().describe('`place` of the row to go on after.'),
  since: z
    .string()
    .optional()
    .describe('`revision` of an answer: while nothing has changed, nothing is told.'),
});

const viewsSchema = () => z.strictObject({ views: z.array(ownViewShape()).max(20) });

export function inboxOperations(): Operation[] {
  const common = { tag: 'Leads', right: 'leads.read' } as const;
  return [
    {
      ...common,
      method: 'get',
      path: '/api/inbox',
      id: 'readInbox',
      summary: 'Leads of a view, narrowed down, sorted, a page at a time',
      query: inboxQuery,
      answers: { 200: { description: 'A page.', content: json(inboxShape()) }, ...refusals('invalid') },
    },
    {
      ...common,
      method: 'get',
      path: '/api/inbox/choices',
      id: 'readInboxChoices',
      summary: 'What the inbox can be narrowed down to, and why a lead can be rejected',
      answers: { 200: { description: 'The choices.', content: json(inboxChoicesShape()) } },
    },
    {
      ...common,
      method: 'put',
      path: '/api/inbox/views',
      id: 'keepInboxViews',
      summary: 'Keep one’s own views of the inbox',
      body: json(viewsSchema()),
      answers: {
        200: { description: 'They are kept.', content: json(keptViewsShape()) },
        ...refusals('malformed', 'too_large', 'unsupported_type', 'invalid'),
      },
    },
    {
      ...common,
      method: 'get',
      path: '/api/leads/{id}/company',
      id: 'readCompany',
      summary: 'A lead’s company, with its other people',
      parameters: { id: 'The lead’s public id, `lead_…`.' },
      answers: {
        200: { description: 'The company.', content: json(companyShape()) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerInbox(app: App): void {
  app.get('/api/inbox', allow('leads.read'), async (context) => {
    const query = readQuery(inboxQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { q, owner, team, tier, stage, form, source, state, deadline, before, since, ...rest } =
      query.value;
    return handAnswer(
      await actingDesk(context).inbox(context.get('actor'), {
        ...rest,
        q: q ?? null,
        owner: owner ?? null,
        team: team ?? null,
        tier: tier ?? null,
        stage: stage ?? null,
        form: form ?? null,
        source: source ?? null,
        state: state ?? null,
        deadline: deadline ?? null,
        before: before ?? null,
        since: since ?? null,
      }),
    );
  });

  app.get('/api/inbox/choices', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).inboxChoices(context.get('actor'))),
  );

  app.put('/api/inbox/views', allow('leads.read'), async (context) => {
    const body = await readBody(context.req.raw, viewsSchema(), publicLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).keepInboxViews(context.get('actor'), body.value.views));
  });

  app.get('/api/leads/:id/company', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).companyOfLead(context.get('actor'), context.req.param('id'))),
  );
}
