// A screen of Baton's own, photographed at a desk and on a phone, in light and dark.
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Screen = {
  /** The picture's folder and name. */
  readonly name: string;
  /** An address, or where to find one once it is this screen's turn. */
  readonly path: string | (() => Promise<string>);
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page, isPhone: boolean) => Promise<void>;
  /** Nobody is signed in. */
  readonly isStranger?: boolean;
};

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

const sizes = [
  ['1440', { width: 1440, height: 900 }],
  ['390', { width: 390, height: 844 }],
] as const;

/** Takes those whose name holds the word; how many pictures that made. */
export async function photograph(
  browser: Browser,
  screens: readonly Screen[],
  { folder, word, url, session }: Place,
): Promise<number> {
  let count = 0;
  for (const screen of screens) {
    for (const [size, viewport] of sizes) {
      const names = (['light', 'dark'] as const).map((scheme) => ({
        scheme,
        name: `${screen.name}-${size}-${scheme}`,
      }));
      const chosen = names.filter(({ name }) => name.includes(word));
      if (chosen.length === 0) continue;
      const context = await browser.newContext({
        viewport,
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...(screen.isStranger ? {} : { storageState: session }),
      });
      try {
        context.setDefaultTimeout(8000);
        const page = await context.newPage();
        const path = typeof screen.path === 'string' ? screen.path : await screen.path();
        await page.goto(new URL(path, url).href, { waitUntil: 'networkidle' });
        await screen.act?.(page, size === '390');
        // What an act opened may have to be loaded first.
        await page.waitForLoadState('networkidle');
        for (const { scheme, name } of chosen) {
          await page.emulateMedia({ colorScheme: scheme });
          await page.screenshot({ path: `${folder}${name}.png`, fullPage: true, animations: 'disabled' });
          count += 1;
        }
      } catch (error) {
        throw new Error(`The picture ${screen.name}-${size} was not taken.`, { cause: error });
      } finally {
        await context.close();
      }
    }
  }
  return count;
}

type Place = {
  readonly folder: string;
  readonly word: string;
  readonly url: string;
  readonly session: Session;
};
