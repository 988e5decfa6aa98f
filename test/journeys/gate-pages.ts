// What every page of the Gate must hold in a browser: nothing on its console, axe content, and nothing beside the
// window on a phone.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Collects what a page complains of. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  return troubles;
}

const found = z.array(z.object({ id: z.string(), nodes: z.array(z.string()) }));

type Size = { readonly width: number; readonly height: number };

export const desk: Size = { width: 1440, height: 900 };
export const phone: Size = { width: 390, height: 844 };

const everywhere = [desk, phone];

/** All rules, or those that colours decide: what stands where is the same in the dark. */
const rulesIn = {
  light: `{ resultTypes: ['violations'] }`,
  dark: `{ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }`,
} as const;

/** Resolves once nothing moves any more: half faded, no word has contrast. */
async function atRest(): Promise<void> {
  await new Promise((drawn) => requestAnimationFrame(drawn));
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** In light and dark, at a desk and on a phone unless told where: axe finds nothing, and nothing stands beside the window. */
export async function expectCalm(page: Page, viewports: readonly Size[] = everywhere): Promise<void> {
  // The page's own policy lets no script in that it does not name; the debugger may put one there.
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: `if (typeof axe === 'undefined') {${axe}}` });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of viewports) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(viewport);
      await page.evaluate(atRest);
      const { result } = await debug.send('Runtime.evaluate', {
        expression: `axe.run(${rulesIn[colorScheme]}).then(({violations}) => violations.map(({id, nodes}) => ({id, nodes: nodes.map((n) => n.html)})))`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect(found.parse(result.value), `${page.url()} ${colorScheme} ${viewport.width}`).toEqual([]);
      // A picture is as wide as its place from the frame on in which that was measured.
      const beside = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      await expect.poll(beside, { message: `${page.url()} ${viewport.width}` }).toBeLessThanOrEqual(0);
    }
  }
}
