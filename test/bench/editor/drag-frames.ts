// How evenly frames come while something is dragged, and while the same way is gone with nothing in hand.
import type { Locator, Page } from 'playwright-core';

export type Frames = {
  /** ms between each two frames */
  readonly gaps: readonly number[];
  /** ms the page's thread was busy, of each second */
  readonly busy: number;
};

const seconds = 4;

/** Goes up and down the outline and over the canvas, as a hand does, and to the outline's end, where it scrolls. */
export async function wander(page: Page, from: Locator, isHeld: boolean): Promise<Frames> {
  const start = await from.boundingBox();
  const outline = await page.getByRole('complementary', { name: 'Steps and fields' }).boundingBox();
  const canvas = await page.getByRole('region', { name: 'The form' }).boundingBox();
  if (!start || !outline || !canvas) throw new Error('There is nothing to drag over.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  if (isHeld) {
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + 20, { steps: 4 });
    await page.locator('[data-canvas][aria-pressed=true]').waitFor();
  }
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const busyMs = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  await page.evaluate(`{
    gaps = [];
    let before;
    let isOver = false;
    const frame = (now) => {
      if (before !== undefined) gaps.push(now - before);
      before = now;
      if (!isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    stopFrames = () => { isOver = true; return gaps; };
  }`);
  const busyBefore = await busyMs();
  const begun = performance.now();
  for (let at = 0; at < 1; at = (performance.now() - begun) / (seconds * 1000)) {
    const pane = at < 0.5 ? outline : canvas;
    const height = (1 - Math.cos(at * 8 * Math.PI)) / 2;
    await page.mouse.move(pane.x + pane.width / 2, pane.y + 40 + height * (pane.height - 60));
  }
  const took = performance.now() - begun;
  const busy = (((await busyMs()) - busyBefore) * 1000) / took;
  const gaps = await page.evaluate<number[]>('stopFrames()');
  if (isHeld) {
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  await devtools.detach();
  return { gaps, busy };
}
