// `GET /schemas/:name.json`: what the documents look like, for editors and other people's tools.
import { documentNames, documentSchemas } from '@baton/workspace';
import type { Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { PublicDocument } from './public-document.ts';
import type { App } from './route.ts';

export function schemaOperations(): readonly Operation[] {
  const headers = { etag: 'Changes with the schema.' };
  const schema = { type: 'object', required: ['$schema', '$id', 'title', '$defs'] };
  return [
    {
      method: 'get',
      path: '/schemas/{name}.json',
      route: '/schemas/:file{[^/]+\\.json}',
      id: 'readSchema',
      tag: 'Workspace',
      summary: 'The JSON Schema of a document',
      description:
        'What it cannot say, such as what only holds between parts, is told when a document is imported.',
      parameters: { name: '`workspace`, `form` or `agreement`.' },
      answers: {
        200: { description: 'The schema.', content: { 'application/schema+json': schema }, headers },
        304: { description: 'It is what `If-None-Match` names.', headers },
        ...refusals('unknown'),
      },
    },
  ];
}

const documents = new Map(
  documentNames.map((name) => [
    `${name}.json`,
    new PublicDocument('application/schema+json', () => documentSchemas()[name]),
  ]),
);

export function registerSchemas(app: App): void {
  app.get('/schemas/:file{[^/]+\\.json}', async (context) => {
    const document = documents.get(context.req.param('file'));
    return document === undefined
      ? problemResponse({ kind: 'unknown', what: 'schema' })
      : document.answer(context.req.raw);
  });
}
