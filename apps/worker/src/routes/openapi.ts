// `GET /openapi.json`: every route as it describes itself.
import { buildDocument } from '../openapi/build-document.ts';
import type { Operation } from '../openapi/operation.ts';
import { PublicDocument } from './public-document.ts';
import type { App } from './route.ts';

export function openApiOperations(): readonly Operation[] {
  const headers = { etag: 'Changes with the document.' };
  const schema = { type: 'object', required: ['openapi', 'info', 'paths', 'components'] };
  return [
    {
      method: 'get',
      path: '/openapi.json',
      id: 'readOpenApi',
      tag: 'Operation',
      summary: 'This document',
      answers: {
        200: { description: 'OpenAPI 3.1.', content: { 'application/json': schema }, headers },
        304: { description: 'It is what `If-None-Match` names.', headers },
      },
    },
  ];
}

/** `operations`: of all routes. */
export function registerOpenApi(app: App, operations: () => readonly Operation[]): void {
  const document = new PublicDocument('application/json', () => buildDocument(operations()));
  app.get('/openapi.json', (context) => document.answer(context.req.raw));
}
