// Alerts, what is muted and who is told, as the API tells of them.
import { expect, test } from 'vitest';
import { asForm, asJson, large, type Witness } from './witness.ts';

const settings = {
  alerts: { to: ['admin', 'marketing'] },
  report: { to: ['marketing', 'sales'], weekday: 2, stopped: [] },
};

export function tellOfAlerts({ seen, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  test('alerts are shown with what is muted, and who is told is kept', async () => {
    expect(await owned('readReviewAlerts', 200, 'GET', '/api/review/alerts')).toMatchObject({
      alerts: [],
      mutes: [],
      settings: { report: { weekday: 1 } },
    });
    await seen('readReviewAlerts', 401, 'GET', '/api/review/alerts');
    const path = '/api/review/settings';
    expect(await owned('keepReviewSettings', 200, 'PUT', path, { json: settings })).toMatchObject({
      settings,
    });
    await owned('keepReviewSettings', 422, 'PUT', path, { json: { alerts: {} } });
    await refusesBodies('keepReviewSettings', 'PUT', path, true);
    await owned('keepReviewSettings', 413, 'PUT', path, { body: JSON.stringify({ large }), headers: asJson });
    await seen('keepReviewSettings', 401, 'PUT', path, { json: settings });
  });

  test('what is not there can be neither muted nor unmuted', async () => {
    const mute = '/api/review/alerts/alr_none/mute';
    await owned('muteReviewAlert', 404, 'POST', mute, { json: { scope: 'form', span: 'ever' } });
    await owned('muteReviewAlert', 422, 'POST', mute, { json: { scope: 'all' } });
    const unmute = '/api/review/unmute';
    await owned('unmuteReviewAlerts', 404, 'POST', unmute, { json: { form: 'demo', what: '*' } });
    await owned('unmuteReviewAlerts', 422, 'POST', unmute, { json: { form: 'demo', what: 'none' } });
    for (const [operation, path] of [
      ['muteReviewAlert', mute],
      ['unmuteReviewAlerts', unmute],
    ] as const) {
      await refusesBodies(operation, 'POST', path, true);
      await owned(operation, 413, 'POST', path, { body: JSON.stringify({ large }), headers: asJson });
      await seen(operation, 401, 'POST', path, { json: {} });
    }
  });

  test('the weekly report is seen before it is sent, and a key has no mailbox', async () => {
    const report = await owned('readReviewReport', 200, 'GET', '/api/review/report?day=2026-11-23');
    expect(report).toMatchObject({ week: { from: '2026-11-16', to: '2026-11-22' } });
    await owned('readReviewReport', 422, 'GET', '/api/review/report?day=monday');
    await seen('readReviewReport', 401, 'GET', '/api/review/report');
    const path = '/api/review/report/send';
    await owned('sendReviewReport', 409, 'POST', path, { json: {} });
    await refusesBodies('sendReviewReport', 'POST', path, true);
    await owned('sendReviewReport', 413, 'POST', path, { body: JSON.stringify({ large }), headers: asJson });
    await seen('sendReviewReport', 401, 'POST', path, { json: {} });
  });

  test('a link that nobody made opens nothing', async () => {
    await seen('quietPage', 404, 'GET', '/quiet/forged');
    await seen('pressQuiet', 404, 'POST', '/quiet/forged/press');
    await seen('pressQuiet', 403, 'POST', '/quiet/forged/press', {
      headers: { origin: 'https://elsewhere.example' },
    });
    await seen('beQuiet', 404, 'POST', '/quiet/forged', {
      body: 'List-Unsubscribe=One-Click',
      headers: asForm,
    });
  });
}
