// `/api/review/alerts`: what has dropped or gone silent, what of it is muted, and who is told.
import { watched } from '@baton/review/alerts';
import * as z from 'zod';
import { publicLimit } from '../body.ts';
import { muteScopes, muteSpans } from '../desk/alerts/alert-desk.ts';
import { reviewSettingsSchema } from '../desk/alerts/alert-settings.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { reviewAlertsShape } from '../openapi/review-alert-shapes.ts';
import { actingDesk, allow } from './access.ts';
import { readBody } from './api-query.ts';
import { handAnswer } from './hand-answer.ts';
import type { App } from './route.ts';

const muteSchema = z.strictObject({
  scope: z
    .enum(muteScopes)
    .default('this')
    .describe('This of this form, all of the form, or this of any form.'),
  span: z.enum(muteSpans).default('week').describe('For a week, or for ever.'),
});

const unmuteSchema = z.strictObject({
  form: z.string().max(200).describe('As it was muted: the form, or `*`.'),
  what: z.enum([...watched, '*']),
});

export function reviewAlertOperations(): Operation[] {
  const answer = { description: 'All alerts as they stand now.', content: json(reviewAlertsShape()) };
  const bodies = () => refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      method: 'get',
      path: '/api/review/alerts',
      id: 'readReviewAlerts',
      right: 'leads.read',
      tag: 'Review',
      summary: 'Drops and silences of forms, with their evidence; what is muted; who is told',
      answers: { 200: answer },
    },
    {
      method: 'post',
      path: '/api/review/alerts/{id}/mute',
      id: 'muteReviewAlert',
      right: 'leads.write',
      tag: 'Review',
      summary: 'Tell nobody of this any more',
      description: 'Alerts go on being found and shown.',
      parameters: { id: 'The alert.' },
      body: json(muteSchema),
      answers: { 200: answer, ...refusals('unknown'), ...bodies() },
    },
    {
      method: 'post',
      path: '/api/review/unmute',
      id: 'unmuteReviewAlerts',
      right: 'leads.write',
      tag: 'Review',
      summary: 'Tell of it again',
      body: json(unmuteSchema),
      answers: { 200: answer, ...refusals('unknown'), ...bodies() },
    },
    {
      method: 'put',
      path: '/api/review/settings',
      id: 'keepReviewSettings',
      right: 'workspace.write',
      tag: 'Review',
      summary: 'Who is told of alerts, and who gets the weekly report and when',
      body: json(reviewSettingsSchema),
      answers: { 200: answer, ...bodies() },
    },
  ];
}

export function registerReviewAlerts(app: App): void {
  app.get('/api/review/alerts', allow('leads.read'), async (context) =>
    handAnswer(await actingDesk(context).alerts(context.get('actor'))),
  );

  app.post('/api/review/alerts/:id/mute', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, muteSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const desk = actingDesk(context);
    return handAnswer(await desk.muteAlert(context.get('actor'), context.req.param('id'), body.value));
  });

  app.post('/api/review/unmute', allow('leads.write'), async (context) => {
    const body = await readBody(context.req.raw, unmuteSchema, publicLimit);
    if (!body.ok) return body.refusal;
    const { form, what } = body.value;
    return handAnswer(await actingDesk(context).unmuteAlerts(context.get('actor'), form, what));
  });

  app.put('/api/review/settings', allow('workspace.write'), async (context) => {
    const body = await readBody(context.req.raw, reviewSettingsSchema, publicLimit);
    if (!body.ok) return body.refusal;
    return handAnswer(await actingDesk(context).keepReviewSettings(context.get('actor'), body.value));
  });
}
