// `GET /healthz`: 200 when submissions can be stored, found out by storing something.
import * as z from 'zod';
import { deskOf } from '../desk-of.ts';
import { bugLine, createLog } from '../log.ts';
import { json, type Operation } from '../openapi/operation.ts';
import type { App } from './route.ts';

export function healthOperations(): readonly Operation[] {
  const ok = (value: boolean) => json(z.strictObject({ ok: z.literal(value) }));
  return [
    {
      method: 'get',
      path: '/healthz',
      id: 'checkHealth',
      tag: 'Operation',
      summary: 'Whether submissions can be stored',
      description: 'Finds out by storing something.',
      answers: {
        200: { description: 'They can.', content: ok(true) },
        503: { description: 'They cannot.', content: ok(false) },
      },
    },
  ];
}

export function registerHealth(app: App): void {
  app.get('/healthz', async (context) => {
    try {
      await deskOf(context.env).checkHealth();
      return new Response('{"ok":true}', {
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    } catch (error) {
      createLog(false)(bugLine(error, crypto.randomUUID()));
      return new Response('{"ok":false}', {
        status: 503,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    }
  });
}
