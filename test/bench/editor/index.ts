// The editor with a form of 200 fields against itself with one of 20: what a key, a move, a step back and a drag cost.
import type { Page } from 'playwright-core';
import { startEditorStack, type EditorStack } from '../../journeys/editor-stack.ts';
import { fixed, printTable, spreadOf, takeTurns, times } from '../measure.ts';
import { wander, type Frames } from './drag-frames.ts';
import { longForm } from './long-forms.ts';
import { strokes, type Stroke } from './strokes.ts';

const sizes = [20, 200] as const;
type Size = (typeof sizes)[number];

const rounds = 3;
const keys = 30;
/** A frame that came later than this was one too late at 60 a second. */
const lateMs = 20;

const canvasField = (page: Page) => page.locator('[data-canvas]').nth(5);

/** What is pressed, where. */
const trials: Readonly<Record<string, (page: Page) => Promise<Stroke[]>>> = {
  async 'a key in the settings'(page) {
    await canvasField(page).click();
    await page.locator('[data-setting=label]').click();
    return strokes(page, 'input', ['x'], keys);
  },
  async 'a key on the canvas'(page) {
    await canvasField(page).dblclick();
    return strokes(page, 'input', ['x'], keys);
  },
  async 'a move by one place'(page) {
    await canvasField(page).click();
    return strokes(page, 'keydown', ['Alt+ArrowDown', 'Alt+ArrowUp'], keys);
  },
  async 'a step back, and forth'(page) {
    await canvasField(page).click();
    await page.keyboard.press('Alt+ArrowDown');
    return strokes(page, 'keydown', ['Control+Shift+z', 'Control+z'], keys);
  },
};

export async function benchEditor(): Promise<void> {
  const stack = await startEditorStack();
  try {
    const urls = new Map<Size, string>();
    for (const size of sizes) urls.set(size, await longForm(stack, size));
    const open = (size: Size): Promise<Page> => openForm(stack, urls.get(size) ?? '');
    await benchStrokes(open);
    await benchDrag(open);
  } finally {
    await stack.close();
  }
}

async function openForm(stack: EditorStack, url: string): Promise<Page> {
  const { page } = await stack.newEditor({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  await page.locator('[data-setting]').first().waitFor();
  return page;
}

async function benchStrokes(open: (size: Size) => Promise<Page>): Promise<void> {
  const seen = new Map<string, Map<Size, Stroke[]>>();
  const seenOf = (name: string, size: Size): Stroke[] => {
    const bySize = seen.get(name) ?? new Map<Size, Stroke[]>();
    const all = bySize.get(size) ?? [];
    seen.set(name, bySize.set(size, all));
    return all;
  };
  for (const [name, trial] of Object.entries(trials)) {
    await takeTurns(sizes, rounds, async (size) => {
      const page = await open(size);
      seenOf(name, size).push(...(await trial(page)));
      await page.context().close();
    });
  }
  const rows = Object.keys(trials).flatMap((name) => {
    const few = spreadOf(seenOf(name, 20).map(({ held }) => held)).p50;
    const fewDrawn = spreadOf(seenOf(name, 20).map(({ drawn }) => drawn)).p50;
    return sizes.map((size) => {
      const all = seenOf(name, size);
      const [held, drawn, framed] = (['held', 'drawn', 'framed'] as const).map((key) =>
        spreadOf(all.map((stroke) => stroke[key])),
      );
      if (!held || !drawn || !framed) throw new Error('Nothing was pressed.');
      const figures = [held, drawn, framed].flatMap(({ p50, p90 }) => [fixed(p50, 1), fixed(p90, 1)]);
      return [`${name}, ${size} fields`, ...figures, times(held.p50 / few), times(drawn.p50 / fewDrawn)];
    });
  });
  const columns = [
    'ms',
    'held up',
    'p90',
    'drawn',
    'p90',
    'to the frame',
    'p90',
    'held, of 20',
    'drawn, of 20',
  ];
  printTable(`In the editor, ${rounds} × ${keys} each`, columns, rows);
}

async function benchDrag(open: (size: Size) => Promise<Page>): Promise<void> {
  const ways = sizes.flatMap((size) => [true, false].map((isHeld) => ({ size, isHeld })));
  const seen = new Map<(typeof ways)[number], Frames[]>(ways.map((way) => [way, []]));
  await takeTurns(ways, rounds, async (way) => {
    const page = await open(way.size);
    seen.get(way)?.push(await wander(page, page.locator('[data-canvas]').nth(2), way.isHeld));
    await page.context().close();
  });
  const rows = [...seen].map(([{ size, isHeld }, all]) => {
    const gaps = all.flatMap((frames) => frames.gaps);
    const { p50, p90, p99 } = spreadOf(gaps);
    const late = gaps.filter((gap) => gap > lateMs).length / gaps.length;
    const busy = spreadOf(all.map((frames) => frames.busy)).p50 / 10;
    return [
      `${isHeld ? 'a drag' : 'the same way, empty-handed'}, ${size} fields`,
      ...[p50, p90, p99].map((ms) => fixed(ms, 1)),
      `${fixed(late * 100, 1)} %`,
      `${fixed(busy, 0)} %`,
    ];
  });
  const columns = ['ms between frames', 'p50', 'p90', 'p99', `later than ${lateMs}`, 'busy'];
  printTable(`Dragged over the form, ${rounds} times 4 s`, columns, rows);
}
