// `GET /api/forms/:form/draft.js`: what is worked on as the script that visitors would get, to be tried before it is
// published. The script takes its own address for the form's, so what it sends goes beside it, where nothing takes
// submissions: a page that lets it through by mistake reaches nobody. Its later parts are beside it as well.
import * as z from 'zod';
import { formId } from '../form-place.ts';
import { partScript, wholeScript } from '../form-script.ts';
import { script, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { embedModes } from '../render-form.ts';
import { actingDesk, allow } from './access.ts';
import { readQuery } from './api-query.ts';
import type { App } from './route.ts';

const scriptQuery = z.object({
  revision: z.coerce.number().int().min(0).optional().describe('Refused when another one is saved.'),
  language: z.string().max(100).optional().describe('Absent, or none that it speaks: the form’s own.'),
  mode: z.enum(embedModes).optional().describe('How the form opens, instead of what it says itself.'),
});

const parameters = { form: 'The form’s id.' };

export function draftScriptOperations(): Operation[] {
  const common = { method: 'get', right: 'workspace.read', tag: 'Forms' } as const;
  return [
    {
      ...common,
      path: '/api/forms/{form}/draft.js',
      id: 'draftScript',
      summary: 'What is worked on, as the script that visitors would get',
      description:
        'As `GET /f/{form}.js`, of the saved draft, also while it cannot be published; where nobody works on it, of the version that is published. 422 where nothing can be made of it. It sends to addresses beside its own, where nothing is taken: whoever shows it answers in their place.',
      parameters,
      query: scriptQuery,
      answers: {
        200: { description: 'The script.', content: script },
        ...refusals('unknown', 'conflict', 'invalid'),
      },
    },
    {
      ...common,
      path: '/api/forms/{form}/parts/{name}.js',
      route: '/api/forms/:form/parts/:file{[a-z]+\\.js}',
      id: 'draftPart',
      summary: 'A part of the script of a draft',
      description: 'The same as `GET /f/parts/{name}.js`, where the script of a draft looks for it.',
      parameters: { ...parameters, name: 'The part’s name.' },
      answers: { 200: { description: 'The module.', content: script }, ...refusals('unknown') },
    },
  ];
}

export function registerDraftScript(app: App): void {
  app.get('/api/forms/:form/draft.js', allow('workspace.read'), async (context) => {
    const query = readQuery(scriptQuery, context.req.query());
    if (!query.ok) return query.refusal;
    const { revision = null, language = null, mode = null } = query.value;
    const form = formId(context.req.param('form'));
    const wish = { revision, language, mode };
    const made =
      form === null ? null : await actingDesk(context).draftScript(context.get('actor'), form, wish);
    switch (made?.kind) {
      case undefined:
        return problemResponse({ kind: 'unknown', what: 'form' });
      case 'script':
        return scriptAnswer(wholeScript(made.call));
      case 'overtaken':
        return problemResponse({ kind: 'conflict', detail: `Revision ${made.revision} is saved.` });
      case 'invalid':
        return problemResponse({ kind: 'invalid', issues: made.issues });
    }
  });

  app.get('/api/forms/:form/parts/:file{[a-z]+\\.js}', allow('workspace.read'), (context) => {
    const part = partScript(context.req.param('file').slice(0, -'.js'.length));
    return part === undefined ? problemResponse({ kind: 'unknown', what: 'address' }) : scriptAnswer(part);
  });
}

/** For pages at our own address alone. */
function scriptAnswer(text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}
