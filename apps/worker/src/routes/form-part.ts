// `GET /f/parts/:name.js`: a part of the form's script that a form loads when it is wanted.
import { partScript, scriptHash } from '../form-script.ts';
import { script, type Operation } from '../openapi/operation.ts';
import { refusals } from '../openapi/refusals.ts';
import { problemResponse } from '../problem.ts';
import { ServedCache } from './cache.ts';
import type { App } from './route.ts';

export function formPartOperations(): readonly Operation[] {
  const headers = { etag: 'Changes with the script.' };
  return [
    {
      method: 'get',
      path: '/f/parts/{name}.js',
      route: '/f/parts/:file{[a-z]+\\.js}',
      id: 'formPart',
      tag: 'Forms',
      summary: 'A part of the form’s script',
      description: 'Loaded by the script itself when it is wanted, as a module.',
      parameters: { name: 'The part’s name.' },
      answers: {
        200: { description: 'The module.', content: script, headers },
        304: { description: 'It is what `If-None-Match` names.', headers },
        ...refusals('unknown'),
      },
    },
  ];
}

const cache = new ServedCache();

export function registerFormPart(app: App): void {
  app.get('/f/parts/:file{[a-z]+\\.js}', async (context) => {
    const name = context.req.param('file').slice(0, -'.js'.length);
    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    };
    const text = partScript(name) ?? null;
    const answer = await cache.answer(context.req.raw, `${scriptHash}.${name}`, headers, () =>
      Promise.resolve(text),
    );
    return answer ?? problemResponse({ kind: 'unknown', what: 'address' });
  });
}
