// `GET /f/:form/challenge`: work for the browser's machine, so that sending a form a thousand times costs something.
import * as z from 'zod';
import { formPlace } from '../form-place.ts';
import { json, named, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { requestFacts } from '../read-request.ts';
import { corsHeaders, preflight } from './cors.ts';
import type { App } from './route.ts';

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

const challengeShape = named('Challenge', () =>
  z
    .strictObject({
      algorithm: z.literal('SHA-256'),
      challenge: hex(64).describe('The SHA-256 of the salt followed by the number.'),
      maxnumber: z.int().positive().describe('The number is not above.'),
      salt: z.string(),
      signature: hex(64),
    })
    .describe('As ALTCHA writes it.'),
);

export function challengeOperations(): readonly Operation[] {
  return [
    {
      method: 'get',
      path: '/f/{form}/challenge',
      id: 'challenge',
      tag: 'Forms',
      summary: 'Work to be done before sending',
      description:
        'Only for forms whose `protection` has `proofOfWork`. Find the number, add it as `number`, and send the whole as base64 of JSON under `proof`. It is good for an hour, for this form, once.',
      parameters: { form: 'The form’s id.' },
      answers: {
        200: { description: 'A challenge.', content: json(challengeShape()) },
        ...refusals('origin_refused', 'unknown'),
      },
    },
  ];
}

export function registerChallenge(app: App): void {
  app.options('/f/:form/challenge', (context) => preflight(context.req.raw, 'GET'));
  app.get('/f/:form/challenge', async (context) => {
    const { origin } = requestFacts(context.req.raw);
    const place = await formPlace(context.env, context.req.param('form'));
    const head = place === null ? null : await place.desk.formHead(place.form);
    const isStrange = origin !== null && head !== null && head.websites.length > 0;
    if (isStrange && !head.websites.includes(origin)) {
      return problemResponse({ kind: 'origin_refused', origin });
    }
    const challenge = place === null ? null : await place.desk.challenge(place.form);
    const response =
      challenge === null
        ? problemResponse({ kind: 'unknown', what: 'challenge' })
        : Response.json(challenge, { headers: { 'cache-control': 'no-store' } });
    for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.append(name, value);
    return response;
  });
}
