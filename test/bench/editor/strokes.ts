// What a key costs the page it is pressed in: until the code that hears it is done, and with the frame that shows it.
import type { Page } from 'playwright-core';

/** ms */
export type Stroke = {
  /** Until all that hears the key is done with it, React included. */
  readonly held: number;
  /** That, and what the next frame took to be made: style, layout, painting. Waiting for the frame's turn is not in it. */
  readonly drawn: number;
  /** Until that frame was made, waiting included. */
  readonly framed: number;
};

const warmUp = 10;

/** Real presses, one after another, each when the frame of the one before it has been made. */
export async function strokes(
  page: Page,
  event: 'input' | 'keydown',
  keys: readonly string[],
  count: number,
): Promise<Stroke[]> {
  // The first listener hears a key before the editor does, the last one when the editor is done with it: each
  // listener's promises are settled before the next is called. Of keys that are pressed together the last one counts.
  await page.evaluate(`{
    strokes = [];
    let begun = 0;
    const isWanted = ({ key }) => !['Alt', 'Control', 'Shift'].includes(key);
    addEventListener('${event}', (each) => { if (isWanted(each)) begun = performance.now(); }, true);
    addEventListener('${event}', (each) => {
      if (!isWanted(each)) return;
      const from = begun;
      const held = performance.now() - from;
      requestAnimationFrame(() => {
        const began = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const now = performance.now();
          strokes.push({ held, drawn: held + now - began, framed: now - from });
          told?.();
        };
        port2.postMessage(null);
      });
    });
    let told;
    untilStruck = (count) => new Promise((done) => {
      told = () => { if (strokes.length >= count) done(); };
      told();
    });
  }`);
  for (let struck = 1; struck <= count + warmUp; struck += 1) {
    await page.keyboard.press(keys[struck % keys.length] ?? 'x');
    await page.evaluate(`untilStruck(${struck})`);
  }
  const seen = await page.evaluate<Stroke[]>('strokes');
  return seen.slice(warmUp);
}
