// What a submission costs while the Desk calibrates: one Baton with 10,000 leads of which sales has said something, asked in
// turns while it does nothing else and while it calibrates.
import { DatabaseSync } from 'node:sqlite';
import { arrivalOf, nodeDesk } from '../desk/desk-on-node.ts';
import { type Baton, startBaton } from '../faults/baton.ts';
import { deskFile } from '../faults/desk-file.ts';
import { benchCalibrationRows } from './calibration-rows.ts';
import { jsonPost, openConnection } from './connection.ts';
import { fixed, median, printTable, spreadOf, times, whole } from './measure.ts';
import { sentBody } from './submission.ts';

const leads = 10_000;
const rounds = 4;
const perRound = 250;
const warmUp = 500;

export async function benchCalibration(): Promise<void> {
  benchCalibrationRows();
  const baton = await startBaton([]);
  try {
    await fill(baton);
    const connection = await openConnection(baton.instance.port);
    const send = async (): Promise<number> => {
      const bytes = jsonPost('/f/demo/submissions', sentBody(true));
      const begin = performance.now();
      const answer = await connection.send(bytes);
      if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer.slice(0, 400));
      return performance.now() - begin;
    };
    for (let count = 0; count < warmUp; count += 1) await send();
    const [alone, beside, runs]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      for (let count = 0; count < perRound; count += 1) alone.push(await send());
      const begin = performance.now();
      const under = { way: true };
      // However long it takes.
      const run = fetch(`${baton.instance.url}/api/calibration`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${baton.instance.ownerKey}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ outcome: 'accepted' }),
      }).finally(() => {
        under.way = false;
      });
      // Only what is sent while it calibrates counts here.
      for (let time = await send(); under.way; time = await send()) beside.push(time);
      if (!(await run).ok) throw new Error('It was not calibrated.');
      runs.push(performance.now() - begin);
    }
    connection.close();
    report(alone, beside, runs);
  } finally {
    await baton.close();
  }
}

/** By the Desk itself, on the file that workerd keeps, while workerd is gone. */
async function fill(baton: Baton): Promise<void> {
  await baton.instance.kill();
  const database = new DatabaseSync(await deskFile(baton.data));
  const bench = nodeDesk({ database, mail: false, now: Date.now() - 60 * 86_400_000 });
  const owner = bench.desk.as({ kind: 'owner', workspace: 'main' });
  for (let number = 0; number < leads;) {
    database.exec('BEGIN');
    for (const end = number + 1_000; number < end; number += 1) {
      bench.now += 60_000;
      const email = `person${number}@company${number % 2_000}.example`;
      const team = (number * 37) % 90;
      const answers = { email, name: `Person ${number}`, size: '51-500', role: 'manager', team };
      const behaviours = number % 3 === 0 ? [{ path: '/pricing', at: bench.now - 60_000 }] : [];
      const stored = bench.desk.intake.submit(
        arrivalOf(answers, { behaviours, visit: { device: 'desktop' } }),
      );
      if (stored.kind !== 'stored') throw new Error(`Not taken: ${JSON.stringify(stored)}`);
      const [handoff] = bench.sql.all(`SELECT public_id FROM handoffs ORDER BY id DESC LIMIT 1`);
      const isTaken = (number * 7919) % 100 < (team >= 45 ? 60 : 25);
      owner.hands.verdict(
        String(handoff?.['public_id']),
        isTaken ? { kind: 'accepted' } : { kind: 'rejected', reason: 'too_small', note: null },
      );
    }
    await bench.settle();
    database.exec('COMMIT');
    bench.sent.length = 0;
    bench.lines.length = 0;
  }
  database.close();
  await baton.instance.restart();
}

function report(alone: readonly number[], beside: readonly number[], runs: readonly number[]): void {
  const own = spreadOf(alone);
  const row = (name: string, sent: readonly number[]): string[] => {
    const its = spreadOf(sent);
    return [
      name,
      whole(sent.length),
      fixed(its.p50),
      times(its.p50 / own.p50),
      fixed(its.p90),
      times(its.p90 / own.p90),
      fixed(its.p99),
      fixed(Math.max(...sent)),
    ];
  };
  printTable(
    `Submissions while the Desk calibrates ${whole(leads)} leads, which takes ${fixed(median(runs) / 1000)} s beside them`,
    ['', 'sent', 'p50 ms', '×', 'p90', '×', 'p99', 'longest'],
    [row('nothing else', alone), row('calibrating', beside)],
  );
}
