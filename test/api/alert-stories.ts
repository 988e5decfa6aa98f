// Alerts, what is muted and who is told, as the API tells of them.
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { qualified, startBaton, submission } from '../faults/baton.ts';
import { startMailServer } from '../faults/mail-server.ts';
import { until } from '../faults/until.ts';
import { recordOf } from './published-document.ts';
import { ownerIn, press } from './signed-in.ts';
import { asForm, asJson, large, notUtf8, type Witness } from './witness.ts';

const settings = {
  alerts: { to: ['admin', 'marketing'] },
  report: { to: ['marketing', 'sales'], weekday: 2, stopped: [] },
};

export function tellOfAlerts({ seen, hold, refusesBodies }: Witness): void {
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
    await seen('beQuiet', 413, 'POST', '/quiet/forged', { body: large, headers: asForm });
    await seen('beQuiet', 400, 'POST', '/quiet/forged', { body: notUtf8, headers: asForm });
    await seen('beQuiet', 404, 'POST', '/quiet/forged', {
      body: 'List-Unsubscribe=One-Click',
      headers: asForm,
    });
  });

  test('the report is a real mail with the numbers of the API, and one click stops it', async () => {
    const server = await startMailServer();
    const baton = await startBaton([], {
      BATON_SMTP: server.url,
      BATON_MAIL_FROM: 'Baton <baton@sender.example>',
    });
    try {
      await reportByMail();
    } finally {
      await baton.close();
      await server.close();
    }

    async function reportByMail(): Promise<void> {
      const { instance } = baton;
      const stack = {
        instance,
        ask: (method: string, path: string, asked: Parameters<Witness['ask']>[2] = {}) =>
          fetch(instance.url + path, {
            method,
            redirect: 'manual',
            headers: {
              ...(asked.owner === true ? { authorization: `Bearer ${instance.ownerKey}` } : {}),
              ...asked.headers,
            },
            ...(asked.body === undefined ? {} : { body: asked.body }),
          }),
      };
      const cookie = await ownerIn(stack, 'owner@baton.example');
      expect((await baton.submit(submission(qualified('ada@engines.example')))).status).toBe(201);
      // Of the week that today is in.
      const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
      const headers = { cookie, origin: instance.url, 'content-type': 'application/json' };
      const body = JSON.stringify({ day });
      const sent = await stack.ask('POST', '/api/review/report/send', { headers, body });
      expect(await hold('sendReviewReport', sent)).toMatchObject({ to: 'owner@baton.example' });
      const report = await baton.api(`/api/review/report?day=${day}`);
      expect(report).toMatchObject({ leads: 1 });
      const found = await until('the report is there', () =>
        server.mails.find(({ to, raw }) => to === 'owner@baton.example' && raw.includes('List-Unsubscribe')),
      );
      const mail = await PostalMime.parse(found.raw);
      const numbers = report['numbers'];
      for (const number of Array.isArray(numbers) ? numbers : [])
        expect(mail.text).toContain(String(recordOf(number)['says']));
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const path = new URL(header('list-unsubscribe').replaceAll(/[<>]/g, '')).pathname;
      await hold('quietPage', await stack.ask('GET', path));
      const { nonce } = recordOf(await hold('pressQuiet', await press(stack, `${path}/press`)));
      await hold('beQuiet', await press(stack, path, { nonce: String(nonce), act: 'again' }));
      const stopped = await press(stack, path, { 'List-Unsubscribe': 'One-Click' });
      expect(String(await hold('beQuiet', stopped))).toContain('You do not get it any more');
      const settings = recordOf((await baton.api('/api/review/alerts'))['settings']);
      expect(recordOf(settings['report'])['stopped']).toEqual(['owner@baton.example']);
    }
  });
}
