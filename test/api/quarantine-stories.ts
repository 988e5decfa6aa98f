// What was put aside, what failed, the ledger, and leads that no form has sent, as the API tells of them.
import { expect, test } from 'vitest';
import { smallWorkspace, unsigned } from '../desk/small-workspace.ts';
import { qualified } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { asJson, large, textAt, type Witness } from './witness.ts';

export function tellOfQuarantine({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('is released or confirmed, and the list learns of it', async () => {
    const aside = textAt(await submit('aside@put.example', { trap: 'x' }), 'submission');
    const bot = textAt(await submit('bot@put.example', { trap: 'x' }), 'submission');
    const path = `/api/submissions/${aside}`;
    await seen('listSubmissions', 200, 'GET', '/api/submissions?state=quarantined&looked=no', {
      owner: true,
    });
    expect(await owned('confirmSubmission', 200, 'POST', `/api/submissions/${bot}/confirm`)).toMatchObject({
      state: 'quarantined',
      looked: 'confirmed',
    });
    expect(await owned('releaseSubmission', 200, 'POST', `${path}/release`)).toMatchObject({
      state: 'handed_off',
      looked: 'released',
      lead: expect.stringMatching(/^lead_/),
    });
    const trusted = await owned('listTrusted', 200, 'GET', '/api/trusted');
    const list = recordOf(trusted)['trusted'];
    expect(list).toContainEqual(expect.objectContaining({ value: 'put.example', reason: 'trap' }));
    for (const entry of Array.isArray(list) ? list : [])
      await owned('removeTrusted', 200, 'POST', `/api/trusted/${textAt(entry, 'id')}/remove`);
    await owned('removeTrusted', 404, 'POST', '/api/trusted/tru_none/remove');
    for (const [operation, what] of [
      ['releaseSubmission', 'release'],
      ['confirmSubmission', 'confirm'],
      ['judgeSubmission', 'judge'],
    ] as const) {
      await owned(operation, 409, 'POST', `${path}/${what}`);
      await owned(operation, 404, 'POST', `/api/submissions/sub_none/${what}`);
      await seen(operation, 401, 'POST', `${path}/${what}`);
    }
    await seen('listTrusted', 401, 'GET', '/api/trusted');
    await seen('removeTrusted', 401, 'POST', '/api/trusted/x/remove');
  });

  test('comes from elsewhere, and is in the ledger like all others', async () => {
    const before = recordOf(recordOf(await owned('readLedger', 200, 'GET', '/api/ledger'))['total']);
    const json = {
      origin: 'partner',
      detail: 'Ships Ltd',
      attributes: { email: 'met@ships.example', name: 'Grace', company_size: '51-500', role: 'manager' },
      key: '7',
    };
    const added = await owned('addLead', 201, 'POST', '/api/leads', { json });
    expect(added).toMatchObject({ isNew: true, state: 'handed_off' });
    expect(await owned('addLead', 201, 'POST', '/api/leads', { json })).toMatchObject({ isNew: false });
    const lead = textAt(added, 'lead');
    await owned('readLead', 200, 'GET', `/api/leads/${lead}`);
    await owned('readTimeline', 200, 'GET', `/api/leads/${lead}/timeline`);
    const after = recordOf(recordOf(await owned('readLedger', 200, 'GET', '/api/ledger'))['total']);
    expect(after).toMatchObject({ balanced: true, accepted: Number(before['accepted']) + 1 });
    await owned('addLead', 422, 'POST', '/api/leads', { json: { ...json, key: null, attributes: {} } });
    await owned('readLedger', 422, 'GET', '/api/ledger?from=yesterday');
    await seen('readLedger', 401, 'GET', '/api/ledger');
    await seen('addLead', 401, 'POST', '/api/leads', { json });
    await refusesBodies('addLead', 'POST', '/api/leads', true);
    await owned('addLead', 413, 'POST', '/api/leads', { body: JSON.stringify({ large }), headers: asJson });
  });
}

/** In another workspace, where nothing is agreed yet: what waits is looked at again. */
export async function seeUnagreed({ seen, ask }: Witness, workspace: string): Promise<void> {
  const headers = { 'baton-workspace': workspace };
  const json = { ...smallWorkspace, ...Object(unsigned()), destinations: [] };
  expect((await ask('PUT', '/api/workspace', { owner: true, headers, json })).status).toBe(200);
  const path = `/f/${workspace}~demo/submissions`;
  const sent = await seen('submit', 201, 'POST', path, { json: qualified('waits@x.example') });
  const judge = `/api/submissions/${textAt(sent, 'submission')}/judge`;
  expect(await seen('judgeSubmission', 200, 'POST', judge, { owner: true, headers })).toMatchObject({
    state: 'unagreed',
  });
}
