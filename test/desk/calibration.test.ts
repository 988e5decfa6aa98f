// Calibration in the Desk, on a world whose truth is known: it finds what decides and proposes nothing where nothing does,
// open leads change no number, the curve is what counting by hand comes to, and a proposal becomes a draft that could run.
import { parseAgreement } from '@baton/agreement';
import { expect, test, vi } from 'vitest';
import type { CalibrationView } from '../../apps/worker/src/desk/calibration/calibration-result.ts';
import { addLeads, calibratedWorkspace, plantedDesk } from './calibration-world.ts';
import { nodeDesk, type NodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';

const day = 86_400_000;
const ownerOf = (bench: NodeDesk) => bench.desk.as({ kind: 'owner', workspace: 'main' });

async function calibrated(
  bench: NodeDesk,
  outcome: 'accepted' | 'sql' | 'won' = 'accepted',
  more: { value?: number; cost?: number } = {},
): Promise<CalibrationView> {
  const { value = null, cost = 0 } = more;
  const answer = await ownerOf(bench).calibration.run({ outcome, value, cost });
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  return Object(JSON.parse(answer.text)).result;
}

function cardOf({ proposal }: CalibrationView): Extract<CalibrationView['proposal'], { kind: 'card' }> {
  if (proposal.kind !== 'card') throw new Error(JSON.stringify(proposal));
  return proposal;
}

const planted = await plantedDesk({ leads: 700 });
const view = await calibrated(planted);

test('what decides is found, with its points beside those of today, how sure they are, and what it rests on', () => {
  const { rules, heldBack, grounded } = cardOf(view);
  expect(view.leads).toEqual({ known: 700, hits: view.leads.hits, open: 0, young: 0 });
  const pricing = rules.find(({ id }) => id === 'pricing');
  expect(pricing).toMatchObject({ kind: 'behaviour', dimension: 'intent', present: 15, presentAtMost: 30 });
  expect(pricing?.points).toBeGreaterThan(5);
  const teams = rules.filter(({ says }) => says.startsWith('Team size is'));
  const best = Math.max(...teams.map(({ points }) => points));
  expect(best).toBeGreaterThan(20);
  for (const rule of rules) {
    expect(Number.isInteger(rule.points)).toBe(true);
    expect(rule.lift).toBeCloseTo(rule.hits / rule.leads / (view.leads.hits / view.leads.known), 10);
  }
  expect(grounded).toBe(true);
  // The truth gives more than today's points do.
  expect(heldBack.auc).toBeGreaterThan((view.rankedToday?.auc ?? 1) + 0.05);
  expect(view.today.find(({ id }) => id === 'size')).toMatchObject({ points: 40, leads: 700 });
});

test('where nothing decides, nothing is proposed, and of few leads nothing is said', async () => {
  const shuffled = await plantedDesk({ leads: 400, signal: 0 });
  const none = await calibrated(shuffled);
  expect(none.proposal.kind).toBe('no_evidence');
  expect(none.curve.length).toBeGreaterThan(3);
  const few = await plantedDesk({ leads: 40 });
  expect((await calibrated(few)).proposal).toMatchObject({ kind: 'too_few', least: { each: 20, all: 100 } });
  expect(
    ownerOf(shuffled).calibration.draft({ outcome: 'accepted', what: 'card', from: 40, replace: false }),
  ).toEqual({
    kind: 'refused',
    why: 'nothing_proposed',
  });
});

test('the curve is what counting each lead by hand comes to', () => {
  const rows = planted.sql.all(
    `SELECT h.score ->> '$.total' AS total, h.verdict, h.at FROM handoffs h ORDER BY h.id`,
  );
  expect(rows).toHaveLength(700);
  const leads = rows.map((row) => ({
    total: Number(row['total']),
    isHit: row['verdict'] === 'accepted',
    at: Number(row['at']),
  }));
  const hits = leads.filter(({ isHit }) => isHit).length;
  const begun = Number(planted.sql.all(`SELECT min(created_at) AS at FROM leads`)[0]?.['at']);
  const since = Math.max(begun, Date.parse(view.at) - 91 * day);
  const weeks = (Date.parse(view.at) - since) / (7 * day);
  for (const point of view.curve) {
    const above = leads.filter(({ total }) => total >= point.from);
    const found = above.filter(({ isHit }) => isHit).length;
    expect(point).toMatchObject({ leads: above.length, hits: found });
    if (point.precision !== null) expect(point.precision).toBeCloseTo(found / above.length, 12);
    expect(point.recall).toBeCloseTo(found / hits, 12);
    const inWeeks = above.filter(({ at }) => at >= since).length;
    expect(point.perWeek).toBeCloseTo(inWeeks / weeks, 9);
    const [low, high] = point.interval ?? [0, 1];
    expect(low <= (point.precision ?? low) && (point.precision ?? high) <= high).toBe(true);
  }
  // Below the threshold nobody is handed over, and nothing is known.
  const lowest = Math.min(20, ...leads.map(({ total }) => total));
  expect(view.curve.filter(({ from }) => from < lowest).every(({ precision }) => precision === null)).toBe(
    true,
  );
});

test('leads that nobody has said anything of change no number but their own', async () => {
  const bench = await plantedDesk({ leads: 300, seed: 5 });
  const before = await calibrated(bench);
  await addLeads(bench, { leads: 200, seed: 6 }, false);
  const after = await calibrated(bench);
  expect(after.leads).toEqual({ ...before.leads, open: 200 });
  const knownOf = ({ curve }: CalibrationView) =>
    curve
      .filter(({ precision }) => precision !== null)
      .map(({ from, leads, hits, precision, interval, recall }) => ({
        from,
        leads,
        hits,
        precision,
        interval,
        recall,
      }));
  const kept = new Set(knownOf(before).map(({ from }) => from));
  expect(knownOf(after).filter(({ from }) => kept.has(from))).toEqual(knownOf(before));
  expect(after.today).toEqual(before.today);
  expect(after.rankedToday).toEqual(before.rankedToday);
  const rulesOf = (one: CalibrationView) =>
    one.proposal.kind === 'card' ? one.proposal.rules : one.proposal;
  expect(rulesOf(after)).toEqual(rulesOf(before));
});

test('an accepted lead that has had less time than winning takes is too young to count', async () => {
  const bench = await plantedDesk({ leads: 120, seed: 8 });
  const owner = ownerOf(bench);
  const accepted = bench.sql.all(`SELECT id, public_id FROM leads WHERE stage = 'sal' ORDER BY id`);
  const move = { amount: null, currency: null, reason: null, correct: false };
  bench.now += 30 * day;
  for (const [place, row] of accepted.entries()) {
    const lead = String(row['public_id']);
    if (place % 3 === 0) {
      owner.hands.moveStage(lead, { ...move, stage: 'lost' });
      continue;
    }
    if (place % 3 === 1) continue;
    for (const stage of ['sql', 'opportunity', 'won'] as const) {
      bench.now += 1000;
      const amount = stage === 'won' ? { amount: 1000, currency: 'EUR' } : {};
      owner.hands.moveStage(lead, { ...move, ...amount, stage });
    }
  }
  await bench.settle();
  const early = await calibrated(bench, 'won');
  const won = accepted.filter((_, place) => place % 3 === 2).length;
  expect(won).toBeGreaterThanOrEqual(20);
  expect(early.usualDays).toBeGreaterThanOrEqual(30);
  bench.now += 60 * day;
  const late = await calibrated(bench, 'won');
  // Now all have had the time: who is still under way is counted as not won.
  expect(late.leads).toMatchObject({ known: 120, hits: won, young: 0 });
  expect(late.worth).toMatchObject({ from: 'won_leads', perWon: 1000, perHit: 1000, currency: 'EUR' });
  await addLeads(bench, { leads: 30, seed: 9 });
  const again = await calibrated(bench, 'won');
  expect(again.leads).toEqual({ ...late.leads, young: 30 });
});

test('a proposal becomes a draft that could run, with everything else as it was agreed', async () => {
  const owner = ownerOf(planted);
  const drafted = owner.calibration.draft({ outcome: 'accepted', what: 'card', from: 40, replace: false });
  if (drafted.kind !== 'done') throw new Error(JSON.stringify(drafted));
  const draft = Object(JSON.parse(drafted.text));
  expect(draft).toMatchObject({ base: 1, issues: [], warnings: [] });
  const { score, tiers, rejections, ...others } = draft.document;
  const {
    score: _,
    tiers: __,
    rejections: ___,
    signatures: ____,
    ...asBefore
  } = calibratedWorkspace.agreement;
  expect(others).toEqual(asBefore);
  expect(tiers.map(({ id, from }: { id: string; from: number }) => [id, from])).toEqual([
    ['hot', expect.any(Number)],
    ['mql', 40],
    ['nurture', 0],
  ]);
  expect(tiers[0].from).toBeGreaterThan(40);
  const { rules } = cardOf(view);
  const inDraft = (['fit', 'engagement', 'intent'] as const).flatMap((dimension) => [
    ...score[dimension].rules,
    ...score[dimension].behaviours,
  ]);
  for (const { says, points, kind, id } of rules) {
    const found = inDraft.find((one) => (kind === 'behaviour' ? one.id === id : one.says === says));
    if (found !== undefined) expect(found.points).toBe(points);
  }
  expect(inDraft.filter(({ points }) => points > 0)).toHaveLength(rules.length);
  // Whatever was found to be worth nothing keeps its name, since conditions may read it.
  expect(score.engagement.behaviours).toMatchObject([{ id: 'blog', points: 0 }]);
  // A reason of a rejection blames what reads the same now, if anything does.
  const ids = new Set([...inDraft.map(({ id }) => id), 'student']);
  for (const { blames } of rejections) for (const id of blames) expect(ids.has(id)).toBe(true);
  const { attributes, people, teams } = smallWorkspace;
  const context = {
    catalogue: new Map(attributes.map((one) => [one.id, Object(one)])),
    people: new Map(people.map((one) => [one.email, Object(one)])),
    teams: new Map(teams.map((one) => [one.id, one])),
  };
  expect(parseAgreement(draft.document, context)).toMatchObject({ ok: true, warnings: [] });
  const replayed = planted.desk.terms.replay(
    { document: draft.document },
    { from: planted.now - 30 * day, to: planted.now + 1 },
  );
  if (replayed.kind !== 'replay') throw new Error(JSON.stringify(replayed));
  while (replayed.replay.step());
  expect(replayed.replay.view().after.handoffs).toBeGreaterThan(0);
});

test('somebody else’s draft is not replaced unasked; the same draft twice is one', async () => {
  const bench = await plantedDesk({ leads: 300, seed: 11 });
  const owner = ownerOf(bench);
  const asked = { outcome: 'accepted', what: 'card', from: 30, replace: false } as const;
  expect(owner.calibration.draft(asked)).toEqual({ kind: 'refused', why: 'not_calibrated' });
  cardOf(await calibrated(bench));
  const { signatures: _s, ...agreement } = calibratedWorkspace.agreement;
  owner.terms.saveDraft(null, { ...agreement, title: 'Another' });
  expect(owner.calibration.draft(asked)).toEqual({ kind: 'refused', why: 'other_draft' });
  expect(owner.calibration.draft({ ...asked, replace: true }).kind).toBe('done');
  expect(owner.calibration.draft(asked).kind).toBe('done');
  owner.terms.dropDraft();
  expect(owner.calibration.draft(asked).kind).toBe('done');
  // The threshold alone: today's points stay, and tiers that it meets make way.
  const alone = owner.calibration.draft({ ...asked, what: 'threshold', from: 80, replace: true });
  if (alone.kind !== 'done') throw new Error(JSON.stringify(alone));
  const { document, issues } = Object(JSON.parse(alone.text));
  expect(issues).toEqual([]);
  expect(document).toEqual({
    ...agreement,
    tiers: [
      { id: 'hot', from: 81, followUp: 'PT15M' },
      { id: 'mql', from: 80, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
  });
});

test('the last result is kept; two who ask for the same get one run, and without an agreement there is none', async () => {
  const bench = await plantedDesk({ leads: 150, seed: 12 });
  const owner = ownerOf(bench);
  const running: unknown[] = [];
  const others = vi.spyOn(bench.desk.turns, 'others').mockImplementation(async () => {
    running.push(Object(JSON.parse(owner.calibration.read('accepted'))).running);
  });
  const asked = { outcome: 'accepted', value: 500, cost: 10 } as const;
  const [one, other] = await Promise.all([owner.calibration.run(asked), owner.calibration.run(asked)]);
  expect(one).toEqual(other);
  expect(running.length).toBeGreaterThan(0);
  expect(new Set(running)).toEqual(new Set([true]));
  // Alone it takes as many pieces: the second brought none.
  const pieces = others.mock.calls.length;
  await owner.calibration.run(asked);
  expect(others.mock.calls.length).toBe(2 * pieces);
  const kept = Object(JSON.parse(ownerOf(bench.restart()).calibration.read('accepted')));
  expect(kept).toMatchObject({ running: false, outdated: false, inForce: 1, result: { agreement: 1 } });
  for (const { precision, perWeek, value } of kept.result.curve) {
    const { perHit } = kept.result.worth;
    if (precision === null || perHit === null) expect(value).toBeNull();
    else expect(value.middle).toBeCloseTo(perWeek * (precision * perHit - 10), 6);
  }
  const empty = nodeDesk({ mail: false });
  expect(await ownerOf(empty).calibration.run(asked)).toEqual({
    kind: 'refused',
    why: 'no_agreement',
  });
});
