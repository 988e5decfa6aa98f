// `/api/companies`, `/api/accounts` and `/api/target-lists`: companies with their people, and which of them are wanted.
import * as z from 'zod';
import { ownerLimit, publicLimit } from '../body.ts';
import { companyOrders } from '../desk/companies/company-list.ts';
import { longestName } from '../desk/companies/read-accounts.ts';
import {
  accountShape,
  companyListShape,
  companyPeopleShape,
  importedAccountsShape,
  targetListsShape,
} from '../openapi/company-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, paging, readBody, readQuery } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const text = () => z.string().trim().max(longestName);
const name = () => text().min(1);

const companiesQuery = z.object({
  search: text().optional().describe('Part of a domain, or of a target account’s name.'),
  list: text().optional(),
  owner: z.string().trim().toLowerCase().max(320).optional().describe('An e-mail address.'),
  sort: z.enum(companyOrders).default('score'),
  limit: paging.limit,
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

const blankIsNone = (value: string | null | undefined): string | null =>
  value === undefined || value === '' ? null : value;

const accountSchema = z.strictObject({
  list: name(),
  tier: text().nullish().transform(blankIsNone),
  name: text().nullish().transform(blankIsNone),
  owner: z
    .string()
    .trim()
    .max(320)
    .nullish()
    .transform(blankIsNone)
    .describe('The e-mail address of somebody of the workspace.'),
});

const column = () => z.string().max(1000).optional();

const importSchema = z.strictObject({
  csv: z.string().describe('With a first line that names its columns; commas, semicolons or tabs.'),
  columns: z
    .strictObject({
      domain: z.string().max(1000).describe('A domain, a website’s address or an e-mail address.'),
      list: column(),
      tier: column(),
      name: column(),
      owner: column(),
    })
    .describe('Which column says what. What no column says stays as it is.'),
  list: text().nullish().transform(blankIsNone).describe('The list of rows that name none.'),
});

const listSchema = z.strictObject({ list: name() });

export function companyOperations(): Operation[] {
  const tag = 'Companies';
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  const parameters = { domain: 'Its domain, in any way of writing it.' };
  return [
    {
      method: 'get',
      path: '/api/companies',
      id: 'listCompanies',
      right: 'leads.read',
      tag,
      summary: 'Companies with what is known of their people together',
      query: companiesQuery,
      answers: {
        200: { description: 'A page of them.', content: json(companyListShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'get',
      path: '/api/companies/{domain}',
      id: 'showCompany',
      right: 'leads.read',
      tag,
      summary: 'A company with all its people',
      parameters,
      answers: {
        200: { description: 'All of it.', content: json(companyPeopleShape()) },
        ...refusals('unknown'),
      },
    },
    {
      method: 'get',
      path: '/api/target-lists',
      id: 'listTargetLists',
      right: 'leads.read',
      tag,
      summary: 'The lists of target accounts',
      answers: { 200: { description: 'By name.', content: json(targetListsShape()) } },
    },
    {
      method: 'post',
      path: '/api/target-lists/remove',
      id: 'removeTargetList',
      right: 'leads.write',
      tag,
      summary: 'Remove a list with all its accounts',
      description: 'Their people stay, and are counted anew.',
      body: json(listSchema),
      answers: {
        200: {
          description: 'How many accounts it had.',
          content: json(z.strictObject({ removed: z.int().positive() })),
        },
        ...refusals('unknown'),
        ...bodies,
      },
    },
    {
      method: 'post',
      path: '/api/accounts/import',
      id: 'importAccounts',
      right: 'leads.write',
      tag,
      summary: 'Take target accounts from a CSV',
      description:
        'Good rows are taken, the others are told by line. A company that is on a list already moves to the one of its row.',
      body: json(importSchema),
      answers: {
        200: { description: 'What was taken.', content: json(importedAccountsShape()) },
        ...bodies,
      },
    },
    {
      method: 'put',
      path: '/api/accounts/{domain}',
      id: 'saveAccount',
      right: 'leads.write',
      tag,
      summary: 'Put a company on a list of target accounts',
      parameters,
      body: json(accountSchema),
      answers: {
        200: { description: 'As it is now.', content: json(accountShape()) },
        ...bodies,
      },
    },
    {
      method: 'post',
      path: '/api/accounts/{domain}/remove',
      id: 'removeAccount',
      right: 'leads.write',
      tag,
      summary: 'Take a company off its list',
      parameters,
      answers: {
        200: { description: 'It is on none.', content: json(z.strictObject({ domain: z.string() })) },
        ...refusals('unknown'),
      },
    },
  ];
}

export function registerCompanies(app: App): void {
  app.get('/api/companies', allow('leads.read'), async (context) => {
    const query = readQuery(companiesQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { search, list, owner, ...page } = query.value;
    const asked = {
      search: blankIsNone(search),
      list: blankIsNone(list),
      owner: blankIsNone(owner),
      ...page,
    };
    return jsonAnswer(await actingDesk(context).companies(context.get('actor'), asked));
  });

  app.get('/api/companies/:domain', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).company(context.get('actor'), context.req.param('domain'))),
  );

  app.get('/api/target-lists', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).targetLists(context.get('actor'))),
  );

  app.post('/api/target-lists/remove', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, listSchema, publicLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).removeTargetList(context.get('actor'), body.value.list));
  });

  app.post('/api/accounts/import', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, importSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).importAccounts(context.get('actor'), body.value));
  });

  app.put('/api/accounts/:domain', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, accountSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const domain = context.req.param('domain');
    return handAnswer(await actingDesk(context).saveAccount(context.get('actor'), domain, body.value));
  });

  app.post('/api/accounts/:domain/remove', allow('leads.write'), async (context) =>
    handAnswer(await actingDesk(context).removeAccount(context.get('actor'), context.req.param('domain'))),
  );
}
