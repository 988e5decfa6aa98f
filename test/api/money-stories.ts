// What is asked of the review's money, and what is said of spend.
import { expect, test } from 'vitest';
import type { Witness } from './witness.ts';

export function tellOfMoney({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('is told by month and source, and by channel with what came of it', async () => {
    await submit('ada@money.example');
    const month = new Date().toISOString().slice(0, 7);
    const rows = [{ month, source: 'Google ', currency: 'eur', amount: 1200.5 }];
    expect(await owned('saveSpend', 200, 'PUT', '/api/spend', { json: { rows } })).toEqual({ changed: 1 });
    const kept = { month, source: 'google', currency: 'EUR', amount: 1200.5 };
    expect(await owned('listSpend', 200, 'GET', '/api/spend')).toEqual({ rows: [kept] });
    const path = `/api/review/money?from=${month}-01&to=${month}-28&model=decay`;
    expect(await owned('readReviewMoney', 200, 'GET', path)).toMatchObject({
      model: 'decay',
      channel: 'source',
      period: { from: `${month}-01` },
    });
    await owned('readReviewNumbers', 200, 'GET', '/api/review/numbers?by=company&source=&tier=hot&tier=mql');
    await owned('readReviewChoices', 200, 'GET', '/api/review/choices');
  });

  test('refuses', async () => {
    await seen('readReviewMoney', 401, 'GET', '/api/review/money');
    await seen('readReviewNumbers', 401, 'GET', '/api/review/numbers');
    await seen('readReviewChoices', 401, 'GET', '/api/review/choices');
    await seen('listSpend', 401, 'GET', '/api/spend');
    await seen('saveSpend', 401, 'PUT', '/api/spend', { json: {} });
    await refusesBodies('saveSpend', 'PUT', '/api/spend', true);
    const headers = { 'content-type': 'application/json' };
    await owned('saveSpend', 413, 'PUT', '/api/spend', { body: ' '.repeat(4 * 1024 * 1024 + 1), headers });
    const rows = [
      { month: '2026-11', source: 'google', currency: 'EUR', amount: 1 },
      { month: '2026-13', source: '', currency: 'Euro', amount: -1 },
    ];
    expect(await owned('saveSpend', 422, 'PUT', '/api/spend', { json: { rows } })).toMatchObject({
      issues: [
        { path: ['rows', 1, 'month'] },
        { path: ['rows', 1, 'source'] },
        { path: ['rows', 1, 'currency'] },
        { path: ['rows', 1, 'amount'] },
      ],
    });
    await owned('readReviewMoney', 422, 'GET', '/api/review/money?model=best');
    await owned('readReviewNumbers', 422, 'GET', '/api/review/numbers?from=2026-12-01&to=2026-11-01');
    await owned('readReviewNumbers', 422, 'GET', '/api/review/numbers?from=yesterday');
  });
}
