// Two people in two browsers, one of each side, and leads for them to agree about.
import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { troublesOf } from './gate-pages.ts';
import type { EditorStack } from './editor-stack.ts';

export type Person = { readonly email: string; readonly name: string; readonly role: string };

/** The demo's heads of marketing and of sales, who signed its first agreement. */
export const nora: Person = {
  email: 'nora.lindqvist@rampline.example',
  name: 'Nora Lindqvist',
  role: 'marketing',
};
export const viktor: Person = { email: 'viktor.haas@rampline.example', name: 'Viktor Haas', role: 'sales' };

type Browser = { readonly page: Page; readonly troubles: string[] };

/** Invites somebody, and lets them join in a browser of their own. */
export async function letIn(
  stack: EditorStack,
  { email, name, role }: Person,
  options: BrowserContextOptions = {},
): Promise<Browser> {
  const { url } = stack.instance;
  const headers = { origin: url };
  const { page: owner } = await stack.newEditor();
  await owner.request.post(`${url}/people`, { form: { email, role }, headers });
  await owner.context().close();
  const mail = await stack.letterbox.arrival(
    (one) => one.kind === 'email' && one.to.includes(email) && one.subject.includes('invites you'),
  );
  const link = mail.kind === 'email' ? /https?:\S+\/enter\/\w{32}/.exec(mail.text)?.[0] : undefined;
  if (link === undefined) throw new Error(`No link for ${email}.`);
  const page = await stack.newPage(options);
  await page.request.post(link, { form: { name, email }, headers });
  return { page, troubles: troublesOf(page) };
}

const answers = {
  role: ['planner', 'manager', 'director', 'executive'],
  company_size: ['1-49', '50-249', '250-999', '1000+'],
  industry: ['3pl', 'retail', 'software'],
  timeline: ['now', 'quarter', 'year'],
} as const;

/** Submits the demo's form for many different people, by turns of every answer. */
export async function submitMany(stack: EditorStack, count: number): Promise<void> {
  const of = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
  for (let index = 0; index < count; index += 1) {
    await submit(stack, `lead${index}@company${index}.example`, {
      name: `Lead ${index + 1}`,
      role: of(answers.role, index),
      company_size: of(answers.company_size, Math.floor(index / 4)),
      industry: of(answers.industry, index),
      timeline: of(answers.timeline, Math.floor(index / 3)),
    });
  }
}

export async function submit(stack: EditorStack, email: string, told: object): Promise<void> {
  const form = await stack.api('/api/forms/demo');
  const { version } = Object(await form.json());
  const body = {
    id: randomUUID(),
    version: Number(version ?? 1),
    final: true,
    visitor: null,
    answers: {
      email,
      company: 'Company',
      country: 'DE',
      goals: ['overtime'],
      shift_workers: 120,
      phone: '+49 30 901820',
      ...told,
    },
    visit: { url: `${stack.website}/demo`, referrer: '', touches: [] },
    behaviours: [],
  };
  const response = await fetch(`${stack.instance.url}/f/demo/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`Submitting: ${response.status} ${await response.text()}`);
}
