// Forms are filled in through a network that loses three requests in ten, in browsers that are reloaded, crashed and
// killed. Nothing typed half a second before is lost, and what is sent is stored once. BATON_FAULT_RUNS makes the run
// longer, BATON_FAULT_SEED another one; it then says what it saw.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBadNetwork } from './bad-network.ts';
import { type Baton, objectIn, startBaton, textIn } from './baton.ts';
import { chanceFrom } from './chance.ts';
import { planFor, shakyWorkspace, storedAs } from './unreliable-form.ts';
import { sendThroughAll, type Journey } from './unreliable-visitor.ts';

const asked = process.env['BATON_FAULT_RUNS'];
const runs = Number(asked ?? 12);
const seed = Number(process.env['BATON_FAULT_SEED'] ?? 1);
const atOnce = 5;

let baton: Baton;
let website: Server;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-browsers-'));
  baton = await startBaton([]);
  await baton.api('/api/workspace', 'PUT', shakyWorkspace);
  // Each visitor reaches Baton through a network of their own: the path says by which port.
  website = createServer((request, response) => {
    const port = /^\/(\d+)$/.exec(request.url ?? '')?.[1];
    const over = 'document.body.dataset.over=1';
    const script = `<script async src="http://127.0.0.1:${port}/f/shaky.js" onload="${over}" onerror="${over}"></script>`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Site</title><body><h1>Site</h1>${port ? script : ''}`);
  });
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  website.closeAllConnections();
  website.close();
  await baton.close();
  await rm(folder, { recursive: true, force: true });
  expect(baton.bugs).toEqual([]);
});

async function submissionsOf(email: string) {
  const all = await baton.all('submissions');
  return all.filter((one) => objectIn(one, 'answers')['email'] === email);
}

async function run(number: number): Promise<Journey & { fates: Record<string, number>; partials: number }> {
  const chance = chanceFrom(seed * 100_000 + number);
  const email = `run${number}@x.example`;
  const plans = planFor(email, chance);
  const network = await startBadNetwork(baton.instance.port, chance);
  const address = website.address();
  if (typeof address !== 'object' || address === null) throw new Error('The website has no port.');
  try {
    const journey = await sendThroughAll({
      folder: join(folder, String(number)),
      website: `http://127.0.0.1:${address.port}/${new URL(network.url).port}`,
      network,
      chance,
      plans,
      isStored: async () => (await submissionsOf(email)).some((one) => one['final'] === true),
    });
    const stored = await submissionsOf(email);
    const finals = stored.filter((one) => one['final'] === true);
    expect(finals.map((one) => one['answers'])).toEqual([
      Object.fromEntries(plans.map(({ field, values }) => [field, storedAs(field, values.at(-1) ?? '')])),
    ]);
    expect(new Set(network.ids).size).toBe(1);
    const leads = await baton.all('leads', `&email=${email}`);
    expect(leads.map((lead) => textIn(lead, 'email'))).toEqual([email]);
    return { ...journey, fates: network.fates, partials: stored.length - 1 };
  } catch (error) {
    throw new Error(`Run ${number} of seed ${seed}`, { cause: error });
  } finally {
    await network.close();
  }
}

test(
  `${runs} visitors on bad networks: none loses more than half a second, none sends twice`,
  async () => {
    const seen: Awaited<ReturnType<typeof run>>[] = [];
    let begun = 0;
    const visitors = async (): Promise<void> => {
      while (begun < runs) {
        begun += 1;
        seen.push(await run(begun));
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, visitors));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    expect(await baton.all('leads')).toHaveLength(runs);
    if (asked !== undefined) report(seen);
  },
  60_000 + runs * 20_000,
);

function report(seen: readonly Awaited<ReturnType<typeof run>>[]): void {
  const sum = (counts: readonly Partial<Record<string, number>>[]): string => {
    const total = new Map<string, number>();
    for (const [what, count = 0] of counts.flatMap((one) => Object.entries(one)))
      total.set(what, (total.get(what) ?? 0) + count);
    return [...total].map(([what, count]) => `${count} ${what}`).join(', ');
  };
  process.stdout.write(
    `${seen.length} visitors. Blows: ${sum(seen.map((one) => one.blows))}. Requests: ${sum(seen.map((one) => one.fates))}. ` +
      `Longest loss ${Math.round(Math.max(...seen.map((one) => one.longestLoss)))} ms. ` +
      `Unfinished left behind: ${seen.reduce((all, one) => all + one.partials, 0)}.\n`,
  );
}
