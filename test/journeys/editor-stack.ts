// The demo with somebody signed in: what every journey through the editor begins with.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { ownerLink } from '../../apps/host/src/owner-link.ts';
import { startDemoStack, type DemoStack } from './demo-stack.ts';
import { troublesOf } from './gate-pages.ts';

export type EditorStack = DemoStack & {
  /** Another browser with the same session. */
  readonly newEditor: (
    options?: BrowserContextOptions,
  ) => Promise<{ readonly page: Page; readonly troubles: string[] }>;
};

/** Starts all of it as {@link startDemoStack} does, and lets the owner in. */
export async function startEditorStack(...begin: Parameters<typeof startDemoStack>): Promise<EditorStack> {
  const stack = await startDemoStack(...begin);
  const link = await ownerLink(stack.instance);
  if (link === null) throw new Error('There is an owner already.');
  const first = await stack.newPage();
  await enter(first, link);
  const storageState = await first.context().storageState();
  await first.context().close();
  return {
    ...stack,
    async newEditor(options = {}) {
      const page = await stack.newPage({ ...options, storageState });
      return { page, troubles: troublesOf(page) };
    },
  };
}

async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill('Mara Lind');
  await page.getByLabel('Work e-mail').fill('mara@rampline.example');
  await page.getByRole('button', { name: 'Become the owner' }).click();
  await page.waitForURL('**/forms');
}
