// Calibration as the API tells it: nothing yet, a card from what sales has said, a draft of it, and what it refuses.
import { expect, test } from 'vitest';
import { qualified } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { asJson, textAt, type Witness } from './witness.ts';

const leads = 160;
const atOnce = 8;

export function tellOfCalibration({ seen, ask, refusesBodies }: Witness): void {
  const at = '/api/calibration';
  const asked = { outcome: 'accepted' };

  test('is asked for, kept, and becomes the draft of an agreement', async () => {
    const nothing = await seen('readCalibration', 200, 'GET', `${at}?outcome=won`, { owner: true });
    expect(nothing).toMatchObject({
      outcome: 'won',
      inForce: expect.any(Number),
      running: false,
      result: null,
    });
    const draft = { outcome: 'accepted', from: 40 };
    await seen('draftCalibration', 409, 'POST', `${at}/draft`, { owner: true, json: draft });
    for (let first = 0; first < leads; first += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, (_, place) => sendAndSay(first + place)));
    }
    const json = { ...asked, value: 900, cost: 20 };
    const found = recordOf(await seen('calibrate', 200, 'POST', at, { owner: true, json }));
    expect(found).toMatchObject({ outdated: false, result: { proposal: { kind: 'card' } } });
    expect(await seen('readCalibration', 200, 'GET', at, { owner: true })).toEqual(found);
    const drafted = await seen('draftCalibration', 200, 'POST', `${at}/draft`, {
      owner: true,
      json: { ...draft, replace: true },
    });
    expect(drafted).toMatchObject({ issues: [], document: { handoff: { tier: 'mql' } } });
    const { revision } = Object(drafted);
    const other = { revision, document: { format: 1, title: 'Another' } };
    await seen('saveAgreementDraft', 200, 'PUT', '/api/agreement/draft', { owner: true, json: other });
    await seen('draftCalibration', 409, 'POST', `${at}/draft`, { owner: true, json: draft });
    await seen('dropAgreementDraft', 204, 'POST', '/api/agreement/draft/drop', { owner: true });
  }, 60_000);

  /** Sales takes who has a team of fifty and more. */
  async function sendAndSay(number: number): Promise<void> {
    const email = `learnt${number}@x${number % 40}.example`;
    const team = (number * 37) % 100;
    const answers = { email, size: '51-500', role: 'manager', team };
    const sent = await ask('POST', '/f/demo/submissions', { json: qualified(email, { answers }) });
    expect(sent.status).toBe(201);
    const listed = recordOf(await (await ask('GET', `/api/leads?email=${email}`, { owner: true })).json());
    const [lead] = Object(listed).leads;
    const whole = await (await ask('GET', `/api/leads/${textAt(lead, 'id')}`, { owner: true })).json();
    const [handoff] = Object(whole).handoffs;
    const json = team >= 50 ? { kind: 'accepted' } : { kind: 'rejected', reason: 'too_small', note: null };
    const said = await ask('POST', `/api/handoffs/${textAt(handoff, 'id')}/verdict`, { owner: true, json });
    expect(said.status, await said.clone().text()).toBe(200);
  }

  test('is refused in plain words', async () => {
    await seen('readCalibration', 422, 'GET', `${at}?outcome=luck`, { owner: true });
    await seen('readCalibration', 401, 'GET', at);
    const nowhere = { owner: true, headers: { 'baton-workspace': 'empty' } };
    await seen('calibrate', 409, 'POST', at, { ...nowhere, json: asked });
    const huge = ' '.repeat(4 * 1024 * 1024 + 1);
    for (const [operation, path] of [
      ['calibrate', at],
      ['draftCalibration', `${at}/draft`],
    ] as const) {
      await refusesBodies(operation, 'POST', path, true);
      await seen(operation, 413, 'POST', path, { owner: true, body: huge, headers: asJson });
      await seen(operation, 401, 'POST', path, { json: asked });
    }
  });
}
