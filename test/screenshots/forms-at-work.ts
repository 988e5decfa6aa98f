// The forms that the editor is photographed with: one in use in its second version, one that was just begun, one with
// things to look at twice, one that cannot go live.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { EditorStack } from '../journeys/editor-stack.ts';

const draftSchema = z.object({ revision: z.number(), document: z.looseObject({}) });

async function asked(stack: EditorStack, method: string, path: string, body: object): Promise<void> {
  const answer = await stack.api(path, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
}

/** Begins a form, or changes the one that is there. */
export async function write(stack: EditorStack, form: string, change: object): Promise<void> {
  const there = await stack.api(`/api/forms/${form}/draft`);
  const { revision, document } = there.ok ? draftSchema.parse(await there.json()) : begun(form);
  await asked(stack, 'PUT', `/api/forms/${form}/draft`, { revision, document: { ...document, ...change } });
}

function begun(id: string): { readonly revision: number | null; readonly document: object } {
  const steps = [{ id: 'step_1', title: '', fields: [{ ...email }] }];
  const outcomes = [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We will write.' } }];
  return { revision: null, document: { format: 1, id, name: 'New form', language: 'en', steps, outcomes } };
}

const email = { id: 'email', kind: 'email', attribute: 'email', label: 'E-mail', required: true };
const role = {
  id: 'role',
  kind: 'choice',
  label: 'Role',
  options: [
    { id: 'manager', label: 'Manager' },
    { id: 'student', label: 'Student' },
  ],
};
const isManager = { combinator: 'and', rules: [{ field: 'answer.role', operator: '=', value: 'manager' }] };
const team = { id: 'team', kind: 'number', label: 'Team size', shownWhen: isManager };

/** Writes them all, and lets a few visitors come by. */
export async function layOut(stack: EditorStack): Promise<void> {
  await write(stack, 'demo', {
    name: 'Request a demo of Rampline',
    translations: { de: { name: 'Eine Vorführung anfragen', fields: { email: { label: 'E-Mail' } } } },
  });
  await comeBy(stack);
  const { revision } = draftSchema.parse(await (await stack.api('/api/forms/demo/draft')).json());
  const note = 'In German too.';
  await asked(stack, 'POST', '/api/forms/demo/publish', { revision, note, accept: true });
  await write(stack, 'blank', {});
  await write(stack, 'warned', {
    name: 'Meet us at the fair',
    steps: [
      {
        id: 'step_1',
        title: 'About you',
        fields: [email, role, team],
      },
    ],
    translations: { de: { name: 'Auf der Messe' } },
  });
  await write(stack, 'faulty', {
    name: 'Partner with us',
    steps: [
      {
        id: 'step_1',
        title: 'About you',
        fields: [
          email,
          { ...role, label: '' },
          {
            ...team,
            shownWhen: { combinator: 'and', rules: [{ field: 'answer.gone', operator: '=', value: 'x' }] },
          },
        ],
      },
    ],
  });
  await write(stack, 'clash', { name: 'Newsletter' });
}

async function comeBy({ instance, website }: EditorStack): Promise<void> {
  const post = async (part: string, body: object): Promise<void> => {
    const answer = await fetch(`${instance.url}/f/demo/${part}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: website },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${part}: ${await answer.text()}`);
  };
  const count = async (event: string, times: number, step?: string): Promise<void> => {
    for (let time = 0; time < times; time += 1)
      await post('counts', { event, version: 1, ...(step && { step }) });
  };
  await count('view', 24);
  await count('start', 15);
  await count('step', 11, 'operation');
  await count('step', 9, 'need');
  for (let visitor = 0; visitor < 6; visitor += 1) {
    const answers = {
      name: 'Ada Byron',
      email: `ada${visitor}@engines.example`,
      role: visitor < 3 ? 'executive' : 'student',
      company: 'Engines',
      company_size: visitor < 3 ? '1000+' : '1-49',
      industry: 'retail',
      country: 'DE',
      ...(visitor < 3 && { shift_workers: 500 }),
      goals: ['overtime'],
      timeline: 'quarter',
    };
    await post('submissions', { id: randomUUID(), version: 1, answers });
  }
}
