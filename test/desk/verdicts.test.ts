// Verdicts from a link: bound to one handoff, one holder and a person's press; the first one stands.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';

const email = 'ada@engines.example';

async function handedOff(): Promise<{ bench: NodeDesk; links: Record<'crm' | 'owner', string> }> {
  const bench = nodeDesk();
  expect(bench.desk.importWorkspace(smallWorkspace)).toMatchObject({ ok: true });
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'manager', team: 1 })));
  await bench.settle();
  const linkIn = (target: string): string => {
    const body = bench.sent.find((message) => message.target === target)?.body ?? '';
    return /\/v\/([A-Za-z0-9_.-]+)/.exec(body)?.[1] ?? '';
  };
  return { bench, links: { crm: linkIn('https://crm.example/hook'), owner: linkIn('ann@baton.example') } };
}

const accepted = { kind: 'accepted' } as const;
const rejected = { kind: 'rejected', reason: 'too_small', note: 'Three people.' } as const;

function press(bench: NodeDesk, link: string): string {
  return bench.desk.verdicts.nonce(link) ?? '';
}

test('without the nonce of a press nothing changes, and a nonce fits its own link alone', async () => {
  const { bench, links } = await handedOff();
  expect(bench.desk.verdicts.give(links.crm, '', accepted)).toBeNull();
  expect(bench.desk.verdicts.give(links.crm, press(bench, links.owner), accepted)).toBeNull();
  const nonce = press(bench, links.crm);
  bench.now += 4 * 60_000;
  expect(bench.desk.verdicts.give(links.crm, nonce, accepted)).toBeNull();
  expect(leadOf(bench, email).stage).toBe('mql');
});

test('a link that was changed in any character is nobody’s', async () => {
  const { bench, links } = await handedOff();
  for (let index = 0; index < links.crm.length; index += 1) {
    const other = links.crm[index] === 'A' ? 'B' : 'A';
    const forged = links.crm.slice(0, index) + other + links.crm.slice(index + 1);
    // The last character of unpadded base64url may hold bits that mean nothing.
    if (index < links.crm.length - 1)
      expect([index, bench.desk.verdicts.card(forged)]).toEqual([index, null]);
  }
  expect(bench.desk.verdicts.card(`${links.crm}x`)).toBeNull();
});

test('the first verdict stands, and whoever comes late is told who was first', async () => {
  const { bench, links } = await handedOff();
  expect(bench.desk.verdicts.give(links.owner, press(bench, links.owner), accepted)?.kind).toBe('done');
  expect(bench.desk.verdicts.give(links.crm, press(bench, links.crm), rejected)).toMatchObject({
    kind: 'taken',
    verdict: { kind: 'accepted', by: 'person:ann@baton.example' },
  });
  expect(bench.desk.verdicts.card(links.crm)).toMatchObject({ verdict: { byName: 'Ann' }, undoable: false });
  expect(bench.desk.verdicts.card(links.owner)).toMatchObject({ undoable: true });
  expect(leadOf(bench, email).stage).toBe('sal');
  await bench.settle();
});

test('only who gave a verdict takes it back, and for ten minutes only', async () => {
  const { bench, links } = await handedOff();
  bench.desk.verdicts.give(links.owner, press(bench, links.owner), rejected);
  expect(bench.desk.verdicts.undo(links.crm, press(bench, links.crm))).toBe(false);
  expect(bench.desk.verdicts.undo(links.owner, press(bench, links.owner))).toBe(true);
  expect(leadOf(bench, email).stage).toBe('mql');
  bench.desk.verdicts.give(links.owner, press(bench, links.owner), rejected);
  bench.now += 10 * 60_000 + 1;
  expect(bench.desk.verdicts.undo(links.owner, press(bench, links.owner))).toBe(false);
  expect(leadOf(bench, email).stage).toBe('lead');
  await bench.settle();
});

test('a reason that the agreement does not have is refused, and a verdict is told to who asked for it', async () => {
  const { bench, links } = await handedOff();
  const unknown = { kind: 'rejected', reason: 'nope', note: null } as const;
  expect(bench.desk.verdicts.give(links.owner, press(bench, links.owner), unknown)).toEqual({
    kind: 'unknown_reason',
  });
  bench.desk.verdicts.give(links.owner, press(bench, links.owner), rejected);
  await bench.settle();
  const told: unknown = JSON.parse(
    bench.sent.findLast((one) => one.target === 'https://log.example/hook')?.body ?? '{}',
  );
  expect(told).toMatchObject({
    type: 'lead.rejected',
    data: {
      verdict: { by: 'person:ann@baton.example', reason: 'too_small', note: 'Three people.' },
      tier: 'mql',
    },
  });
});

test('a link dies after ninety days', async () => {
  const { bench, links } = await handedOff();
  bench.now += 91 * 86_400_000;
  expect(bench.desk.verdicts.card(links.owner)).toBeNull();
  expect(bench.desk.verdicts.nonce(links.owner)).toBeNull();
});
