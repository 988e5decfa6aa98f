// Leads and what happened to them, taken out as tables.
import { readCsv } from '@baton/workspace/csv';
import { expect, test } from 'vitest';
import type { Witness } from './witness.ts';

export function tellOfExports({ seen, ask }: Witness): void {
  test('all leads and events leave as a table or line by line; what would be a formula stays text', async () => {
    const email = 'out@export.example';
    const lead = { origin: 'sales', attributes: { email, name: '=cmd|calc' } };
    expect(await ask('POST', '/api/leads', { owner: true, json: lead })).toMatchObject({ status: 201 });
    for (const what of ['leads', 'events']) {
      const table = await ask('GET', `/api/export/${what}`, { owner: true });
      expect(table.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="${what}-.*\\.csv"$`),
      );
      const text = await table.text();
      const read = readCsv(text);
      if ('openQuote' in read) throw new Error('An open quote.');
      const [header, ...rows] = read.rows;
      const place = header?.cells.indexOf('email') ?? -1;
      expect(rows.some(({ cells }) => cells[place] === email)).toBe(true);
      if (what === 'leads') expect(text).toContain(`,'=cmd|calc`);

      const lines = await ask('GET', `/api/export/${what}?format=ndjson`, { owner: true });
      expect(lines.headers.get('content-type')).toBe('application/x-ndjson');
      const objects = (await lines.text())
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(objects).toContainEqual(expect.objectContaining({ email }));
      expect(objects).toHaveLength(rows.length);
    }
    expect(await seen('listChanges', 200, 'GET', '/api/audit?limit=4', { owner: true })).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ action: 'events.exported' })]),
    });
  });

  test('the shared numbers leave as they stand on the page, with the period before and the trend', async () => {
    const asked = 'from=2026-01-01&to=2026-12-31&source=nowhere&source=direct';
    const { numbers, buckets } = Object(
      await seen('readReviewNumbers', 200, 'GET', `/api/review/numbers?${asked}`, { owner: true }),
    );
    const answer = await ask('GET', `/api/export/numbers?format=ndjson&${asked}`, { owner: true });
    const lines = (await answer.text())
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(lines).toHaveLength(numbers.length * (2 + buckets.days.length));
    for (const { id, value, of, before, trend } of numbers) {
      const own = lines.filter(({ number }) => number === id);
      expect(own[0]).toMatchObject({ span: 'period', from: '2026-01-01', value, of });
      expect(own[1]).toMatchObject({ span: 'before', value: before.value });
      expect(own.slice(2)).toMatchObject(
        trend.map((one: { of: number }, index: number) => ({
          span: buckets.unit,
          from: buckets.days[index],
          of: one.of,
        })),
      );
    }
    const table = await ask('GET', `/api/export/numbers?${asked}`, { owner: true });
    const read = readCsv(await table.text());
    if ('openQuote' in read) throw new Error('An open quote.');
    expect(read.rows).toHaveLength(lines.length + 1);
    await seen('exportNumbers', 422, 'GET', '/api/export/numbers?from=never', { owner: true });
  });

  test('answers of tables are what the document says', async () => {
    for (const [id, what] of [
      ['exportLeads', 'leads'],
      ['exportEvents', 'events'],
      ['exportNumbers', 'numbers'],
    ] as const) {
      await seen(id, 200, 'GET', `/api/export/${what}`, { owner: true });
      await seen(id, 200, 'GET', `/api/export/${what}?format=ndjson`, { owner: true });
      await seen(id, 422, 'GET', `/api/export/${what}?format=xlsx`, { owner: true });
      await seen(id, 401, 'GET', `/api/export/${what}`);
    }
  });
}
