// Somebody who fills in a form while the network fails, the page is reloaded and the browser is killed. They know what
// they had typed and when; whenever the form is back, nothing older than the browser's half second may be missing.
import type { Page } from 'playwright-core';
import type { BadNetwork } from './bad-network.ts';
import type { Chance } from './chance.ts';
import { startMortalBrowser, type MortalBrowser } from './mortal-browser.ts';
import type { Plan } from './unreliable-form.ts';
import { until } from './until.ts';

/** What happens to a visitor, and for how many ms what was typed before it may be lost. */
const blows = {
  // Each key is kept in a task of its own, as soon as what it decides is done.
  reload: 50,
  'away and back': 50,
  'tab closed': 50,
  'tab crashed': 500,
  'browser killed': 500,
  offline: 0,
} as const;

type Blow = keyof typeof blows;
type Blows = { [blow in Blow]?: number };

export type Journey = {
  readonly blows: Blows;
  /** What was lost the longest after it had been typed, ms. */
  readonly longestLoss: number;
};

type Options = {
  /** A folder for the browser. */
  readonly folder: string;
  readonly website: string;
  readonly network: BadNetwork;
  readonly chance: Chance;
  readonly plans: readonly Plan[];
  /** Whether the worker holds the submission. */
  readonly isStored: () => Promise<boolean>;
};

