// A CRM that reports over HTTP, and a person who asks for their data, as the API tells of them.
import { expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { recordOf } from './published-document.ts';
import { asJson, large, notUtf8, textAt, type Witness } from './witness.ts';

export function tellOfSources({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('is added, reports, gets another secret, is removed', async () => {
    await submit('deal@x.example');
    const json = { name: 'Our CRM', kind: 'hubspot', mapping: { stages: { 1234: 'opportunity' } } };
    const secret = textAt(await owned('saveSource', 200, 'PUT', '/api/sources/crm', { json }), 'secret');
    let calls = 0;
    const report = (body: string | Uint8Array<ArrayBuffer>, status: number, key = secret) => {
      calls += 1;
      const id = `call_${calls}`;
      const at = new Date();
      const signature = new Webhook(key).sign(id, at, Buffer.from(body).toString('utf8'));
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const headers = {
        ...asJson,
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      };
      return seen('takeReports', status, 'POST', '/in/crm', { body, headers });
    };
    const deal = {
      properties: { email: 'deal@x.example', dealstage: 1234, amount: 10, deal_currency_code: 'EUR' },
    };
    expect(await report(JSON.stringify([deal, { properties: {} }]), 200)).toMatchObject({
      results: [
        { outcome: 'moved', stage: 'opportunity', told: ['1234'] },
        { outcome: 'unknown_lead', lead: null },
      ],
    });
    await report(JSON.stringify(deal), 403, 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await report('{', 400);
    await report(notUtf8, 400);
    await report('7', 422);
    await report(JSON.stringify({ large }), 413);
    await seen('takeReports', 403, 'POST', '/in/nobody', { json: deal });
    await seen('takeReports', 403, 'POST', '/in/nobody~crm', { json: deal });
    expect(await owned('listSources', 200, 'GET', '/api/sources')).toMatchObject({
      sources: [{ id: 'crm', url: expect.stringMatching(/\/in\/crm$/), calls: [{ id: 'call_1' }] }],
    });
    await owned('rotateSourceSecret', 200, 'POST', '/api/sources/crm/secret');
    await owned('saveSource', 422, 'PUT', '/api/sources/Crm', { json });
    await refusesBodies('saveSource', 'PUT', '/api/sources/crm', true);
    await owned('saveSource', 413, 'PUT', '/api/sources/crm', {
      body: JSON.stringify({ large }),
      headers: asJson,
    });
    await owned('removeSource', 200, 'POST', '/api/sources/crm/remove');
    await owned('removeSource', 404, 'POST', '/api/sources/crm/remove');
    await owned('rotateSourceSecret', 404, 'POST', '/api/sources/crm/secret');
    for (const [operation, method, path] of [
      ['listSources', 'GET', '/api/sources'],
      ['saveSource', 'PUT', '/api/sources/crm'],
      ['rotateSourceSecret', 'POST', '/api/sources/crm/secret'],
      ['removeSource', 'POST', '/api/sources/crm/remove'],
      ['eraseLead', 'POST', '/api/leads/lead_none/erase'],
      ['exportLead', 'GET', '/api/leads/lead_none/export'],
    ] as const) {
      await seen(operation, 401, method, path);
    }
  });

  test('a person’s data are taken out, and erased', async () => {
    await submit('gdpr@x.example');
    const { leads } = recordOf(await owned('listLeads', 200, 'GET', '/api/leads?email=gdpr@x.example'));
    const id = textAt(Array.isArray(leads) ? leads[0] : null, 'id');
    expect(await owned('exportLead', 200, 'GET', `/api/leads/${id}/export`)).toMatchObject({
      tables: { leads: [{ email: 'gdpr@x.example' }], submissions: [{}] },
    });
    expect(await owned('eraseLead', 200, 'POST', `/api/leads/${id}/erase`)).toMatchObject({
      erased: { leads: 1, submissions: 1 },
    });
    await owned('exportLead', 404, 'GET', `/api/leads/${id}/export`);
    await owned('eraseLead', 404, 'POST', `/api/leads/${id}/erase`);
  });
}
