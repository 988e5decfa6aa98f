// `/quiet/:token`: muting an alert or stopping the weekly report from its mail. GET changes nothing; a press counts with a
// nonce that the page's script fetches when a person presses. The one click of a mail program (RFC 8058), which asks for
// no page, stops the report alone.
import * as z from 'zod';
import { publicLimit, readText } from '../body.ts';
import { linkPlace } from '../form-place.ts';
import { json, page as html, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { brokenLinkPage } from '../verdict/page.ts';
import { quietPage } from '../verdict/quiet-page.ts';
import type { App } from './route.ts';
import { linkPageResponse } from './verdict.ts';

const postSchema = z.object({
  nonce: z.string().default(''),
  act: z.string().default(''),
  'List-Unsubscribe': z.string().default(''),
});

export function quietOperations(): readonly Operation[] {
  const common = { tag: 'Review', parameters: { token: 'From the link in a mail.' } } as const;
  const broken = { description: 'The link is not good (any more), as a page.', content: html };
  return [
    {
      ...common,
      method: 'get',
      path: '/quiet/{token}',
      id: 'quietPage',
      summary: 'What can be muted or stopped',
      description: 'Changes nothing, however often it is opened, and by whomever.',
      answers: { 200: { description: 'The page.', content: html }, 404: broken },
    },
    {
      ...common,
      method: 'post',
      path: '/quiet/{token}/press',
      id: 'pressQuiet',
      summary: 'A nonce for the answer',
      description: 'The page’s script asks for it when a person presses.',
      answers: {
        200: { description: 'The nonce.', content: json(z.strictObject({ nonce: z.string() })) },
        ...refusals('origin_refused', 'unknown'),
      },
    },
    {
      ...common,
      method: 'post',
      path: '/quiet/{token}',
      id: 'beQuiet',
      summary: 'Mute, or stop the weekly report',
      description:
        'Without a good nonce nothing changes, but for `List-Unsubscribe=One-Click` on the link of a report (RFC 8058).',
      body: { 'application/x-www-form-urlencoded': postSchema },
      answers: {
        200: { description: 'The page, with what became of it.', content: html },
        404: broken,
        ...refusals('malformed', 'too_large'),
      },
    },
  ];
}

export function registerQuiet(app: App): void {
  app.get('/quiet/:token', async (context) => {
    const place = await linkPlace(context.env, context.req.param('token'));
    const card = place === null ? null : await place.desk.quietCard(place.token);
    return card === null ? linkPageResponse(brokenLinkPage(), 404) : linkPageResponse(quietPage(card, null));
  });

  app.post('/quiet/:token/press', async (context) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== new URL(context.req.url).origin)
      return problemResponse({ kind: 'origin_refused', origin });
    const place = await linkPlace(context.env, context.req.param('token'));
    const nonce = place === null ? null : await place.desk.quietNonce(place.token);
    if (nonce === null) return problemResponse({ kind: 'unknown', what: 'link' });
    return Response.json({ nonce }, { headers: { 'cache-control': 'no-store' } });
  });

  app.post('/quiet/:token', async (context) => {
    const place = await linkPlace(context.env, context.req.param('token'));
    if (place === null) return linkPageResponse(brokenLinkPage(), 404);
    const { desk, token } = place;
    const body = await readText(context.req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const post = postSchema.safeParse(Object.fromEntries(new URLSearchParams(body.value)));
    const isDone =
      post.success &&
      (post.data['List-Unsubscribe'] === 'One-Click'
        ? await desk.stopReport(token)
        : await desk.pressQuiet(token, post.data.nonce, post.data.act));
    const card = await desk.quietCard(token);
    if (card === null) return linkPageResponse(brokenLinkPage(), 404);
    return linkPageResponse(quietPage(card, isDone ? null : 'Nothing has changed. Please press a button.'));
  });
}
