// `/api/forms`: drafts as they are worked on, and the versions that they became.
import * as z from 'zod';
import { ownerLimit } from '../body.ts';
import type { DraftAnswer } from '../desk/form-desk.ts';
import { formId } from '../form-place.ts';
import {
  changesShape,
  draftShape,
  formListShape,
  versionListShape,
  versionShape,
} from '../openapi/form-shapes.ts';
import { json, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { actingDesk, allow } from './access.ts';
import { jsonAnswer, readBody, readQuery } from './api-query.ts';
import type { App } from './route.ts';

const revision = () => z.int().min(0).describe('The one that the writer began from.');

const savingSchema = z.strictObject({
  revision: revision().nullable().describe('As the draft was read; null for a form that is to be new.'),
  base: z
    .int()
    .positive()
    .nullish()
    .describe(
      'The version that the draft began from, as it was read: another one since then is told as 409.',
    ),
  document: z.looseObject({}).describe('The whole form, right or not yet.'),
});

const restoringSchema = z.strictObject({ revision: revision() });

const changesQuery = z.object({
  from: z.coerce.number().int().positive().describe('A version.'),
  to: z.coerce.number().int().positive().optional().describe('A version; absent: what is worked on.'),
});

const tag = 'Forms';
const parameters = { form: 'The form’s id.' };

export function formOperations(): Operation[] {
  const draft = json(draftShape());
  const bodies = refusals('malformed', 'too_large', 'unsupported_type', 'invalid');
  return [
    {
      method: 'get',
      path: '/api/forms',
      id: 'listForms',
      right: 'workspace.read',
      tag,
      summary: 'All forms, published or not yet',
      answers: { 200: { description: 'In the order in which they came.', content: json(formListShape()) } },
    },
    {
      method: 'get',
      path: '/api/forms/{form}/draft',
      id: 'readDraft',
      right: 'workspace.read',
      tag,
      summary: 'A form as it is worked on',
      description: 'Where nobody works on it: the version that is published, at revision 0.',
      parameters,
      answers: { 200: { description: 'The draft.', content: draft }, ...refusals('unknown') },
    },
    {
      method: 'put',
      path: '/api/forms/{form}/draft',
      id: 'saveDraft',
      right: 'forms.write',
      tag,
      summary: 'Save a draft',
      description:
        'Saved as it comes, with what is still wrong in the answer. Whoever has saved in between is not overwritten: 409 brings what stands now.',
      parameters,
      body: json(savingSchema),
      answers: {
        200: { description: 'Saved.', content: draft },
        409: { description: 'Somebody else has saved since then; this is what stands.', content: draft },
        ...bodies,
      },
    },
    {
      method: 'post',
      path: '/api/forms/{form}/draft/drop',
      id: 'dropDraft',
      right: 'forms.write',
      tag,
      summary: 'Drop what was changed since the last version',
      parameters,
      answers: { 204: { description: 'Dropped.' }, ...refusals('unknown') },
    },
    {
      method: 'get',
      path: '/api/forms/{form}/versions',
      id: 'listVersions',
      right: 'workspace.read',
      tag,
      summary: 'A form’s versions',
      parameters,
      answers: {
        200: { description: 'All of them.', content: json(versionListShape()) },
        ...refusals('unknown'),
      },
    },
    {
      method: 'get',
      path: '/api/forms/{form}/versions/{version}',
      id: 'readVersion',
      right: 'workspace.read',
      tag,
      summary: 'A version as it was published',
      parameters: { ...parameters, version: 'Its number.' },
      answers: {
        200: { description: 'The version.', content: json(versionShape()) },
        ...refusals('unknown'),
      },
    },
    {
      method: 'get',
      path: '/api/forms/{form}/changes',
      id: 'compareVersions',
      right: 'workspace.read',
      tag,
      summary: 'What differs between two states of a form',
      description:
        'Told by ids: a field that was moved is not another field. What was added, removed or changed, and what was moved, as little as possible.',
      parameters,
      query: changesQuery,
      answers: {
        200: { description: 'The differences.', content: json(changesShape()) },
        ...refusals('unknown', 'invalid'),
      },
    },
    {
      method: 'post',
      path: '/api/forms/{form}/versions/{version}/restore',
      id: 'restoreVersion',
      right: 'forms.write',
      tag,
      summary: 'Make a draft of an earlier version',
      description:
        'What is worked on is replaced by it, at the revision told; publishing it is a step of its own.',
      parameters: { ...parameters, version: 'Its number.' },
      body: json(restoringSchema),
      answers: {
        200: { description: 'The draft.', content: draft },
        409: { description: 'Somebody else has saved since then; this is what stands.', content: draft },
        ...refusals('unknown'),
        ...bodies,
      },
    },
  ];
}

/** A version's number; null for what cannot be one. */
function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export function registerForms(app: App): void {
  const unknown = (): Response => problemResponse({ kind: 'unknown', what: 'form' });

  app.get('/api/forms', allow('workspace.read'), async (context) =>
    jsonAnswer(await actingDesk(context).forms(context.get('actor'))),
  );

  app.get('/api/forms/:form/draft', allow('workspace.read'), async (context) => {
    const form = formId(context.req.param('form'));
    const draft = form === null ? null : await actingDesk(context).draft(context.get('actor'), form);
    return draft === null ? unknown() : jsonAnswer(draft);
  });

  app.put('/api/forms/:form/draft', allow('forms.write'), async (context) => {
    const form = formId(context.req.param('form'));
    if (form === null) {
      return problemResponse({ kind: 'invalid', issues: [{ code: 'bad_id', path: ['form'] }] });
    }
    const body = await readBody(context.req.raw, savingSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const { revision, base, document } = body.value;
    return draftAnswer(
      await actingDesk(context).saveDraft(context.get('actor'), form, revision, document, base),
    );
  });

  app.post('/api/forms/:form/draft/drop', allow('forms.write'), async (context) => {
    const form = formId(context.req.param('form'));
    const isDropped = form !== null && (await actingDesk(context).dropDraft(context.get('actor'), form));
    return isDropped ? new Response(null, { status: 204 }) : unknown();
  });

  app.get('/api/forms/:form/versions', allow('workspace.read'), async (context) => {
    const form = formId(context.req.param('form'));
    const versions = form === null ? null : await actingDesk(context).versions(context.get('actor'), form);
    return versions === null ? unknown() : jsonAnswer(versions);
  });

  app.get('/api/forms/:form/versions/:version', allow('workspace.read'), async (context) => {
    const form = formId(context.req.param('form'));
    const version = versionNumber(context.req.param('version'));
    const found =
      form === null || version === null
        ? null
        : await actingDesk(context).version(context.get('actor'), form, version);
    return found === null ? problemResponse({ kind: 'unknown', what: 'version' }) : jsonAnswer(found);
  });

  app.get('/api/forms/:form/changes', allow('workspace.read'), async (context) => {
    const query = readQuery(changesQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const form = formId(context.req.param('form'));
    const { from, to } = query.value;
    const changes =
      form === null
        ? null
        : await actingDesk(context).compareVersions(context.get('actor'), form, from, to ?? null);
    return changes === null ? problemResponse({ kind: 'unknown', what: 'version' }) : jsonAnswer(changes);
  });

  app.post('/api/forms/:form/versions/:version/restore', allow('forms.write'), async (context) => {
    const body = await readBody(context.req.raw, restoringSchema, ownerLimit);
    if (!body.ok) return body.refusal;
    const form = formId(context.req.param('form'));
    const version = versionNumber(context.req.param('version'));
    if (form === null || version === null) return problemResponse({ kind: 'unknown', what: 'version' });
    const restored = await actingDesk(context).restoreVersion(
      context.get('actor'),
      form,
      version,
      body.value.revision,
    );
    return restored === null ? problemResponse({ kind: 'unknown', what: 'version' }) : draftAnswer(restored);
  });
}

function draftAnswer(saved: DraftAnswer): Response {
  if (saved.kind === 'invalid') return problemResponse({ kind: 'invalid', issues: saved.issues });
  return jsonAnswer(saved.text, saved.kind === 'saved' ? 200 : 409);
}