/** Fills in and sends until the form says thanks. Throws with what was lost. */
export async function sendThroughAll(options: Options): Promise<Journey> {
  const { chance, plans, network, website, isStored } = options;
  const happened: Blows = {};
  const typed: { readonly at: number; readonly field: string; readonly step: number }[] = [];
  /** How far each field has come in its plan. */
  let steps = new Map<string, number>();
  let blowsLeft = chance.between(2, 4);
  let longestLoss = 0;
  let browser: MortalBrowser = await startMortalBrowser(options.folder);
  let page = await open();

  async function open(): Promise<Page> {
    const opened = await browser.context.newPage();
    opened.setDefaultTimeout(10_000);
    return opened;
  }

  /** Visits the page until the form's script has come through. */
  async function arrive(): Promise<void> {
    for (;;) {
      await page.goto(website);
      await page.locator('[data-over]').waitFor();
      if ((await page.locator('form[novalidate]').count()) > 0) return;
    }
  }

  const read = (): Promise<Record<string, string>> =>
    page.evaluate(() => {
      const form = document.querySelector('baton-form')?.shadowRoot?.querySelector('form');
      const given: Record<string, string> = {};
      if (form?.querySelector('.step')) {
        for (const [name, value] of new FormData(form)) {
          if (typeof value === 'string') given[name] = name in given ? `${given[name]} ${value}` : value;
        }
      }
      return given;
    });
  const control = (field: string, value = '') =>
    page.locator(
      `[data-field=${field}] :is(input:not([type=radio],[type=checkbox]),textarea,[value="${value}"])`,
    );
  const thanks = () => page.getByRole('heading', { name: 'Thank you' });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  /** The form as it came back after what happened at `at`: how far each field is, none less far than it must be. */
  async function restored(blow: Blow, at: number): Promise<Map<string, number>> {
    const safe = new Map<string, number>();
    for (const one of typed) if (one.at <= at - blows[blow]) safe.set(one.field, one.step);
    let seen: Record<string, string> = {};
    const found = await until(
      'what was typed is back',
      async () => {
        seen = await read();
        const steps = plans.map(
          ({ field, values }) => [field, values.lastIndexOf(seen[field] ?? '')] as const,
        );
        return steps.every(([field, step]) => step >= (safe.get(field) ?? 0)) && new Map(steps);
      },
      3_000,
    ).catch(async (error: unknown) => {
      if (plans.every(({ field }) => !seen[field]) && (await isStored())) return null;
      const wanted = plans.map(({ field, values }) => [field, values[safe.get(field) ?? 0]]);
      throw new Error(`After ${blow}: ${JSON.stringify({ seen, wanted })}`, { cause: error });
    });
    if (found === null) return new Map();
    for (const one of typed) {
      if (one.step > (found.get(one.field) ?? 0)) longestLoss = Math.max(longestLoss, at - one.at);
    }
    typed.length = 0;
    const now = performance.now();
    for (const [field, step] of found) typed.push({ at: now, field, step });
    return found;
  }

  /** True: the form has to be filled in on. */
  async function suffer(): Promise<boolean> {
    blowsLeft -= 1;
    const blow = chance.oneOf<Blow>([
      'reload',
      'away and back',
      'tab closed',
      'tab crashed',
      'browser killed',
      'browser killed',
      'offline',
    ]);
    happened[blow] = (happened[blow] ?? 0) + 1;
    const at = performance.now();
    switch (blow) {
      case 'offline': {
        await browser.context.setOffline(true);
        await page.waitForTimeout(chance.between(50, 700));
        await browser.context.setOffline(false);
        return false;
      }
      case 'reload':
        break;
      case 'away and back':
        await page.goto(`${website}/other`);
        break;
      case 'tab closed':
        await page.close();
        page = await open();
        break;
      case 'tab crashed': {
        const crashed = page.waitForEvent('crash');
        const session = await browser.context.newCDPSession(page);
        void session.send('Page.crash').catch(() => undefined);
        await crashed;
        await page.close();
        page = await open();
        break;
      }
      case 'browser killed':
        await browser.kill();
        browser = await startMortalBrowser(options.folder);
        page = await open();
    }
    await arrive();
    steps = await restored(blow, at);
    return true;
  }

  const maySuffer = async (probability: number): Promise<boolean> =>
    blowsLeft > 0 && chance.happens(probability) && suffer();

  /** One more piece of a field. */
  async function give({ field, isText, values }: Plan): Promise<void> {
    const from = steps.get(field) ?? 0;
    const to = Math.min(from + (isText ? chance.between(1, 6) : 1), values.length - 1);
    const [before = '', after = ''] = [values[from], values[to]];
    if (isText) {
      await control(field).press('End');
      await control(field).pressSequentially(after.slice(before.length));
    } else await control(field, after.split(' ').at(-1)).check();
    steps.set(field, to);
    typed.push({ at: performance.now(), field, step: to });
  }

  /** Fills in what is missing. False: something happened, and it has to be looked at anew. */
  async function fillIn(): Promise<boolean> {
    for (const plan of plans) {
      while ((steps.get(plan.field) ?? 0) < plan.values.length - 1) {
        const first = plan.isText ? '' : plan.values[1];
        while (!(await control(plan.field, first).isVisible())) await press('Continue');
        await give(plan);
        if (chance.happens(0.15)) await page.waitForTimeout(chance.between(50, 900));
        if (await maySuffer(0.07)) return false;
      }
    }
    return true;
  }

  /** Presses Send and waits. False: as above. */
  async function send(): Promise<boolean> {
    while (!(await page.getByRole('button', { name: 'Send', exact: true }).isVisible()))
      await press('Continue');
    if (chance.happens(0.4)) await page.getByRole('button', { name: 'Send', exact: true }).dblclick();
    else await press('Send');
    for (;;) {
      const patience = blowsLeft > 0 ? chance.between(1, 600) : 60_000;
      if (blowsLeft === 0) network.calm();
      if (
        await thanks()
          .waitFor({ timeout: patience })
          .then(
            () => true,
            () => false,
          )
      )
        return true;
      if (blowsLeft === 0) throw new Error('It was not sent within a minute of a good network.');
      if (await maySuffer(0.7)) return false;
    }
  }

  /** Whether what came back is an empty form, because it had been sent before anybody saw that. */
  const isDone = () => steps.size === 0 && typed.length > 0;

  try {
    await arrive();
    for (;;) {
      if ((await fillIn()) && (await send())) break;
      if (isDone()) break;
    }
    return { blows: happened, longestLoss };
  } finally {
    await browser.close();
  }
}
