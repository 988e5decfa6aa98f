// What is asked of companies and target accounts.
import { expect, test } from 'vitest';
import { recordOf } from './published-document.ts';
import { large, type Witness } from './witness.ts';

export function tellOfCompanies({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('are put on lists by a file, listed with their people, and taken off again', async () => {
    await submit('ada@target-engines.example');
    const csv = 'Website;Tier;Rep\nhttps://www.target-engines.example;A;bob@baton.example\ngmail.com;A;\n';
    const columns = { domain: 'Website', tier: 'Tier', owner: 'Rep' };
    const imported = await owned('importAccounts', 200, 'POST', '/api/accounts/import', {
      json: { csv, columns, list: 'Enterprise' },
    });
    expect(imported).toEqual({
      added: 1,
      changed: 0,
      unchanged: 0,
      errors: [{ line: 3, column: 'domain', code: 'free_mail_domain', value: 'gmail.com' }],
      moreErrors: 0,
    });
    const list = recordOf(await owned('listCompanies', 200, 'GET', '/api/companies?list=Enterprise'));
    expect(list).toMatchObject({
      total: 1,
      next: null,
      companies: [
        {
          domain: 'target-engines.example',
          tier: 'A',
          contacts: 1,
          stage: 'mql',
          owner: { email: 'bob@baton.example', name: 'Bob' },
          score: { fit: 60 },
        },
      ],
    });
    expect(await owned('showCompany', 200, 'GET', '/api/companies/target-engines.example')).toMatchObject({
      people: [{ email: 'ada@target-engines.example', stage: 'mql' }],
    });
    expect(await owned('listTargetLists', 200, 'GET', '/api/target-lists')).toEqual({
      lists: [{ name: 'Enterprise', accounts: 1, reached: 1, tiers: ['A'] }],
    });
    const account = { list: 'Mid-market', tier: '', name: 'Engines', owner: null };
    expect(
      await owned('saveAccount', 200, 'PUT', '/api/accounts/target-engines.example', { json: account }),
    ).toEqual({
      domain: 'target-engines.example',
      list: 'Mid-market',
      tier: null,
      name: 'Engines',
      owner: null,
    });
    await owned('removeAccount', 200, 'POST', '/api/accounts/target-engines.example/remove');
    await owned('saveAccount', 200, 'PUT', '/api/accounts/none.example', { json: account });
    const gone = await owned('removeTargetList', 200, 'POST', '/api/target-lists/remove', {
      json: { list: 'Mid-market' },
    });
    expect(gone).toEqual({ removed: 1 });
  });

  test('refuse', async () => {
    await seen('listCompanies', 401, 'GET', '/api/companies');
    await owned('listCompanies', 422, 'GET', '/api/companies?sort=colour');
    await seen('showCompany', 401, 'GET', '/api/companies/x.example');
    await owned('showCompany', 404, 'GET', '/api/companies/nobody-there.example');
    await seen('listTargetLists', 401, 'GET', '/api/target-lists');
    for (const [operation, method, path] of [
      ['importAccounts', 'POST', '/api/accounts/import'],
      ['saveAccount', 'PUT', '/api/accounts/x.example'],
      ['removeTargetList', 'POST', '/api/target-lists/remove'],
    ] as const) {
      await seen(operation, 401, method, path, { json: {} });
      await refusesBodies(operation, method, path, true);
    }
    const tooLarge = { json: { list: large } };
    await owned('saveAccount', 413, 'PUT', '/api/accounts/x.example', tooLarge);
    await owned('removeTargetList', 413, 'POST', '/api/target-lists/remove', tooLarge);
    const headers = { 'content-type': 'application/json' };
    const body = ' '.repeat(4 * 1024 * 1024 + 1);
    await owned('importAccounts', 413, 'POST', '/api/accounts/import', { body, headers });
    const list = { list: 'A' };
    expect(await owned('saveAccount', 422, 'PUT', '/api/accounts/gmail.com', { json: list })).toMatchObject({
      issues: [{ code: 'free_mail_domain', path: ['domain'] }],
    });
    const stranger = { ...list, owner: 'nobody@baton.example' };
    expect(
      await owned('saveAccount', 422, 'PUT', '/api/accounts/x.example', { json: stranger }),
    ).toMatchObject({ issues: [{ code: 'unknown_person', path: ['owner'] }] });
    await owned('removeTargetList', 404, 'POST', '/api/target-lists/remove', { json: list });
    await owned('removeAccount', 404, 'POST', '/api/accounts/x.example/remove');
    await seen('removeAccount', 401, 'POST', '/api/accounts/x.example/remove');
    // As many as one workspace has, and one more.
    const rows = Array.from({ length: 100_001 }, (_, index) => `t${index}.example`).join('\n');
    const file = { csv: `d\n${rows}`, columns: { domain: 'd' }, list: 'Much' };
    expect(await owned('importAccounts', 422, 'POST', '/api/accounts/import', { json: file })).toMatchObject({
      issues: [{ code: 'too_many_accounts', params: { max: 100_000 } }],
    });
  });
}
