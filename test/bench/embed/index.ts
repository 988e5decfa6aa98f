// What a visitor with a slow phone waits for, form by form, and what a key costs in a long one. Everybody takes turns
// in one browser, with a fresh page each time.
import { chromium as playwright } from 'playwright-core';
import { chromium } from '../../chromium.ts';
import { fixed, printTable, spreadOf, takeTurns, times, whole } from '../measure.ts';
import { firstVisit } from './first-visit.ts';
import type { FirstVisit } from './first-visit.ts';
import { benchKeys } from './keys.ts';
import { onePage } from './questions.ts';
import { checkSameForm } from './same-form.ts';
import { startStand } from './stand.ts';
import { embedSubjects } from './subjects.ts';

const rounds = 7;

export async function benchEmbed(): Promise<void> {
  const { path, args } = await chromium();
  const browser = await playwright.launch({ executablePath: path, args });
  const stand = await startStand();
  try {
    const subjects = await embedSubjects(onePage);
    const visits = new Map<string, FirstVisit[]>(subjects.map(({ name }) => [name, []]));
    for (const subject of subjects) await checkSameForm(browser, stand, subject);
    await takeTurns(subjects, rounds, async (subject) => {
      visits.get(subject.name)?.push(await firstVisit(browser, stand, subject));
    });
    const all = [...visits.values()];
    printVisits([...visits], usableOf(all[0]), usableOf(all[1]));
    await benchKeys(browser, stand);
  } finally {
    await browser.close();
    await stand.close();
  }
}

const usableOf = (visits: readonly FirstVisit[] = []): number =>
  spreadOf(visits.map(({ usable }) => usable)).p50;

function printVisits(
  visits: readonly (readonly [string, readonly FirstVisit[]])[],
  html: number,
  bare: number,
): void {
  const rows = visits.map(([name, each]) => {
    const of = (key: keyof FirstVisit) => spreadOf(each.map((visit) => visit[key]));
    const usable = of('usable');
    return [
      name,
      whole(of('requests').p50),
      fixed(of('bytes').p50 / 1000, 1),
      whole(usable.p50),
      whole(usable.p90),
      times(usable.p50 / html),
      times(usable.p50 / bare),
      whole(of('script').p50),
      whole(of('script').p90),
      whole(of('blocked').p50),
      whole(of('blocked').p90),
      fixed(of('shift').p50, 3),
    ];
  });
  const columns = ['15 fields, slow phone', 'requests', 'kB', 'usable ms', 'p90', 'of HTML', 'of bare'];
  const further = ['script ms', 'p90', 'blocked ms', 'p90', 'shift'];
  printTable(`First visit, ${rounds} rounds`, [...columns, ...further], rows);
}
