// `/v/:token`: the verdict from a notification. GET and HEAD change nothing, ever; the POST counts only with a nonce
// that the page's script fetches when a person presses, so a scanner that sends the form changes nothing.
import * as z from 'zod';
import { publicLimit, readText } from '../body.ts';
import { linkPlace } from '../form-place.ts';
import { json, page as html, script, styleSheet, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { brokenLinkPage, verdictPage, verdictScript, verdictStyles } from '../verdict/page.ts';
import { pageHeaders } from '../page-headers.ts';
import type { App } from './route.ts';
import { onlyGet } from './wrong-method.ts';

const policy = {
  'style-src': "'self'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

const postSchema = z.object({
  nonce: z.string().default(''),
  act: z.string().default(''),
  reason: z.string().max(200).default(''),
  note: z.string().max(2000).default(''),
});

export function verdictOperations(): readonly Operation[] {
  const common = { tag: 'Verdicts', parameters: { token: 'From the link in a notification.' } } as const;
  const broken = { description: 'The link is not good (any more), as a page.', content: html };
  const nonce = z.string().describe('Good for one answer.');
  return [
    {
      ...common,
      method: 'get',
      path: '/v/{token}',
      id: 'verdictPage',
      summary: 'The lead as it was handed over, and what may be answered',
      description: 'Changes nothing, however often it is opened, and by whomever.',
      answers: { 200: { description: 'The page.', content: html }, 404: broken },
    },
    {
      ...common,
      method: 'post',
      path: '/v/{token}/press',
      id: 'pressVerdict',
      summary: 'A nonce for the answer',
      description: 'The page’s script asks for it when a person presses.',
      answers: {
        200: { description: 'The nonce.', content: json(z.strictObject({ nonce })) },
        ...refusals('origin_refused', 'unknown'),
      },
    },
    {
      ...common,
      method: 'post',
      path: '/v/{token}',
      id: 'giveVerdict',
      summary: 'Accept, reject with a reason, or take it back',
      description: 'Without a good nonce nothing changes. The first answer stands; who is later is told so.',
      body: { 'application/x-www-form-urlencoded': postSchema },
      answers: {
        200: { description: 'The page, with what became of it.', content: html },
        404: broken,
        ...refusals('malformed', 'too_large'),
      },
    },
    ...[
      { path: '/v/page.css', id: 'verdictStyles', summary: 'The page’s styles', content: styleSheet },
      { path: '/v/page.js', id: 'verdictScript', summary: 'The page’s script', content: script },
    ].map(({ content, ...asset }): Operation => ({
      method: 'get',
      tag: 'Verdicts',
      ...asset,
      answers: { 200: { description: asset.summary, content } },
    })),
  ];
}

/** The token is in the address, so the address goes nowhere else. */
export function linkPageResponse(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: { ...pageHeaders(policy), 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' },
  });
}

function asset(text: string, type: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    },
  });
}

export function registerVerdict(app: App): void {
  app.get('/v/page.css', () => asset(verdictStyles, 'text/css'));
  app.get('/v/page.js', () => asset(verdictScript, 'text/javascript'));
  for (const path of ['/v/page.css', '/v/page.js']) app.all(path, onlyGet);

  app.get('/v/:token', async (context) => {
    const place = await linkPlace(context.env, context.req.param('token'));
    const card = place === null ? null : await place.desk.verdictCard(place.token);
    return card === null
      ? linkPageResponse(brokenLinkPage(), 404)
      : linkPageResponse(verdictPage(card, null));
  });

  app.post('/v/:token/press', async (context) => {
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== new URL(context.req.url).origin) {
      return problemResponse({ kind: 'origin_refused', origin });
    }
    const place = await linkPlace(context.env, context.req.param('token'));
    const nonce = place === null ? null : await place.desk.verdictNonce(place.token);
    if (nonce === null) return problemResponse({ kind: 'unknown', what: 'handoff' });
    return Response.json({ nonce }, { headers: { 'cache-control': 'no-store' } });
  });

  app.post('/v/:token', async (context) => {
    const place = await linkPlace(context.env, context.req.param('token'));
    if (place === null) return linkPageResponse(brokenLinkPage(), 404);
    const { desk, token } = place;
    const body = await readText(context.req.raw, publicLimit);
    if (!body.ok) return problemResponse(body.refusal);
    const post = postSchema.safeParse(Object.fromEntries(new URLSearchParams(body.value)));
    const notice = post.success ? await act(post.data) : 'That could not be read. Please press again.';
    const card = await desk.verdictCard(token);
    return card === null
      ? linkPageResponse(brokenLinkPage(), 404)
      : linkPageResponse(verdictPage(card, notice));

    /** What went wrong, in words; null when it was done, or when the page says it all. */
    async function act({ nonce, act, reason, note }: z.infer<typeof postSchema>): Promise<string | null> {
      if (act === 'undo') {
        return (await desk.undoVerdict(token, nonce)) ? null : 'This can no longer be taken back.';
      }
      if (act.startsWith('breach:')) {
        const said = note.trim() === '' ? null : note.trim();
        const given = await desk.sayWhyLate(token, nonce, act.slice('breach:'.length), said);
        return given === 'done' ? null : 'Nothing has changed. Press a button to say why it was late.';
      }
      if (act !== 'accept' && act !== 'reject') return 'Nothing has changed. Press a button to answer.';
      const verdict =
        act === 'accept'
          ? ({ kind: 'accepted' } as const)
          : ({ kind: 'rejected', reason, note: note.trim() === '' ? null : note.trim() } as const);
      const result = await desk.giveVerdict(token, nonce, verdict);
      switch (result?.kind) {
        case undefined:
          return 'Nothing has changed. Press a button to answer.';
        case 'done':
          return null;
        case 'taken':
          return 'Somebody was faster. This is what they said:';
        case 'passed_on':
          return 'Nothing has changed: somebody else has this lead now.';
        case 'unknown_reason':
          return 'Please choose one of the reasons.';
        case 'unknown_handoff':
          return 'This handoff is gone.';
      }
    }
  });
}
