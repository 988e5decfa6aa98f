// The worker's front: its routes, and what happens when something breaks.
import { Hono } from 'hono';
import { bugLine, createLog } from './log.ts';
import { problemResponse } from './problem.ts';
import { registerApi } from './routes/api.ts';
import { registerFormPage } from './routes/form-page.ts';
import { registerFormPost } from './routes/form-post.ts';
import { registerHealth } from './routes/health.ts';
import type { App, Bindings } from './routes/route.ts';
import { registerSubmissions } from './routes/submissions.ts';
import { registerVerdict } from './routes/verdict.ts';
import { registerVisitor } from './routes/visitor.ts';

/** Puts the routes together. */
export function createApp(): App {
  const app = new Hono<Bindings>();
  app.use(async (context, next) => {
    context.set('requestId', crypto.randomUUID());
    await next();
  });
  registerHealth(app);
  registerSubmissions(app);
  registerVisitor(app);
  registerFormPost(app);
  registerFormPage(app);
  registerVerdict(app);
  registerApi(app);
  app.notFound(() => problemResponse({ kind: 'unknown', what: 'address' }));
  app.onError((error, context) => {
    const requestId = context.get('requestId');
    createLog(false)(bugLine(error, requestId));
    return problemResponse({ kind: 'bug', requestId });
  });
  return app;
}
