// Tables of leads from elsewhere, as the API takes them.
import { expect, test } from 'vitest';
import { large, type Witness } from './witness.ts';

export function tellOfImports({ seen, refusesBodies }: Witness): void {
  test('a table of leads is taken row by row, and once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `${index}@booth.example,${index}`);
    const json = {
      csv: ['Mail,Badge', ...rows, 'nobody,x'].join('\n'),
      columns: { email: 'Mail' },
      origin: 'event',
      detail: 'Expo',
      key: 'Badge',
    };
    const path = '/api/leads/import';
    const take = async (status: number, more: object): Promise<unknown> =>
      seen('importLeads', status, 'POST', path, { owner: true, json: { ...json, ...more } });
    const error = { line: 122, attribute: 'email', column: 'Mail', code: 'not_email', value: 'nobody' };
    expect(await take(200, {})).toEqual({
      added: 120,
      known: 0,
      states: { nurture: 120 },
      errors: [error],
      moreErrors: 0,
    });
    expect(await take(200, {})).toMatchObject({ added: 0, known: 120, errors: [error] });
    expect(await take(422, { csv: '' })).toMatchObject({ issues: [{ code: 'required', path: ['csv'] }] });
    expect(await take(422, { csv: 'Mail,Badge\n"a' })).toMatchObject({ issues: [{ code: 'open_quote' }] });
    expect(await take(422, { csv: 'Mail,Badge', columns: { email: 'E' } })).toMatchObject({
      issues: [{ code: 'unknown_column', path: ['columns', 'email'] }],
    });
    expect(await take(422, { csv: 'Mail\n'.repeat(5002) })).toMatchObject({
      issues: [{ code: 'too_many_rows' }],
    });
    await take(413, { csv: large.repeat(70) });
    await seen('importLeads', 401, 'POST', path, { json });
    await refusesBodies('importLeads', 'POST', path, true);
  });
}
