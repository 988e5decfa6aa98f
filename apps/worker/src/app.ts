// The worker's front: its routes, and what happens when something breaks.
import { pageStyles, renderBroken } from '@baton/page/render';
import { Hono } from 'hono';
import { bugLine, createLog } from './log.ts';
import { pageHeaders, hashSource } from './page-headers.ts';
import { problemResponse } from './problem.ts';
import { wishesOf } from './wishes.ts';
import type { Operation } from './openapi/operation.ts';
import { apiOperations, registerApi } from './routes/api.ts';
import { formPartOperations, registerFormPart } from './routes/form-part.ts';
import { challengeOperations, registerChallenge } from './routes/challenge.ts';
import { formPageOperations, registerFormPage } from './routes/form-page.ts';
import { faviconOperations, registerFavicon } from './routes/favicon.ts';
import { formPostOperations, registerFormPost } from './routes/form-post.ts';
import { formSentOperations, registerFormSent } from './routes/form-sent.ts';
import { accountOperations, registerAccount } from './routes/gate-account.ts';
import { editorOperations, registerEditor } from './routes/editor.ts';
import { enterOperations, registerEnter } from './routes/gate-enter.ts';
import { keyOperations, registerKeys } from './routes/gate-keys.ts';
import { passkeyOperations, registerPasskeys } from './routes/gate-passkeys.ts';
import { peopleOperations, registerPeople } from './routes/gate-people.ts';
import { healthOperations, registerHealth } from './routes/health.ts';
import { incomingOperations, registerIncoming } from './routes/incoming.ts';
import { openApiOperations, registerOpenApi } from './routes/openapi.ts';
import { quietOperations, registerQuiet } from './routes/quiet.ts';
import type { App, Bindings } from './routes/route.ts';
import { registerSchemas, schemaOperations } from './routes/schemas.ts';
import { registerSubmissions, submissionOperations } from './routes/submissions.ts';
import { registerVerdict, verdictOperations } from './routes/verdict.ts';
import { registerVisitor, visitorOperations } from './routes/visitor.ts';
import { noRoute } from './routes/wrong-method.ts';

/** What all routes say of themselves. One that is registered and says nothing fails a test. */
export function allOperations(): readonly Operation[] {
  return [
    ...formPageOperations(),
    ...formPartOperations(),
    ...formPostOperations(),
    ...formSentOperations(),
    ...submissionOperations(),
    ...challengeOperations(),
    ...visitorOperations(),
    ...apiOperations(),
    ...incomingOperations(),
    ...verdictOperations(),
    ...quietOperations(),
    ...editorOperations(),
    ...enterOperations(),
    ...accountOperations(),
    ...passkeyOperations(),
    ...peopleOperations(),
    ...keyOperations(),
    ...schemaOperations(),
    ...openApiOperations(),
    ...healthOperations(),
    ...faviconOperations(),
  ];
}

/** Puts the routes together. */
export function createApp(): App {
  const app = new Hono<Bindings>();
  registerHealth(app);
  registerFavicon(app);
  registerSubmissions(app);
  registerChallenge(app);
  registerVisitor(app);
  registerFormPart(app);
  registerFormPage(app);
  registerFormPost(app);
  registerFormSent(app);
  registerVerdict(app);
  registerQuiet(app);
  registerEditor(app);
  registerEnter(app);
  registerAccount(app);
  registerPasskeys(app);
  registerPeople(app);
  registerKeys(app);
  registerApi(app);
  registerIncoming(app);
  registerSchemas(app);
  registerOpenApi(app, allOperations);
  app.notFound((context) => noRoute(app, context));
  app.onError((error, { req: { raw: request } }) => {
    const requestId = crypto.randomUUID();
    createLog(false)(bugLine(error, requestId));
    // Whoever looks at a page is answered by one.
    const isPage = request.headers.get('accept')?.includes('text/html') ?? false;
    return isPage ? brokenPage(request) : problemResponse({ kind: 'bug', requestId });
  });
  return app;
}

function brokenPage(request: Request): Response {
  const policy = { 'style-src': hashSource(pageStyles), 'img-src': "'self'" };
  return new Response(renderBroken({ languages: wishesOf(request) }), {
    status: 500,
    headers: { ...pageHeaders(policy), 'cache-control': 'no-store' },
  });
}
