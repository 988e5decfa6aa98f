// An agreement from its draft over a counter-proposal to both signatures, as the API tells it to two people.
import { expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { recordOf } from './published-document.ts';
import { asJson, notUtf8, textAt, type Witness } from './witness.ts';
import { joinAs, makeWorkspace, press } from './signed-in.ts';
import type { Ask } from './api-stack.ts';

const { signatures: _, ...agreement } = smallWorkspace.agreement;

/** The agreement with another threshold. */
function withThreshold(from: number): object {
  const tiers = agreement.tiers.map((tier) => (tier.id === 'mql' ? { ...tier, from } : tier));
  return { ...agreement, tiers };
}

/** The agreement with other points for a manager. */
function withPoints(points: number): object {
  const { fit } = agreement.score;
  const rules = fit.rules.map((rule) => (rule.id === 'manager' ? { ...rule, points } : rule));
  return { ...agreement, score: { ...agreement.score, fit: { ...fit, max: 1000, rules } } };
}

export function tellOfAgreement({ seen, submit, refusesBodies, stack }: Witness): void {
  const at = '/api/agreement';
  const versions = '/api/agreements';

  test('is drafted, proposed, answered and signed by two people', async () => {
    const { instance } = stack();
    const json = { email: 'ada@engines.example' };
    const link = await seen('makeSignInLink', 201, 'POST', '/api/sign-in-link', { owner: true, json });
    const entered = await press(stack(), new URL(textAt(link, 'url')).pathname, {});
    const admin = entered.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    const asPerson = (cookie: string, body?: object): Ask => ({
      ...(body === undefined ? {} : { json: body }),
      headers: { cookie, origin: instance.url },
    });
    const cmo = await joinAs(stack(), admin, 'cmo@baton.example', 'marketing');
    const vp = await joinAs(stack(), admin, 'vp@baton.example', 'sales');
    const stranger = await joinAs(stack(), admin, 'new@baton.example', 'sales');

    const before = recordOf(await seen('readAgreement', 200, 'GET', at, { headers: { cookie: cmo } }));
    expect(before).toMatchObject({ mySide: 'marketing', noSide: null, draft: null, proposals: [] });
    expect(before['inForce']).toMatchObject({ version: 1, sound: true, state: 'in_force' });
    expect(await seen('readAgreement', 200, 'GET', at, { owner: true })).toMatchObject({ noSide: 'no_role' });

    const unfinished = { revision: null, document: { format: 1 } };
    const first = await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(cmo, unfinished));
    expect(first).toMatchObject({ revision: 1, base: 1, savedBy: 'cmo@baton.example', outdated: false });
    await seen('proposeAgreement', 422, 'POST', `${at}/propose`, asPerson(cmo, { revision: 1 }));
    await seen('saveAgreementDraft', 409, 'PUT', `${at}/draft`, asPerson(vp, unfinished));
    const second = { revision: 1, document: withThreshold(60) };
    await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(cmo, second));
    await seen('proposeAgreement', 409, 'POST', `${at}/propose`, asPerson(cmo, { revision: 1 }));
    const proposed = await seen('proposeAgreement', 201, 'POST', `${at}/propose`, {
      ...asPerson(cmo, { revision: 2, note: 'Fewer, better.' }),
    });
    expect(proposed).toMatchObject({ version: 2, side: 'marketing', state: 'proposed', base: 1 });
    await seen('proposeAgreement', 404, 'POST', `${at}/propose`, asPerson(cmo, { revision: 2 }));
    await seen('saveAgreementDraft', 409, 'PUT', `${at}/draft`, asPerson(cmo, second));

    const comments = `${versions}/2/comments`;
    await seen('commentAgreement', 200, 'POST', comments, asPerson(vp, { text: 'Too high.' }));
    await seen('commentAgreement', 404, 'POST', `${versions}/9/comments`, asPerson(vp, { text: 'What?' }));
    await refusesBodies('commentAgreement', 'POST', comments, true);

    const counter = { revision: null, document: withThreshold(55) };
    await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(vp, counter));
    const answer = { revision: 3, answers: 2 };
    const answered = await seen('proposeAgreement', 201, 'POST', `${at}/propose`, asPerson(vp, answer));
    expect(answered).toMatchObject({ version: 3, answers: 2, side: 'sales' });
    const ended = await seen('readAgreementVersion', 200, 'GET', `${versions}/2`, { owner: true });
    expect(ended).toMatchObject({ state: 'withdrawn', ended: { why: 'answered', by: 'vp@baton.example' } });

    const hash = textAt(answered, 'hash');
    const sign = (status: number, cookie: string, version: number, seenHash = hash): Promise<unknown> =>
      seen(
        'signAgreement',
        status,
        'POST',
        `${versions}/${version}/sign`,
        asPerson(cookie, { hash: seenHash }),
      );
    // Their role is of sales; the workspace says otherwise.
    const said = { name: 'Stranger', party: 'marketing' };
    await seen('savePerson', 200, 'PUT', '/api/people/new@baton.example', { owner: true, json: said });
    await sign(403, stranger, 3);
    await sign(409, vp, 3, 'another');
    await sign(409, vp, 2, textAt(ended, 'hash'));
    await sign(404, vp, 9);
    expect(await sign(200, vp, 3)).toMatchObject({ state: 'proposed', signatures: [{ party: 'sales' }] });
    expect(await sign(200, cmo, 3)).toMatchObject({ state: 'in_force', sound: true });
    expect(await sign(200, cmo, 3)).toMatchObject({ state: 'in_force' });
    expect(await seen('listAgreements', 200, 'GET', versions, { owner: true })).toMatchObject({
      versions: [{ version: 3 }, { version: 2 }, { version: 1, state: 'replaced' }],
    });
    await seen('reviewAgreement', 204, 'POST', `${at}/review`, asPerson(vp));

    await makeWorkspace(stack(), admin, 'empty', 'Empty');
    const elsewhere = { owner: true, headers: { 'baton-workspace': 'empty' } };
    await seen('reviewAgreement', 404, 'POST', `${at}/review`, elsewhere);

    const again = { revision: null, document: withThreshold(50) };
    await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(cmo, again));
    await seen('proposeAgreement', 201, 'POST', `${at}/propose`, asPerson(cmo, { revision: 4 }));
    await seen('withdrawAgreement', 403, 'POST', `${versions}/4/withdraw`, asPerson(vp));
    await seen('withdrawAgreement', 200, 'POST', `${versions}/4/withdraw`, asPerson(cmo));
    await seen('withdrawAgreement', 409, 'POST', `${versions}/4/withdraw`, asPerson(cmo));
    await seen('withdrawAgreement', 404, 'POST', `${versions}/9/withdraw`, asPerson(cmo));
    const left = { revision: null, document: withThreshold(50) };
    await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(cmo, left));
    await seen('dropAgreementDraft', 204, 'POST', `${at}/draft/drop`, asPerson(cmo));
    await seen('dropAgreementDraft', 404, 'POST', `${at}/draft/drop`, asPerson(cmo));

    const cookies = { cookie: cmo, origin: instance.url };
    const path = `${versions}/3/sign`;
    await seen('signAgreement', 400, 'POST', path, { body: '{', headers: { ...cookies, ...asJson } });
    await seen('signAgreement', 400, 'POST', path, { body: notUtf8, headers: { ...cookies, ...asJson } });
    await seen('signAgreement', 415, 'POST', path, { body: 'hash=1', headers: cookies });
    await seen('signAgreement', 413, 'POST', path, { body: huge, headers: { ...cookies, ...asJson } });
    await seen('signAgreement', 422, 'POST', path, asPerson(cmo, {}));
    await seen('signAgreement', 401, 'POST', path, { json: { hash } });
    // Back to what the other stories know.
    await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, asPerson(cmo, left));
    const back = await seen('proposeAgreement', 201, 'POST', `${at}/propose`, asPerson(cmo, { revision: 6 }));
    // Both at the same moment, and one of them twice: it is in force once.
    const both = [vp, cmo, vp].map((one) => sign(200, one, 5, textAt(back, 'hash')));
    expect(await Promise.all(both)).toContainEqual(expect.objectContaining({ state: 'in_force' }));
    expect(recordOf(await seen('readAgreement', 200, 'GET', at, { owner: true }))['inForce']).toMatchObject({
      version: 5,
      signatures: expect.arrayContaining([
        expect.objectContaining({ party: 'marketing' }),
        expect.objectContaining({ party: 'sales' }),
      ]),
    });
  });

  test('is tried on the past, and shows how scores came about', async () => {
    await submit('replayed@x.example');
    const json = { document: withThreshold(70), from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
    const path = `${at}/replay`;
    const replay = recordOf(await seen('replayAgreement', 200, 'POST', path, { owner: true, json }));
    expect(replay['leads']).toBeGreaterThan(0);
    expect(replay['sampled']).toBe(null);
    const { from, to } = json;
    await seen('replayAgreement', 200, 'POST', path, { owner: true, json: { version: 1, from, to } });
    await seen('replayAgreement', 404, 'POST', path, { owner: true, json: { version: 99, from, to } });
    for (const wrong of [
      { ...json, document: {} },
      { ...json, to: from },
      { ...json, version: 1 },
    ]) {
      await seen('replayAgreement', 422, 'POST', path, { owner: true, json: wrong });
    }
    await refusesBodies('replayAgreement', 'POST', path, true);
    await seen('replayAgreement', 413, 'POST', path, { owner: true, body: huge, headers: asJson });
    await seen('replayAgreement', 401, 'POST', path, { json });

    const evidence = `${at}/evidence`;
    const said = recordOf(await seen('agreementEvidence', 200, 'POST', evidence, { owner: true, json }));
    expect(said['leads']).toBe(replay['leads']);
    expect(said['held']).toContainEqual({ kind: 'routing', id: 'everybody', leads: said['leads'] });
    await seen('agreementEvidence', 200, 'POST', evidence, { owner: true, json: { version: 1, from, to } });
    await seen('agreementEvidence', 404, 'POST', evidence, { owner: true, json: { version: 99, from, to } });
    await seen('agreementEvidence', 422, 'POST', evidence, { owner: true, json: { ...json, document: {} } });
    await refusesBodies('agreementEvidence', 'POST', evidence, true);
    await seen('agreementEvidence', 413, 'POST', evidence, { owner: true, body: huge, headers: asJson });
    await seen('agreementEvidence', 401, 'POST', evidence, { json });

    const points = await seen('listPoints', 200, 'GET', `${at}/points?limit=3`, { owner: true });
    const [point] = Object(points).leads;
    await seen('listPoints', 422, 'GET', `${at}/points?limit=0`, { owner: true });
    await seen('listPoints', 401, 'GET', `${at}/points`);
    const scores = `/api/leads/${textAt(point, 'lead')}/scores`;
    expect(await seen('readScores', 200, 'GET', scores, { owner: true })).toMatchObject({
      scores: [{ total: point.total, cause: { kind: 'submission', form: 'demo' } }],
    });
    await seen('readScores', 404, 'GET', '/api/leads/lead_none/scores', { owner: true });
    await seen('readScores', 401, 'GET', scores);
  });

  test('judges by nothing that both have not signed, whatever the owner key brings', async () => {
    const owner = true;
    const before = recordOf(recordOf(await seen('readAgreement', 200, 'GET', at, { owner }))['inForce']);
    const { hash } = before;
    let sent = 0;
    const judgedAsSigned = async (): Promise<void> => {
      sent += 1;
      const email = `unsigned${sent}@x.example`;
      await submit(email);
      const found = await seen('listLeads', 200, 'GET', `/api/leads?email=${email}`, { owner });
      const [lead] = Object(found).leads;
      expect(lead).toMatchObject({ agreement: { hash }, score: { fit: 60 } });
    };
    const generous = withPoints(1000);
    const forged = { ...generous, signatures: smallWorkspace.agreement.signatures };
    const json = { format: 1, agreement: forged };
    const brought = await seen('importWorkspace', 200, 'PUT', '/api/workspace', { owner, json });
    const version = String(recordOf(recordOf(brought)['agreement'])['version']);
    expect(brought).toMatchObject({ agreement: { state: 'proposed' } });
    await judgedAsSigned();
    const { hash: other } = recordOf(
      await seen('readAgreementVersion', 200, 'GET', `${versions}/${version}`, { owner }),
    );
    await seen('signAgreement', 403, 'POST', `${versions}/${version}/sign`, { owner, json: { hash: other } });
    await judgedAsSigned();
    const period = { from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' };
    const tried = { document: withPoints(900), ...period };
    await seen('replayAgreement', 200, 'POST', `${at}/replay`, { owner, json: tried });
    const draft = { revision: null, document: { ...withPoints(800), signatures: forged.signatures } };
    const saved = recordOf(
      await seen('saveAgreementDraft', 200, 'PUT', `${at}/draft`, { owner, json: draft }),
    );
    await judgedAsSigned();
    const asked = { revision: saved['revision'] };
    const proposed = recordOf(
      await seen('proposeAgreement', 201, 'POST', `${at}/propose`, { owner, json: asked }),
    );
    expect(proposed).toMatchObject({ state: 'proposed', signatures: [] });
    await judgedAsSigned();
    for (const one of [version, String(proposed['version'])]) {
      await seen('withdrawAgreement', 200, 'POST', `${versions}/${one}/withdraw`, { owner });
    }
    await judgedAsSigned();
  });

  test('is refused in plain words', async () => {
    for (const [operation, method, path] of [
      ['saveAgreementDraft', 'PUT', `${at}/draft`],
      ['proposeAgreement', 'POST', `${at}/propose`],
    ] as const) {
      await refusesBodies(operation, method, path, true);
      await seen(operation, 413, method, path, { owner: true, body: huge, headers: asJson });
      await seen(operation, 422, method, path, { owner: true, json: {} });
      await seen(operation, 401, method, path, { json: {} });
    }
    const comments = `${versions}/1/comments`;
    await seen('commentAgreement', 413, 'POST', comments, { owner: true, body: huge, headers: asJson });
    await seen('commentAgreement', 422, 'POST', comments, { owner: true, json: { text: ' ' } });
    await seen('commentAgreement', 401, 'POST', comments, { json: {} });
    await seen('readAgreementVersion', 404, 'GET', `${versions}/99`, { owner: true });
    for (const [operation, method, path] of [
      ['readAgreement', 'GET', at],
      ['listAgreements', 'GET', versions],
      ['readAgreementVersion', 'GET', `${versions}/1`],
      ['dropAgreementDraft', 'POST', `${at}/draft/drop`],
      ['reviewAgreement', 'POST', `${at}/review`],
      ['withdrawAgreement', 'POST', `${versions}/1/withdraw`],
    ] as const) {
      await seen(operation, 401, method, path);
    }
  });
}

const huge = ' '.repeat(4 * 1024 * 1024 + 1);
