// What programs and people without sight find in a page: what axe complains of, and what stands in the accessibility
// tree, in the order in which it is read.
import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds wrong, as one line each. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave nothing'];
}

/** A node as a screen reader hears of it. */
export type Heard = {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `required`, `invalid`, `checked`, `live` and the like, where they are set. */
  readonly states: Readonly<Record<string, unknown>>;
};

/** Everything that is not ignored. */
export async function heard(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      description: String(description?.value ?? ''),
      states: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }));
}
