// Leads as sales works through them, as the API tells of them.
import { expect, test } from 'vitest';
import { recordOf } from './published-document.ts';
import { asJson, large, textAt, type Witness } from './witness.ts';

export function tellOfInbox({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('is narrowed down, sorted, paged, and says when nothing is new', async () => {
    await submit('first@inbox.example');
    await submit('second@inbox.example');
    const query = '/api/inbox?q=inbox.example&view=unanswered';
    const answer = recordOf(await owned('readInbox', 200, 'GET', `${query}&sort=oldest&limit=1`));
    expect(answer['page']).toMatchObject({
      rows: [{ email: 'first@inbox.example', stage: 'mql', forms: ['demo'], state: 'handed_off' }],
      more: true,
    });
    const rows = recordOf(answer['page'])['rows'];
    const [row]: unknown[] = Array.isArray(rows) ? rows : [];
    const on = `${query}&sort=oldest&before=${encodeURIComponent(textAt(row, 'place'))}`;
    expect(recordOf(await owned('readInbox', 200, 'GET', on))['page']).toMatchObject({
      rows: [{ email: 'second@inbox.example' }],
      more: false,
    });
    await owned('readInbox', 200, 'GET', '/api/inbox?sort=deadline&deadline=day&owner=none&state=nurture');
    await owned('readInbox', 422, 'GET', '/api/inbox?before=nothing');
    await owned('readInbox', 422, 'GET', '/api/inbox?view=all');
    await seen('readInbox', 401, 'GET', '/api/inbox');
    const company = `/api/leads/${textAt(row, 'id')}/company`;
    expect(await owned('readCompany', 200, 'GET', company)).toMatchObject({
      domain: 'inbox.example',
      people: [{ email: 'second@inbox.example' }],
    });
    await owned('readCompany', 404, 'GET', '/api/leads/lead_none/company');
    await seen('readCompany', 401, 'GET', company);
  });

  test('says what can be chosen, and keeps one’s own views', async () => {
    expect(await owned('readInboxChoices', 200, 'GET', '/api/inbox/choices')).toMatchObject({
      tiers: ['hot', 'mql', 'nurture'],
      rejections: [{ id: 'too_small', says: 'Company too small' }],
    });
    await seen('readInboxChoices', 401, 'GET', '/api/inbox/choices');
    const path = '/api/inbox/views';
    await owned('keepInboxViews', 200, 'PUT', path, {
      json: { views: [{ name: 'Hot', search: 'tier=hot' }] },
    });
    await owned('keepInboxViews', 422, 'PUT', path, { json: { views: [{ name: ' ', search: '' }] } });
    await refusesBodies('keepInboxViews', 'PUT', path, true);
    await owned('keepInboxViews', 413, 'PUT', path, { body: JSON.stringify({ large }), headers: asJson });
    await seen('keepInboxViews', 401, 'PUT', path, { json: {} });
  });
}
