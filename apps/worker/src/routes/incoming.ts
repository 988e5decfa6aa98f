// `POST /in/:source`: another system, such as a CRM, reports what became of leads. Signed as Standard Webhooks says, over
// the bytes as they came; whoever cannot sign is told nothing, not even whether there is such a source.
import { publicLimit, readText, parseSafeJson } from '../body.ts';
import { linkPlace } from '../form-place.ts';
import { reportedShape } from '../openapi/source-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { jsonAnswer } from './api-query.ts';
import type { App } from './route.ts';

export function incomingOperations(): readonly Operation[] {
  return [
    {
      method: 'post',
      path: '/in/{source}',
      id: 'takeReports',
      tag: 'Leads',
      summary: 'A CRM reports what became of leads',
      description:
        'Headers `webhook-id`, `webhook-timestamp` and `webhook-signature` as Standard Webhooks says, with the source’s secret. The body is what the CRM has; the source’s mapping says where in it things stand. The same `webhook-id` is answered the same. What is not known is said back, and is no reason to send it again.',
      parameters: {
        source: 'The source’s id; of a workspace that is not the first, behind its name: `acme~crm`.',
      },
      body: { 'application/json': {} },
      answers: {
        200: { description: 'What came of each report.', content: json(reportedShape()) },
        ...refusals('malformed', 'forbidden', 'too_large', 'invalid'),
      },
    },
  ];
}

export function registerIncoming(app: App): void {
  app.post('/in/:source', async (context) => {
    const { req } = context;
    const body = await readText(req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const place = await linkPlace(context.env, req.param('source'));
    const call = {
      id: req.header('webhook-id') ?? '',
      timestamp: req.header('webhook-timestamp') ?? '',
      signature: req.header('webhook-signature') ?? '',
      body: body.value,
    };
    const forged = problemResponse({
      kind: 'forbidden',
      detail: 'There is no such source, or the signature is not good for these bytes at this time.',
    });
    if (place === null || !(await place.desk.isSigned(place.token, call))) return forged;
    const parsed = parseSafeJson(body.value);
    if (!parsed.ok) return problemResponse(parsed.refusal);
    const taken = await place.desk.takeReports(place.token, call.id, body.value);
    switch (taken.kind) {
      case 'done':
        return jsonAnswer(taken.text);
      case 'forged':
        return forged;
      case 'unreadable':
        return problemResponse({ kind: 'invalid', issues: [{ code: 'not_reports', path: [] }] });
    }
  });
}
