// A small form that nobody has published yet, for stories that begin with one.
import { expect } from 'vitest';
import * as z from 'zod';
import type { EditorStack } from './editor-stack.ts';

export const desk = { viewport: { width: 1440, height: 900 } };

const draftSchema = z.object({
  document: z.looseObject({}),
  issues: z.array(z.object({ code: z.string() })),
});

/** Makes it. */
export async function begin(stack: EditorStack, form: string): Promise<void> {
  const steps = [{ id: 'one', fields: [{ id: 'email', kind: 'email', label: 'E-mail', required: true }] }];
  const body = {
    revision: null,
    document: { format: 1, id: form, name: 'Newsletter', language: 'en', steps },
  };
  const answer = await stack.api(`/api/forms/${form}/draft`, { method: 'PUT', body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}

/** The draft as the worker has it. */
export async function draftOf(stack: EditorStack, form: string): Promise<z.infer<typeof draftSchema>> {
  const answer = await stack.api(`/api/forms/${form}/draft`);
  return draftSchema.parse(await answer.json());
}
