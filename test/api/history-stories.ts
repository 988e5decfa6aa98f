// Past leads, as the API takes them and says what they come to.
import { expect, test } from 'vitest';
import { textAt, large, type Witness } from './witness.ts';

export function tellOfHistory({ seen, refusesBodies }: Witness): void {
  const header = ['Mail', 'Stage', 'Day', 'Called'];
  const map = {
    attributes: { email: 'Mail' },
    outcome: { column: 'Stage', values: { Won: 'won', Unfit: 'rejected' } },
    times: { created: 'Day', contacted: 'Called' },
  };
  const rows = Array.from({ length: 120 }, (_, index) => ({
    line: index + 2,
    cells: [`past${index}@history.example`, index % 2 === 0 ? 'Won' : 'Unfit', '2025-03-01', '2025-03-02'],
  }));
  const bad = { line: 122, cells: ['nobody', 'Won', '2025-03-01', ''] };
  const error = { line: 122, attribute: 'email', column: 'Mail', code: 'not_email', value: 'nobody' };
  const owner = { owner: true } as const;

  test('past leads are looked at, taken in pieces and once, counted, and taken back', async () => {
    const checked = { ...owner, json: { header, map, rows: [...rows.slice(0, 60), bad] } };
    expect(await seen('checkHistory', 200, 'POST', '/api/history/check', checked)).toEqual({
      good: 60,
      errors: [error],
    });
    const asked = { name: 'past.csv', digest: 'abc', rows: 121, header, map };
    const begun = await seen('startHistory', 200, 'POST', '/api/history', { ...owner, json: asked });
    const path = `/api/history/${textAt(begun, 'id')}`;
    const take = async (status: number, json: object): Promise<unknown> =>
      seen('takeHistory', status, 'POST', `${path}/rows`, { ...owner, json });
    expect(await take(200, { from: 0, rows })).toMatchObject({ state: 'under_way', next: 120, taken: 120 });
    expect(await take(200, { from: 0, rows })).toMatchObject({ next: 120, taken: 120, known: 0 });
    expect(await take(422, { from: 121, rows: [bad] })).toMatchObject({
      issues: [{ code: 'not_next', params: { next: 120 } }],
    });
    expect(await take(200, { from: 120, rows: [bad] })).toMatchObject({
      state: 'done',
      bad: 1,
      pieceErrors: [error],
    });
    expect(await seen('listHistory', 200, 'GET', '/api/history', owner)).toMatchObject({
      imports: [{ name: 'past.csv', taken: 120, bad: 1 }],
    });
    expect(await seen('readBaseline', 200, 'GET', '/api/history/baseline', owner)).toMatchObject({
      leads: 120,
      won: 60,
      acceptance: { known: 120, accepted: 60 },
      followUp: { medianMilliseconds: 86_400_000 },
    });
    expect(await seen('readHistoryFindings', 200, 'GET', '/api/history/findings', owner)).toMatchObject({
      known: 120,
    });
    expect(await seen('readFirstDays', 200, 'GET', '/api/start', owner)).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ step: 'history_imported', done: true })]),
    });
    const back = async (): Promise<unknown> =>
      seen('takeHistoryBack', 200, 'POST', `${path}/take-back`, owner);
    expect(await back()).toMatchObject({ left: 20 });
    expect(await back()).toMatchObject({ left: 0 });
    expect(await take(409, { from: 121, rows: [] })).toMatchObject({
      detail: expect.stringContaining('taken back'),
    });
    expect(await seen('readBaseline', 200, 'GET', '/api/history/baseline', owner)).toMatchObject({
      leads: 0,
    });
  });

  test('what cannot be an import of past leads is refused', async () => {
    const asked = {
      name: 'past.csv',
      digest: 'abc',
      rows: 1,
      header,
      map: { attributes: { email: 'E-mail' } },
    };
    const issue = { code: 'unknown_column', path: ['map', 'attributes', 'email'] };
    const start = { ...owner, json: asked };
    expect(await seen('startHistory', 422, 'POST', '/api/history', start)).toMatchObject({ issues: [issue] });
    const check = { ...owner, json: { header, map: asked.map, rows: [] } };
    expect(await seen('checkHistory', 422, 'POST', '/api/history/check', check)).toMatchObject({
      issues: [issue],
    });
    const none = '/api/history/his_none';
    await seen('takeHistory', 404, 'POST', `${none}/rows`, { ...owner, json: { from: 0, rows: [] } });
    await seen('takeHistoryBack', 404, 'POST', `${none}/take-back`, owner);
    for (const [id, path] of [
      ['startHistory', '/api/history'],
      ['checkHistory', '/api/history/check'],
      ['takeHistory', `${none}/rows`],
    ] as const) {
      await seen(id, 413, 'POST', path, { ...owner, json: { name: large.repeat(70) } });
      await seen(id, 401, 'POST', path, { json: {} });
      await refusesBodies(id, 'POST', path, true);
    }
    await seen('takeHistoryBack', 401, 'POST', `${none}/take-back`);
    await seen('listHistory', 401, 'GET', '/api/history');
    await seen('readBaseline', 401, 'GET', '/api/history/baseline');
    await seen('readHistoryFindings', 401, 'GET', '/api/history/findings');
    await seen('readFirstDays', 401, 'GET', '/api/start');
  });
}
