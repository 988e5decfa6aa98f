// Two leads that are one person, as the API tells it: who may be the same, merged, and taken apart.
import { expect, test } from 'vitest';
import { recordOf } from './published-document.ts';
import { asJson, large, textAt, type Witness } from './witness.ts';

export function tellOfMerging({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  async function leadOf(email: string): Promise<string> {
    const { leads } = recordOf(await owned('listLeads', 200, 'GET', `/api/leads?email=${email}`));
    return textAt(Array.isArray(leads) ? leads[0] : null, 'id');
  }

  test('go under one address, and come apart again', async () => {
    await submit('one@merge.example');
    await submit('two@merge.example');
    const [one, two] = [await leadOf('one@merge.example'), await leadOf('two@merge.example')];
    expect(await owned('listDuplicates', 200, 'GET', `/api/leads/${one}/duplicates`)).toMatchObject({
      lead: one,
    });
    const path = `/api/leads/${one}/merge`;
    expect(
      await owned('mergeLeads', 200, 'POST', path, { json: { with: 'two@merge.example' } }),
    ).toMatchObject({
      lead: one,
      merged: { id: two, email: 'two@merge.example' },
      ended: { owner: expect.stringContaining('@') },
    });
    expect(await leadOf('two@merge.example')).toBe(one);
    expect(await owned('readLead', 200, 'GET', `/api/leads/${two}`)).toMatchObject({
      id: one,
      aliases: [{ id: two, email: 'two@merge.example', by: 'owner' }],
    });
    await owned('readTimeline', 200, 'GET', `/api/leads/${one}/timeline?limit=200`);
    await owned('readScores', 200, 'GET', `/api/leads/${one}/scores`);
    await owned('mergeLeads', 409, 'POST', path, { json: { with: two } });
    expect(await owned('mergeLeads', 422, 'POST', path, { json: { with: 'lead_none' } })).toMatchObject({
      issues: [{ code: 'unknown_lead', path: ['with'] }],
    });
    await owned('mergeLeads', 404, 'POST', '/api/leads/lead_none/merge', { json: { with: two } });
    expect(await owned('unmergeLead', 200, 'POST', `/api/leads/${one}/unmerge`)).toMatchObject({
      restored: { id: two, email: 'two@merge.example' },
      stays: { submissions: 0, notes: 0, handoffs: 0 },
    });
    expect(await leadOf('two@merge.example')).toBe(two);
    await owned('unmergeLead', 409, 'POST', `/api/leads/${one}/unmerge`);
    await owned('unmergeLead', 404, 'POST', '/api/leads/lead_none/unmerge');
    await owned('listDuplicates', 404, 'GET', '/api/leads/lead_none/duplicates');
    await seen('unmergeLead', 401, 'POST', `/api/leads/${one}/unmerge`);
    await seen('listDuplicates', 401, 'GET', `/api/leads/${one}/duplicates`);
  });

  test('are not merged by bodies that say nothing', async () => {
    const path = '/api/leads/lead_none/merge';
    await refusesBodies('mergeLeads', 'POST', path, true);
    await owned('mergeLeads', 413, 'POST', path, { body: JSON.stringify({ large }), headers: asJson });
    await seen('mergeLeads', 401, 'POST', path, { json: { with: 'lead_other' } });
  });
}
