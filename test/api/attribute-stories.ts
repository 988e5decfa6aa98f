// What is asked of the catalogue of attributes.
import { expect, test } from 'vitest';
import { asJson, large, type Witness } from './witness.ts';

export function tellOfAttributes({ seen, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });
  const given = { label: 'Nickname', type: 'text', about: 'person' };

  test('are made, changed, archived and merged', async () => {
    await owned('saveAttribute', 200, 'PUT', '/api/attributes/nickname', { json: given });
    await owned('saveAttribute', 200, 'PUT', '/api/attributes/called', { json: given });
    const archived = { json: { archived: true } };
    await owned('archiveAttribute', 200, 'POST', '/api/attributes/called/archive', archived);
    await owned('archiveAttribute', 200, 'POST', '/api/attributes/called/archive', {
      json: { archived: false },
    });
    expect(
      await owned('mergeAttribute', 200, 'POST', '/api/attributes/nickname/merge', {
        json: { into: 'called' },
      }),
    ).toEqual({ into: 'called', uses: [] });
    expect(await owned('listAttributes', 200, 'GET', '/api/attributes')).toMatchObject({
      attributes: expect.arrayContaining([
        expect.objectContaining({ id: 'nickname', archived: true, mergedInto: 'called' }),
        expect.objectContaining({ id: 'seniority', derived: true }),
      ]),
    });
  });

  test('refuse', async () => {
    await seen('listAttributes', 401, 'GET', '/api/attributes');
    await seen('saveAttribute', 401, 'PUT', '/api/attributes/x', { json: given });
    await refusesBodies('saveAttribute', 'PUT', '/api/attributes/x', true);
    const body = ' '.repeat(4 * 1024 * 1024 + 1);
    await owned('saveAttribute', 413, 'PUT', '/api/attributes/x', { body, headers: asJson });
    for (const [operation, path, json] of [
      ['archiveAttribute', '/api/attributes/none/archive', { archived: true }],
      ['mergeAttribute', '/api/attributes/none/merge', { into: 'called' }],
    ] as const) {
      await seen(operation, 401, 'POST', path, { json });
      await owned(operation, 404, 'POST', path, { json });
      await owned(operation, 413, 'POST', path, { json: { large } });
      await refusesBodies(operation, 'POST', path, true);
    }
  });
}
