// A form from its first draft to its third version, as the API tells it.
import { expect, test } from 'vitest';
import { smallWorkspace } from '../desk/small-workspace.ts';
import { until } from '../faults/until.ts';
import { qualified } from './api-stack.ts';
import type { Witness } from './witness.ts';

const [form] = smallWorkspace.forms;
const fresh = { ...form, id: 'fresh', name: 'Fresh' };
const at = '/api/forms/fresh';

export function tellOfForms({ seen, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });
  const page = (): Promise<unknown> => seen('formPage', 200, 'GET', '/f/fresh');

  test('is drafted, published, changed, restored and listed', async () => {
    await owned('readDraft', 404, 'GET', `${at}/draft`);
    const unfinished = { revision: null, document: { ...fresh, steps: [] } };
    const first = await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: unfinished });
    expect(first).toMatchObject({ revision: 1, issues: [{ code: 'email_required' }] });
    await owned('publishForm', 422, 'POST', `${at}/publish`, { json: { revision: 1 } });
    await seen('formPage', 404, 'GET', '/f/fresh');

    await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: { revision: 1, document: fresh } });
    const late = await owned('saveDraft', 409, 'PUT', `${at}/draft`, {
      json: { revision: 1, document: fresh },
    });
    expect(late).toMatchObject({ revision: 2, document: fresh });
    await owned('publishForm', 409, 'POST', `${at}/publish`, { json: { revision: 1 } });
    const json = { revision: 2, note: 'First.' };
    expect(await owned('publishForm', 200, 'POST', `${at}/publish`, { json })).toEqual({
      version: 1,
      changed: true,
      scheduled: null,
      warnings: [],
    });
    expect(await page()).toContain('Fresh');

    const changed = { revision: 0, document: { ...fresh, name: 'Changed' } };
    await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: changed });
    expect(await page()).not.toContain('Changed');
    await owned('publishForm', 200, 'POST', `${at}/publish`, { json: { revision: 3 } });
    expect(await page()).toContain('Changed');
    expect(await owned('listVersions', 200, 'GET', `${at}/versions`)).toMatchObject({
      versions: [
        { version: 2, current: true },
        { version: 1, note: 'First.' },
      ],
    });
    expect(await owned('readVersion', 200, 'GET', `${at}/versions/1`)).toMatchObject({ document: fresh });

    const between = await owned('compareVersions', 200, 'GET', `${at}/changes?from=1&to=2`);
    const renaming = { kind: 'changed', path: ['name'], before: 'Fresh', after: 'Changed' };
    expect(between).toEqual({ changes: [renaming] });
    expect(await owned('compareVersions', 200, 'GET', `${at}/changes?from=2`)).toEqual({ changes: [] });

    const restore = `${at}/versions/1/restore`;
    const restored = await owned('restoreVersion', 200, 'POST', restore, { json: { revision: 0 } });
    expect(restored).toMatchObject({ revision: 4, document: fresh });
    await owned('restoreVersion', 409, 'POST', restore, { json: { revision: 0 } });
    const { forms } = Object(await owned('listForms', 200, 'GET', '/api/forms'));
    expect(forms).toContainEqual(expect.objectContaining({ id: 'fresh', version: 2 }));
    await owned('readDraft', 200, 'GET', `${at}/draft`);
    await owned('dropDraft', 204, 'POST', `${at}/draft/drop`);
  });

  test('is shown as visitors would meet it, before it can be published', async () => {
    const script = `${at}/draft.js`;
    const { revision } = Object(await owned('readDraft', 200, 'GET', `${at}/draft`));
    const steps = [{ id: 's1', title: 'Never seen before', fields: [{ id: 'a', kind: 'text', label: 'A' }] }];
    const json = { revision, document: { ...fresh, steps } };
    const saved = await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json });
    expect(saved).toMatchObject({ revision: 5, issues: [{ code: 'email_required' }] });
    const text = await owned('draftScript', 200, 'GET', `${script}?revision=5&language=en&mode=popup`);
    expect(text).toContain('Never seen before');
    expect(await seen('formScript', 200, 'GET', '/f/fresh.js')).not.toContain('Never seen before');
    await owned('draftScript', 409, 'GET', `${script}?revision=0`);
    await owned('draftScript', 422, 'GET', `${script}?revision=x`);
    const broken = { revision: 5, document: { ...fresh, steps: [{ id: 's1', fields: [{ id: 'a' }] }] } };
    await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: broken });
    expect(await owned('draftScript', 422, 'GET', script)).toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ path: ['steps', 0, 'fields', 0, 'kind'] })]),
    });
    const empty = { revision: 6, document: { ...fresh, steps: [] } };
    await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: empty });
    await owned('draftScript', 200, 'GET', script);
    await owned('dropDraft', 204, 'POST', `${at}/draft/drop`);
    await owned('draftScript', 200, 'GET', script);
    await owned('draftScript', 404, 'GET', '/api/forms/nobody/draft.js');
    await seen('draftScript', 401, 'GET', script);
    expect(await owned('draftPart', 200, 'GET', `${at}/parts/hints.js`)).toContain('export const part');
    await owned('draftPart', 404, 'GET', `${at}/parts/constructor.js`);
    await seen('draftPart', 401, 'GET', `${at}/parts/hints.js`);
  });

  test('is published at its hour, unless it is taken back', async () => {
    const { revision } = Object(await owned('readDraft', 200, 'GET', `${at}/draft`));
    const document = { ...fresh, name: 'Later' };
    await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: { revision, document } });
    const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();
    const hour = 3_600_000;
    const json = { revision: 8, note: 'Later.', at: soon(hour) };
    const planned = await owned('publishForm', 200, 'POST', `${at}/publish`, { json });
    expect(planned).toMatchObject({ changed: false, scheduled: { at: json.at, revision: 8, by: 'owner' } });
    const { forms } = Object(await owned('listForms', 200, 'GET', '/api/forms'));
    expect(forms).toContainEqual(
      expect.objectContaining({ draft: expect.objectContaining({ scheduled: expect.anything() }) }),
    );
    const again = await owned('saveDraft', 200, 'PUT', `${at}/draft`, { json: { revision: 8, document } });
    expect(again).toMatchObject({ scheduled: null, unscheduled: { note: 'Later.' } });
    await owned('publishForm', 422, 'POST', `${at}/publish`, { json: { revision: 9, at: soon(-hour) } });
    await owned('publishForm', 422, 'POST', `${at}/publish`, { json: { revision: 9, at: 'tomorrow' } });
    await owned('publishForm', 200, 'POST', `${at}/publish`, { json: { revision: 9, at: soon(hour) } });
    await owned('cancelPublishing', 204, 'POST', `${at}/publish/cancel`);
    await owned('cancelPublishing', 404, 'POST', `${at}/publish/cancel`);
    await seen('cancelPublishing', 401, 'POST', `${at}/publish/cancel`);
    // Its hour comes by the alarm.
    await owned('publishForm', 200, 'POST', `${at}/publish`, { json: { revision: 9, at: soon(300) } });
    await until('the form at its hour', async () => String(await page()).includes('Later') || undefined);
  });

  test('is tried: the whole decision, and nothing of it kept', async () => {
    const path = '/api/forms/demo/try';
    const { id: _id, ...sent } = qualified('tried@x.example');
    const before = await seen('listSubmissions', 200, 'GET', '/api/submissions', { owner: true });
    const tried = await owned('tryForm', 200, 'POST', path, { json: { ...sent, revision: 0 } });
    expect(tried).toMatchObject({
      issues: [],
      state: 'handed_off',
      qualified: true,
      because: [],
      isNew: true,
      owner: { email: expect.stringContaining('@') },
      deadline: expect.stringContaining('T'),
      reply: { outcome: { show: { kind: 'message' } } },
      next: { skip: [] },
    });
    const known = { email: 'tried@x.example', company_size: '1-10' };
    const json = { ...sent, answers: { email: 'tried@x.example', role: 'student' }, known, country: 'DE' };
    expect(await owned('tryForm', 200, 'POST', path, { json })).toMatchObject({
      state: 'disqualified',
      because: [
        { kind: 'tier' },
        { kind: 'disqualified', by: [{ id: 'student' }] },
        { kind: 'behaviour_alone' },
      ],
      isNew: false,
      owner: null,
      next: { skip: ['size'] },
    });
    expect(await owned('tryForm', 200, 'POST', path, { json: { ...sent, answers: {} } })).toMatchObject({
      issues: [{ code: 'required', path: ['answers', 'email'] }, { path: ['answers', 'size'] }],
      reply: null,
      state: null,
    });
    const unfinished = { final: false, answers: { email: 'not one', size: '11-50' } };
    expect(await owned('tryForm', 200, 'POST', path, { json: unfinished })).toMatchObject({
      issues: [{ code: 'not_email' }],
      score: { fit: 40, total: 40 },
    });
    const document = {
      ...fresh,
      id: 'demo',
      steps: [{ id: 's', fields: [{ id: 'a', kind: 'text', label: 'A' }] }],
    };
    expect(await owned('tryForm', 200, 'POST', path, { json: { ...sent, document } })).toMatchObject({
      issues: [{ code: 'email_required', path: ['document'] }],
    });
    expect(await seen('listSubmissions', 200, 'GET', '/api/submissions', { owner: true })).toEqual(before);

    await owned('tryForm', 409, 'POST', path, { json: { revision: 7 } });
    await owned('tryForm', 422, 'POST', path, { json: { document: { id: 'demo' } } });
    await owned('tryForm', 422, 'POST', path, { json: { document: fresh } });
    await owned('tryForm', 404, 'POST', '/api/forms/nobody/try', { json: {} });
    await seen('tryForm', 401, 'POST', path, { json: {} });
    await refusesBodies('tryForm', 'POST', path, true);
    const body = ' '.repeat(4 * 1024 * 1024 + 1);
    await owned('tryForm', 413, 'POST', path, { body, headers: { 'content-type': 'application/json' } });
  });

  test('tells how it does', async () => {
    const path = '/api/forms/demo/numbers';
    await seen('count', 202, 'POST', '/f/demo/counts', { json: { event: 'view', version: 1 } });
    const numbers = Object(await owned('readNumbers', 200, 'GET', `${path}?days=7`));
    expect(numbers.days).toHaveLength(7);
    expect(numbers.versions[0].views).toBeGreaterThan(0);
    expect(numbers.versions[0].steps).toEqual([
      { id: 's1', title: 'About you', reached: numbers.versions[0].views },
    ]);
    const { forms } = Object(await owned('listForms', 200, 'GET', '/api/forms'));
    const { views } = numbers.versions[0];
    expect(forms[0]).toMatchObject({ id: 'demo', numbers: { views } });
    await owned('readNumbers', 404, 'GET', '/api/forms/nobody/numbers');
    await owned('readNumbers', 422, 'GET', `${path}?days=0`);
    await seen('readNumbers', 401, 'GET', path);
  });

  test('is looked for on a website', async () => {
    const path = '/api/forms/demo/site-check';
    const json = { url: 'http://user:pass@127.0.0.1/' };
    const checked = await owned('checkSite', 200, 'POST', path, { json });
    expect(checked).toMatchObject({ verdict: 'not_reached', problem: 'credentials_in_url' });
    await owned('checkSite', 404, 'POST', '/api/forms/nobody/site-check', { json });
    await seen('checkSite', 401, 'POST', path, { json });
    await refusesBodies('checkSite', 'POST', path, true);
    await owned('checkSite', 413, 'POST', path, { json: { url: 'x'.repeat(70_000) } });
    for (let time = 1; time < 60; time += 1) await owned('checkSite', 200, 'POST', path, { json });
    await owned('checkSite', 429, 'POST', path, { json });
  });

  test('is refused in plain words', async () => {
    const document = { ...form, id: 'demo' };
    for (const json of [
      { revision: 'one', document },
      { revision: 0, document, more: 1 },
    ]) {
      await owned('saveDraft', 422, 'PUT', '/api/forms/demo/draft', { json });
    }
    const other = { revision: 0, document: fresh };
    expect(await owned('saveDraft', 422, 'PUT', '/api/forms/demo/draft', { json: other })).toMatchObject({
      issues: [{ code: 'bad_id', path: ['document', 'id'] }],
    });
    await owned('saveDraft', 422, 'PUT', '/api/forms/!/draft', { json: { revision: null, document: {} } });
    await owned('dropDraft', 404, 'POST', `${at}/draft/drop`);
    await owned('publishForm', 404, 'POST', '/api/forms/nobody/publish', { json: { revision: 1 } });
    await owned('listVersions', 404, 'GET', '/api/forms/nobody/versions');
    for (const version of ['0', '9', 'x'])
      await owned('readVersion', 404, 'GET', `${at}/versions/${version}`);
    await owned('restoreVersion', 404, 'POST', `${at}/versions/9/restore`, { json: { revision: 0 } });

    const writing = [
      ['saveDraft', 'PUT', `${at}/draft`],
      ['publishForm', 'POST', `${at}/publish`],
      ['restoreVersion', 'POST', `${at}/versions/1/restore`],
    ] as const;
    const body = ' '.repeat(4 * 1024 * 1024 + 1);
    for (const [operation, method, path] of writing) {
      await refusesBodies(operation, method, path, true);
      const headers = { 'content-type': 'application/json' };
      await owned(operation, 413, method, path, { body, headers });
      await seen(operation, 401, method, path, { json: {} });
    }
    await owned('compareVersions', 404, 'GET', `${at}/changes?from=1&to=9`);
    await owned('compareVersions', 422, 'GET', `${at}/changes?from=one`);
    await seen('compareVersions', 401, 'GET', `${at}/changes?from=1`);
    await seen('dropDraft', 401, 'POST', `${at}/draft/drop`);
    await seen('listForms', 401, 'GET', '/api/forms');
    await seen('readDraft', 401, 'GET', `${at}/draft`);
    await seen('listVersions', 401, 'GET', `${at}/versions`);
    await seen('readVersion', 401, 'GET', `${at}/versions/1`);
  });
}
