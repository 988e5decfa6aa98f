// `/api/calibration`: what outcomes say of the agreement's points and threshold, and a draft made of it.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { CalibrationAnswer } from '../desk/calibration/calibration-desk.ts';
import { outcomes } from '../desk/calibration/outcome-of.ts';
import { agreementDraftShape } from '../openapi/agreement-shapes.ts';
import { calibrationShape } from '../openapi/calibration-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const outcome = () =>
  z.enum(outcomes).describe('What is learned from: what sales accepts, what becomes an SQL, what is won.');
const money = () => z.number().min(0).max(1e12);

const readingQuery = z.object({ outcome: outcome().default('accepted') });

const askingSchema = z.strictObject({
  outcome: outcome(),
  value: money()
    .nullable()
    .optional()
    .describe('What a won lead is worth; absent: what won leads brought on average.'),
  cost: money().optional().describe('What a handoff costs, in the same currency.'),
});

const draftingSchema = z.strictObject({
  outcome: outcome(),
  what: z
    .enum(['card', 'threshold'])
    .optional()
    .describe('`threshold`: today’s points stay. Absent: the card.'),
  from: z.int().min(1).max(1_000_000).describe('The threshold; of a card, on its own scale.'),
  replace: z.boolean().optional().describe('Takes the place of whatever draft there is.'),
});

const tag = 'Agreement';

export function calibrationOperations(): Operation[] {
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid', 'conflict');
  return [
    {
      method: 'get',
      path: '/api/calibration',
      id: 'readCalibration',
      right: 'leads.read',
      tag,
      summary: 'The last calibration from an outcome',
      description: 'It takes the right to read the workspace as well.',
      query: readingQuery,
      answers: {
        200: { description: 'As it was when it was asked for.', content: json(calibrationShape()) },
        ...refusals('invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/calibration',
      id: 'calibrate',
      right: 'leads.read',
      tag,
      summary: 'Calibrate from an outcome',
      description:
        'Reads every lead, some at a time, and may take a minute. Who is handed over and not yet judged, or accepted more lately than the outcome takes, counts nowhere. It takes the right to read the workspace as well. Refused (409) where no agreement is in force.',
      body: json(askingSchema),
      answers: { 200: { description: 'The result.', content: json(calibrationShape()) }, ...bodies },
    },
    {
      method: 'post',
      path: '/api/calibration/draft',
      id: 'draftCalibration',
      right: 'agreement.write',
      tag,
      summary: 'Make what outcomes propose the draft of the agreement',
      description:
        'The agreement in force with other points, and its tiers about the threshold that is asked for; all else stays. It takes the right to read leads as well. Refused (409) where nothing is proposed, where another agreement has come into force since, and where somebody works on another draft, unless it is to be replaced.',
      body: json(draftingSchema),
      answers: { 200: { description: 'The draft.', content: json(agreementDraftShape()) }, ...bodies },
    },
  ];
}

type Why = Extract<CalibrationAnswer, { kind: 'refused' }>['why'];

const details: Readonly<Record<Why, string>> = {
  no_agreement: 'No agreement is in force.',
  not_calibrated: 'Nothing was calibrated from this outcome yet.',
  nothing_proposed: 'There is no evidence for other points.',
  outdated: 'Another agreement has come into force since. Calibrate again.',
  other_draft: 'Somebody works on another draft. With "replace": true this one takes its place.',
};

function calibrationAnswer(answer: CalibrationAnswer): Response {
  switch (answer.kind) {
    case 'done':
      return jsonAnswer(answer.text);
    case 'invalid':
      return problemResponse({ kind: 'invalid', issues: answer.issues });
    case 'refused':
      return problemResponse({ kind: 'conflict', detail: details[answer.why] });
  }
}

export function registerCalibration(app: App): void {
  app.get('/api/calibration', allow('leads.read'), allow('workspace.read'), async (context) => {
    const query = readQuery(readingQuery, context.req.query());
    if (!query.ok) return query.refusal;
    return jsonAnswer(await actingDesk(context).calibration(context.get('actor'), query.value.outcome));
  });

  app.post('/api/calibration', allow('leads.read'), allow('workspace.read'), async (context) => {
    const body = await readBody(context.req.raw, askingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { outcome: from, value = null, cost = 0 } = body.value;
    const asked = { outcome: from, value, cost };
    return calibrationAnswer(await actingDesk(context).calibrate(context.get('actor'), asked));
  });

  app.post('/api/calibration/draft', allow('agreement.write'), allow('leads.read'), async (context) => {
    const body = await readBody(context.req.raw, draftingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { what = 'card', replace = false, ...more } = body.value;
    const drafting = { ...more, what, replace };
    return calibrationAnswer(await actingDesk(context).draftCalibration(context.get('actor'), drafting));
  });
}
