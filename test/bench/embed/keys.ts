// One key in a form of 200 fields, the first of every four showing the three after it: how long the page is held up,
// and how long until a frame has been made after it.
import { buildScript } from '../../../packages/page/build/build-script.ts';
import { publish } from '../../../packages/page/test/forms.ts';
import { scriptOf } from '../../../packages/page/test/website.ts';
import type { Browser, Page } from 'playwright-core';
import { fixed, printTable, spreadOf, takeTurns, times } from '../measure.ts';
import type { Stand } from './stand.ts';
import { bundle, peer } from './subjects.ts';
import type { Subject } from './subjects.ts';

const fields = 200;
const typedIn = 'f100';
const rounds = 5;
const keys = 60;

/** ms */
type Press = { readonly held: number; readonly framed: number };

export async function benchKeys(browser: Browser, stand: Stand): Promise<void> {
  const subjects = await longForms();
  for (const subject of subjects) await checkDecides(browser, stand, subject);
  const presses = new Map<string, Press[]>(subjects.map(({ name }) => [name, []]));
  await takeTurns(subjects, rounds, async (subject) => {
    presses.get(subject.name)?.push(...(await press(browser, stand, subject)));
  });
  const rhf = spreadOf((presses.get('react-hook-form, watch') ?? []).map(({ held }) => held)).p50;
  const rows = [...presses].map(([name, each]) => {
    const [held, framed] = [each.map(({ held }) => held), each.map(({ framed }) => framed)].map(spreadOf);
    if (!held || !framed) throw new Error('Nothing was pressed.');
    return [
      name,
      ...[held.p50, held.p90, framed.p50, framed.p90].map((ms) => fixed(ms)),
      times(held.p50 / rhf),
    ];
  });
  const columns = ['200 fields', 'held up ms', 'p90', 'to the frame ms', 'p90', 'held up, of watch'];
  printTable(`One key, ${rounds} × ${keys} of them`, columns, rows);
}

async function longForms(): Promise<Subject[]> {
  const all = Array.from({ length: fields }, (_, index) => {
    const field = { id: `f${index}`, kind: 'text' as const, label: `Field ${index}` };
    const driver = `answer.f${index - (index % 4)}`;
    const rules = [{ field: driver, operator: '=' as const, value: 'yes' }];
    return index % 4 === 0 ? field : { ...field, shownWhen: { combinator: 'and' as const, rules } };
  });
  const published = publish({ steps: [{ id: 's', title: 'Long', fields: all }] });
  const js = scriptOf(await buildScript(), published, {});
  const [bare, hook] = await Promise.all([
    bundle('long-bare', { COUNT: fields }),
    bundle('long-react-hook-form', { COUNT: fields }),
  ]);
  const baton: Subject = {
    name: 'Baton',
    decides: true,
    files: new Map([
      ['/', { type: 'text/html', text: '<!doctype html><body><script async src="/f/demo.js"></script>' }],
      ['/f/demo.js', { type: 'text/javascript', text: js }],
    ]),
  };
  return [peer('bare script', bare.js, undefined), baton, peer('react-hook-form, watch', hook.js, undefined)];
}

async function open(browser: Browser, stand: Stand, subject: Subject): Promise<Page> {
  stand.show(subject);
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(stand.url);
  await page.locator(`[name=${typedIn}]`).focus();
  return page;
}

async function checkDecides(browser: Browser, stand: Stand, subject: Subject): Promise<void> {
  const page = await open(browser, stand, subject);
  const shown = () => page.locator('[name^=f]').filter({ visible: true }).count();
  const before = await shown();
  await page.keyboard.type('yes');
  await page.locator('[name=f103]').waitFor();
  const during = await shown();
  await page.keyboard.press('Backspace');
  await page.locator('[name=f103]').waitFor({ state: 'hidden' });
  const after = await shown();
  await page.close();
  const found = [before, during, after].join();
  const wanted = [fields / 4, fields / 4 + 3, fields / 4].join();
  if (found !== wanted) throw new Error(`${subject.name} shows ${found} fields, not ${wanted}.`);
}

/** Real presses: `yes`, taken back, and again. */
async function press(browser: Browser, stand: Stand, subject: Subject): Promise<Press[]> {
  const page = await open(browser, stand, subject);
  // The first listener hears a key before the form does, the last one when the form is done with it, its promises
  // included: each listener's are settled before the next is called.
  await page.evaluate(`
    pressed = [];
    let begun = 0;
    addEventListener('input', () => { begun = performance.now(); }, true);
    addEventListener('input', () => {
      const held = performance.now() - begun;
      const from = begun;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => pressed.push({ held, framed: performance.now() - from });
        port2.postMessage(null);
      });
    });
  `);
  const round = ['y', 'e', 's', 'Backspace', 'Backspace', 'Backspace'];
  const warmUp = 12;
  for (let count = 0; count < keys + warmUp; count += 1) {
    await page.keyboard.press(round[count % round.length] ?? 'y');
    await page.waitForFunction(`pressed.length === ${count + 1}`);
  }
  const pressed = await page.evaluate<Press[]>('pressed');
  await page.close();
  return pressed.slice(warmUp);
}
