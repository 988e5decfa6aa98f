// A Desk with leads of a world whose truth is known: a team of fifty and more and looks at the prices decide what sales says;
// the role, for which today's agreement gives points, decides nothing.
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const minute = 60_000;

export const calibratedWorkspace = {
  ...smallWorkspace,
  destinations: [],
  agreement: {
    ...smallWorkspace.agreement,
    tiers: [
      { id: 'hot', from: 75, followUp: 'PT15M' },
      { id: 'mql', from: 20, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
  },
};

function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Planted = {
  readonly leads: number;
  readonly seed?: number;
  /** 0: what sales says has nothing to do with the lead. */
  readonly signal?: number;
};

/** Each lead is sent, and sales says of it at once what the world says. */
export async function plantedDesk({ leads, seed = 1, signal = 1 }: Planted): Promise<NodeDesk> {
  const bench = nodeDesk({ mail: false });
  const imported = bench.desk.importWorkspace(calibratedWorkspace);
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  await addLeads(bench, { leads, seed, signal });
  return bench;
}

export async function addLeads(
  bench: NodeDesk,
  { leads, seed = 1, signal = 1 }: Planted,
  say = true,
): Promise<void> {
  const chance = chanceFrom(seed);
  const owner = bench.desk.as({ kind: 'owner', workspace: 'main' });
  for (let number = 0; number < leads; number += 1) {
    bench.now += 30 * minute;
    const team = Math.floor(chance() * 100);
    const looks = Math.floor(chance() * 4);
    const size = ['11-50', '51-500'][Math.floor(chance() * 2)];
    const isManager = chance() < 0.5;
    const email = `lead${seed}-${number}@company${number % 97}.example`;
    const answers = { email, size, role: 'manager', team };
    const behaviours = Array.from({ length: looks }, (_, place) => ({
      path: '/pricing',
      at: bench.now - (place + 1) * minute,
    }));
    bench.desk.intake.submit(arrivalOf(isManager ? answers : { email, size, role: 'other' }, { behaviours }));
    const odds = -1.6 + signal * (isManager && team >= 50 ? 2.5 : 0) + signal * looks * 0.8;
    const isAccepted = chance() < 1 / (1 + Math.exp(-odds));
    if (!say) continue;
    bench.now += 10 * minute;
    const [row] = bench.sql.all(
      `SELECT h.public_id FROM handoffs h JOIN leads l ON l.id = h.lead WHERE l.email = ?`,
      email,
    );
    if (row === undefined) throw new Error('A lead was not handed over.');
    const verdict = isAccepted
      ? ({ kind: 'accepted' } as const)
      : ({ kind: 'rejected', reason: 'too_small', note: null } as const);
    owner.hands.verdict(String(row['public_id']), verdict);
    if (number % 50 === 0) await bench.settle();
  }
  await bench.settle();
}
