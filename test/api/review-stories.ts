// The review, as the API tells of it.
import { expect, test } from 'vitest';
import { numberIds } from '@baton/review';
import type { Witness } from './witness.ts';

export function tellOfReview({ seen, submit }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('counts the seven numbers, and opens each to the leads behind it', async () => {
    await submit('counted@review.example');
    const numbers = await owned('readReviewNumbers', 200, 'GET', '/api/review/numbers');
    expect(numbers).toMatchObject({ numbers: numberIds.map((id) => ({ id })) });
    await owned('readReviewNumbers', 200, 'GET', '/api/review/numbers?by=company&source=&tier=hot&tier=mql');
    await owned('readReviewNumbers', 422, 'GET', '/api/review/numbers?from=2026-02-30');
    await owned('readReviewNumbers', 422, 'GET', '/api/review/numbers?from=2026-02-02&to=2026-02-01');
    await seen('readReviewNumbers', 401, 'GET', '/api/review/numbers');
    const path = '/api/review/numbers/volume/leads';
    expect(await owned('readReviewBehind', 200, 'GET', `${path}?limit=200`)).toMatchObject({
      number: 'volume',
      leads: expect.arrayContaining([expect.objectContaining({ email: 'counted@review.example' })]),
    });
    await owned('readReviewBehind', 422, 'GET', `${path}?limit=0`);
    await owned('readReviewBehind', 404, 'GET', '/api/review/numbers/none/leads');
    await seen('readReviewBehind', 401, 'GET', path);
  });

  test('opens a bar, a row or a cell of a picture to the leads behind it', async () => {
    await submit('sliced@review.example');
    const sliced = await owned('readReviewSlice', 200, 'GET', '/api/review/leads?of=came&limit=200');
    expect(sliced).toMatchObject({
      of: 'came',
      leads: expect.arrayContaining([expect.objectContaining({ email: 'sliced@review.example' })]),
    });
    const nobody = '/api/review/leads?of=missed.person.nobody@review.example&by=company';
    expect(await owned('readReviewSlice', 200, 'GET', nobody)).toMatchObject({
      total: 0,
      counts: { for: 0, against: 0, neither: 0 },
      leads: [],
    });
    await owned('readReviewSlice', 200, 'GET', '/api/review/leads?of=asked.answers.nothing');
    await owned('readReviewSlice', 422, 'GET', '/api/review/leads');
    await owned('readReviewSlice', 422, 'GET', '/api/review/leads?of=step.sql.never');
    await owned('readReviewSlice', 422, 'GET', '/api/review/leads?of=came&offset=-1');
    await seen('readReviewSlice', 401, 'GET', '/api/review/leads?of=came');
  });

  test('says how each is counted, and what it can be narrowed down to', async () => {
    const told = await owned('readReviewDefinitions', 200, 'GET', '/api/review/definitions');
    expect(told).toMatchObject({ numbers: numberIds.map((id) => ({ id })) });
    await seen('readReviewDefinitions', 401, 'GET', '/api/review/definitions');
    const board = await owned('readReviewCommitments', 200, 'GET', '/api/review/commitments');
    expect(board).toMatchObject({ promised: true, sales: { acceptance: { promised: null } } });
    await seen('readReviewCommitments', 401, 'GET', '/api/review/commitments');
    await owned('readReviewChoices', 200, 'GET', '/api/review/choices');
    await seen('readReviewChoices', 401, 'GET', '/api/review/choices');
  });
}
