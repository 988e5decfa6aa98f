// `/api/agreements/:version/…`: a proposal is signed, taken back, or spoken of.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { TermsAnswer } from '../desk/terms/terms-desk.ts';
import { gateOf } from '../gate-of.ts';
import { agreementVersionShape } from '../openapi/agreement-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { termsAnswer, versionIn } from './api-agreement.ts';
import { readBody } from './api-query.ts';
import type { App } from './route.ts';

const signingSchema = z.strictObject({
  hash: z.string().max(200).describe('Of the version as whoever signs saw it.'),
});

const commentSchema = z.strictObject({ text: z.string().trim().min(1, 'required').max(4000) });

/** Others may sign between the look at who has signed and the signing. */
const tries = 3;

export function signingOperations(): Operation[] {
  const common = { method: 'post', tag: 'Agreement', parameters: { version: 'Its number.' } } as const;
  const answer = { description: 'The version as it stands now.', content: json(agreementVersionShape()) };
  const bodies = () => refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      ...common,
      path: '/api/agreements/{version}/sign',
      id: 'signAgreement',
      right: 'agreement.sign',
      summary: 'Sign a proposal',
      description:
        'For the side that one’s role and the workspace’s people say: marketing or sales, never both; no admin and no key signs. A signature is over the hash that was seen; 409 says that the proposal is another one by now, or is not on the table any more. With both sides’ signatures it is in force from that second. Signing twice changes nothing.',
      body: json(signingSchema),
      answers: { 200: answer, ...refusals('unknown', 'conflict'), ...bodies() },
    },
    {
      ...common,
      path: '/api/agreements/{version}/withdraw',
      id: 'withdrawAgreement',
      right: 'agreement.write',
      summary: 'Take a proposal back',
      description:
        'By the side that has proposed it; what neither side has proposed, by anybody who may write.',
      answers: { 200: answer, ...refusals('unknown', 'conflict') },
    },
    {
      ...common,
      path: '/api/agreements/{version}/comments',
      id: 'commentAgreement',
      right: 'agreement.write',
      summary: 'Say something of a version',
      body: json(commentSchema),
      answers: { 200: answer, ...refusals('unknown'), ...bodies() },
    },
  ];
}

export function registerSigning(app: App): void {
  app.post('/api/agreements/:version/sign', allow('agreement.sign'), async (context) => {
    const body = await readBody(context.req.raw, signingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const version = versionIn(context.req.param('version'));
    if (version === null) return problemResponse({ kind: 'unknown', what: 'version' });
    const actor = context.get('actor');
    const desk = actingDesk(context);
    const { hash } = body.value;
    let signed: TermsAnswer = { kind: 'refused', why: 'ask_again' };
    for (let time = 0; time < tries && signed.kind === 'refused' && signed.why === 'ask_again'; time += 1) {
      // The Gate alone knows who still has which role.
      const signers = await desk.agreementSigners(actor, version);
      const roles = await gateOf(context.env).rolesIn(actor.workspace, signers);
      signed = await desk.signAgreement(actor, version, { hash, roles });
    }
    return termsAnswer(signed);
  });

  app.post('/api/agreements/:version/withdraw', allow('agreement.write'), async (context) => {
    const version = versionIn(context.req.param('version'));
    if (version === null) return problemResponse({ kind: 'unknown', what: 'version' });
    return termsAnswer(await actingDesk(context).withdrawAgreement(context.get('actor'), version));
  });

  app.post('/api/agreements/:version/comments', allow('agreement.write'), async (context) => {
    const body = await readBody(context.req.raw, commentSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const version = versionIn(context.req.param('version'));
    if (version === null) return problemResponse({ kind: 'unknown', what: 'version' });
    const { text } = body.value;
    return termsAnswer(await actingDesk(context).commentAgreement(context.get('actor'), version, text));
  });
}
