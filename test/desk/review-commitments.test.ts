// What both sides have promised, as the Desk tells how the month goes.
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { HandAnswer } from '../../apps/worker/src/desk/hands/answer.ts';
import { reviewCommitmentsShape } from '../../apps/worker/src/openapi/commitment-shapes.ts';
import { arrivalOf, mondayMorning, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace, unsigned } from './small-workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;

const workspace = {
  ...smallWorkspace,
  people: smallWorkspace.people.map((person) => {
    if (person.email === 'ann@baton.example') return { ...person, capacity: 2 };
    if (person.email !== 'bob@baton.example') return person;
    return { ...person, capacity: 2, away: [{ from: '2027-01-15', to: '2027-01-15' }] };
  }),
  agreement: {
    ...smallWorkspace.agreement,
    commitments: {
      marketing: { qualifiedPerMonth: 62, answerWithin: 'PT4H' },
      sales: { accept: 0.7, verdictWithin: 'P1D' },
    },
  },
};

function told(answer: HandAnswer): unknown {
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return JSON.parse(answer.text);
}

function boardOf({ desk }: NodeDesk): unknown {
  const reading = desk.review.reading();
  while (reading?.step() === true);
  const board = told(desk.review.commitments());
  reviewCommitmentsShape().parse(board);
  return board;
}

async function sendThree(bench: NodeDesk): Promise<void> {
  for (let lead = 0; lead < 3; lead += 1) {
    bench.now += 1_000;
    bench.desk.intake.submit(
      arrivalOf({ email: `lead${bench.now}@a.example`, size: '51-500', role: 'manager', team: 1 }),
    );
    await bench.settle();
  }
}

test('the board tells the month’s pace, what was kept, and days that are too full before they come', async () => {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(workspace)).toMatchObject({ ok: true });
  // Monday the 4th until Thursday the 14th of January.
  for (let date = 0; date <= 10; date += 1) {
    await bench.runUntil(mondayMorning + date * day);
    if (date !== 5 && date !== 6) await sendThree(bench);
  }
  expect(boardOf(bench)).toMatchObject({
    promised: true,
    month: { from: '2027-01-01', to: '2027-01-31' },
    marketing: { volume: { promised: 62, soFar: 27 }, answers: { promised: 'PT4H', value: null, of: 0 } },
    sales: {
      acceptance: { promised: 0.7, value: null, of: 0 },
      // The three of today may still come, and the last of yesterday; nobody has judged the others.
      verdicts: { promised: 'P1D', value: 0, of: 23, waiting: 4 },
    },
    capacity: {
      takers: ['ann@baton.example', 'bob@baton.example'],
      days: expect.arrayContaining([
        expect.objectContaining({
          date: '2027-01-15',
          capacity: 2,
          away: ['bob@baton.example'],
          state: 'over',
        }),
        expect.objectContaining({ date: '2027-01-16', state: 'fine' }),
        expect.objectContaining({ date: '2027-01-18', capacity: 4, away: [], state: 'tight' }),
      ]),
    },
  });
  const { projected } = z
    .looseObject({ marketing: z.looseObject({ volume: z.looseObject({ projected: z.unknown() }) }) })
    .parse(boardOf(bench)).marketing.volume;
  const { low, middle, high } = z
    .object({ low: z.number(), middle: z.number(), high: z.number() })
    .parse(projected);
  // Eleven more open days and most of today, at three a day.
  expect(middle).toBeGreaterThan(27 + 11 * 3);
  expect(middle).toBeLessThan(27 + 12 * 3 + 4);
  expect(low).toBeLessThan(middle);
  expect(high).toBeGreaterThan(middle);
});

test('a question of sales is kept when marketing answers in time, and broken when it does not', async () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(workspace);
  await sendThree(bench);
  const [lead] = bench.sql.all(`SELECT public_id FROM leads LIMIT 1`);
  const ann = { by: 'person:ann@baton.example', side: 'sales' } as const;
  const mia = { by: 'person:cmo@baton.example', side: 'marketing' } as const;
  const ask = () =>
    z.looseObject({ id: z.string() }).parse(
      told(
        bench.desk.hands.writeNote(String(lead?.['public_id']), ann, {
          text: 'Which campaign?',
          to: 'marketing',
          field: null,
        }),
      ),
    ).id;
  const [first] = [ask(), ask(), ask()];
  bench.now += hour;
  bench.desk.hands.answerNote(first, mia, 'The fair.');
  expect(boardOf(bench)).toMatchObject({ marketing: { answers: { value: 1, of: 1, waiting: 2 } } });
  bench.now += 5 * hour;
  expect(boardOf(bench)).toMatchObject({ marketing: { answers: { of: 3, waiting: 0 } } });
});

test('without an agreement in force nobody has promised anything', () => {
  const bench = nodeDesk();
  bench.desk.importWorkspace(unsigned());
  expect(boardOf(bench)).toMatchObject({ promised: false });
});
