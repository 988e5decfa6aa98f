// `/api/agreement`: what is in force, what is on the table, and the draft of what comes next.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { TermsAnswer } from '../desk/terms/terms-desk.ts';
import {
  agreementDraftShape,
  agreementShape,
  agreementVersionListShape,
  agreementVersionShape,
} from '../openapi/agreement-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody } from './api-query.ts';
import type { App } from './route.ts';

const savingSchema = z.strictObject({
  revision: z.int().positive().nullable().describe('As the draft was read; null where nobody worked on one.'),
  base: z
    .int()
    .positive()
    .nullish()
    .describe('The version in force that the draft goes by from now on; absent: the one that it began from.'),
  document: z.looseObject({}).describe('The whole agreement, right or not yet.'),
});

const proposingSchema = z.strictObject({
  revision: z.int().positive().describe('The one that was looked at.'),
  note: z.string().max(4000).nullish().describe('Why, for the other side.'),
  answers: z.int().positive().nullish().describe('The proposal that it takes the place of.'),
});

const tag = 'Agreement';
const bodies = () => refusals('malformed', 'too_large', 'unsupported_type', 'invalid');

export function agreementOperations(): Operation[] {
  const draft = json(agreementDraftShape());
  const reading = { method: 'get', right: 'workspace.read', tag } as const;
  const writing = { method: 'post', right: 'agreement.write', tag } as const;
  return [
    {
      ...reading,
      path: '/api/agreement',
      id: 'readAgreement',
      summary: 'The agreement: in force, on the table, and as it is worked on',
      answers: { 200: { description: 'All of it.', content: json(agreementShape()) } },
    },
    {
      ...reading,
      path: '/api/agreements',
      id: 'listAgreements',
      summary: 'All versions of the agreement, without what they say',
      answers: { 200: { description: 'The latest first.', content: json(agreementVersionListShape()) } },
    },
    {
      ...reading,
      path: '/api/agreements/{version}',
      id: 'readAgreementVersion',
      summary: 'One version of the agreement',
      parameters: { version: 'Its number.' },
      answers: {
        200: { description: 'The version.', content: json(agreementVersionShape()) },
        ...refusals('unknown'),
      },
    },
    {
      method: 'put',
      path: '/api/agreement/draft',
      id: 'saveAgreementDraft',
      right: 'agreement.write',
      tag,
      summary: 'Save the draft of an agreement',
      description:
        'Saved as it comes, with what is still wrong in the answer. It judges nobody. Whoever has saved in between is not overwritten: 409 brings what stands now, or null.',
      body: json(savingSchema),
      answers: {
        200: { description: 'Saved.', content: draft },
        409: {
          description: 'Somebody else has saved, proposed or dropped it since then; this is what stands.',
          content: json(agreementDraftShape().nullable()),
        },
        ...bodies(),
      },
    },
    {
      ...writing,
      path: '/api/agreement/draft/drop',
      id: 'dropAgreementDraft',
      summary: 'Drop the draft',
      answers: { 204: { description: 'Dropped.' }, ...refusals('unknown') },
    },
    {
      ...writing,
      path: '/api/agreement/propose',
      id: 'proposeAgreement',
      summary: 'Put the draft on the table',
      description:
        'Refused (422) as long as it could not run, when another version is in force than the one it began from (`outdated_base`), and when it stands already. The other side is written to. It can be signed for 30 days, and judges nobody before both sides have.',
      body: json(proposingSchema),
      answers: {
        201: { description: 'The proposal.', content: json(agreementVersionShape()) },
        409: {
          description: 'The draft was saved since; this is what stands.',
          content: json(agreementDraftShape().nullable()),
        },
        ...refusals('unknown'),
        ...bodies(),
      },
    },
    {
      ...writing,
      path: '/api/agreement/review',
      id: 'reviewAgreement',
      summary: 'Say that both sides have looked at the agreement in force and keep it',
      answers: { 204: { description: 'The next review is one rhythm away.' }, ...refusals('unknown') },
    },
  ];
}

/** What is answered to somebody who wanted to change something. */
export function termsAnswer(answer: TermsAnswer, status = 200): Response {
  switch (answer.kind) {
    case 'done':
      return jsonAnswer(answer.text, status);
    case 'overtaken':
      return jsonAnswer(answer.text, 409);
    case 'invalid':
      return problemResponse({ kind: 'invalid', issues: answer.issues });
    case 'refused':
      return refused(answer.why);
  }
}

type Why = Extract<TermsAnswer, { kind: 'refused' }>['why'];

const details: Readonly<Record<Exclude<Why, 'unknown' | 'no_draft'>, string>> = {
  ended: 'It is not on the table any more: taken back, answered, outdated or in force already.',
  expired: 'It was not signed in time. It can be proposed anew.',
  other_hash: 'What was signed is not what stands there. Read it again.',
  tampered: 'What is kept of it is not what was proposed. It can be proposed anew.',
  not_among_people: 'Whoever signs stands among the people of the workspace, with their side as party.',
  other_side: 'The workspace’s people say that whoever asks belongs to another party than their role does.',
  ask_again: 'Somebody else has signed at the same moment. Ask again.',
  not_yours: 'Only the side that has proposed it takes it back.',
};

function refused(why: Why): Response {
  if (why === 'unknown') return problemResponse({ kind: 'unknown', what: 'version' });
  if (why === 'no_draft') return problemResponse({ kind: 'unknown', what: 'draft' });
  const isForbidden = why === 'not_among_people' || why === 'other_side' || why === 'not_yours';
  return problemResponse({ kind: isForbidden ? 'forbidden' : 'conflict', detail: details[why] });
}

export function registerAgreement(app: App): void {
  app.get('/api/agreement', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).agreement(context.get('actor'))),
  );

  app.get('/api/agreements', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).agreementVersions(context.get('actor'))),
  );

  app.get('/api/agreements/:version', allow('workspace.read'), async (context) => {
    const version = versionIn(context.req.param('version'));
    const found =
      version === null ? null : await actingDesk(context).agreementVersion(context.get('actor'), version);
    return found === null ? problemResponse({ kind: 'unknown', what: 'version' }) : jsonAnswer(found);
  });

  app.put('/api/agreement/draft', allow('agreement.write'), async (context) => {
    const body = await readBody(context.req.raw, savingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { revision, document, base } = body.value;
    const desk = actingDesk(context);
    return termsAnswer(await desk.saveAgreementDraft(context.get('actor'), revision, document, base));
  });

  app.post('/api/agreement/draft/drop', allow('agreement.write'), async (context) => {
    const dropped = await actingDesk(context).dropAgreementDraft(context.get('actor'));
    return dropped
      ? new Response(null, { status: 204 })
      : problemResponse({ kind: 'unknown', what: 'draft' });
  });

  app.post('/api/agreement/propose', allow('agreement.write'), async (context) => {
    const body = await readBody(context.req.raw, proposingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { revision, note, answers } = body.value;
    const asked = { revision, note: note ?? null, answers: answers ?? null };
    return termsAnswer(await actingDesk(context).proposeAgreement(context.get('actor'), asked), 201);
  });

  app.post('/api/agreement/review', allow('agreement.write'), async (context) => {
    const noted = await actingDesk(context).reviewAgreement(context.get('actor'));
    return noted
      ? new Response(null, { status: 204 })
      : problemResponse({ kind: 'unknown', what: 'agreement in force' });
  });
}

/** The number of a version as it stands in an address. */
export function versionIn(segment: string): number | null {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null;
}
