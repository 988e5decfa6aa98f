// `GET /healthz`: 200 when submissions can be stored, found out by storing something.
import { deskOf } from '../desk-of.ts';
import { bugLine, createLog } from '../log.ts';
import type { App } from './route.ts';

export function registerHealth(app: App): void {
  app.get('/healthz', async (context) => {
    try {
      await deskOf(context.env).checkHealth();
      return new Response('{"ok":true}', {
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    } catch (error) {
      createLog(false)(bugLine(error, context.get('requestId')));
      return new Response('{"ok":false}', {
        status: 503,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    }
  });
}
