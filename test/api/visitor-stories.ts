// What visitors and the websites around them ask for: a form in all its shapes, what is sent, what is asked next.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ourWebsite, qualified, stranger, type Ask } from './api-stack.ts';
import { asForm, large, notUtf8, textAt, type Witness } from './witness.ts';

export function tellOfVisitors({ seen, ask, hold, stack, submit, refusesBodies }: Witness): void {
  describe('a form', () => {
    test.each([
      ['formPage', '/f/demo?', '/f/nobody'],
      ['formScript', '/f/demo.js?api', '/f/nobody.js'],
      ['formPart', '/f/parts/api.js?', '/f/parts/nothing.js'],
    ])('%s', async (operation, path, missing) => {
      const first = await ask('GET', `${path}&lang=de`);
      await hold(operation, first);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      await seen(operation, 304, 'GET', `${path}&lang=de`, { headers });
      await seen(operation, operation === 'formScript' ? 200 : 404, 'GET', missing);
    });

    test('work to be done before sending', async () => {
      await seen('challenge', 200, 'GET', '/f/working/challenge');
      await seen('challenge', 403, 'GET', '/f/working/challenge', { headers: { origin: stranger } });
      await seen('challenge', 404, 'GET', '/f/demo/challenge');
    });

    test('without JavaScript', async () => {
      const post = (email: string): Ask => ({
        headers: asForm,
        body: new URLSearchParams({ email, size: '1-10', role: 'other' }).toString(),
      });
      await seen('postForm', 200, 'POST', '/f/demo', post('plain@x.example'));
      const away = await ask('POST', '/f/elsewhere', post('away@x.example'));
      expect(away.headers.get('location')).toBe('https://www.example.com/thanks');
      expect(away.status).toBe(303);
      await hold('postForm', away);
      await seen('postForm', 400, 'POST', '/f/demo', { headers: asForm, body: notUtf8 });
      const strange = { ...post('a@x.example'), headers: { ...asForm, origin: stranger } };
      await seen('postForm', 403, 'POST', '/f/ours', strange);
      await seen('postForm', 404, 'POST', '/f/nobody', post('a@x.example'));
      await seen('postForm', 413, 'POST', '/f/demo', { headers: asForm, body: `email=${large.repeat(3)}` });
      await seen('postForm', 415, 'POST', '/f/demo', { json: {} });
      await seen('postForm', 422, 'POST', '/f/demo', post('not an address'));
    });

    test('without JavaScript, step by step', async () => {
      const post = (form: string, email: string, role: string): Promise<Response> =>
        ask('POST', `/f/${form}`, {
          headers: asForm,
          body: new URLSearchParams({
            baton_step: 's1',
            baton_shown: 'email name size role',
            email,
            role,
            size: '1-10',
          }).toString(),
        });
      const again = await post('demo', 'not an address', 'other');
      expect(again.status).toBe(422);
      await hold('postForm', again);
      const more = await post('demo', 'step@x.example', 'manager');
      expect(more.status).toBe(200);
      await hold('postForm', more);
      for (const form of ['demo', 'elsewhere']) {
        const sent = await post(form, 'step@x.example', 'other');
        expect(sent.status).toBe(303);
        await hold('postForm', sent);
        const place = sent.headers.get('location') ?? '';
        if (form === 'demo') await seen('formSent', 200, 'GET', place);
      }
      const json = qualified('led@x.example');
      const reply = await seen('submit', 201, 'POST', '/f/elsewhere/submissions', { json });
      await seen('formSent', 303, 'GET', `/f/elsewhere/sent/${textAt(reply, 'submission')}`);
      await seen('formSent', 404, 'GET', '/f/demo/sent/sub_nobody');
      await seen('formSent', 404, 'GET', '/f/nobody/sent/sub_nobody');
    });
  });

  describe('submissions', () => {
    test('stored, sent again, not yet sent, and quarantined', async () => {
      const body = qualified('again@x.example');
      const first = await seen('submit', 201, 'POST', '/f/demo/submissions', { json: body });
      expect(await seen('submit', 200, 'POST', '/f/demo/submissions', { json: body })).toEqual(first);
      await submit('partial@x.example', { final: false });
      await submit('trap@x.example', { trap: 'filled in' });
      await seen('submit', 201, 'POST', '/f/elsewhere/submissions', { json: qualified('show@x.example') });
    });

    test('refused', async () => {
      await refusesBodies('submit', 'POST', '/f/demo/submissions');
      const json = qualified('refused@x.example');
      await seen('submit', 403, 'POST', '/f/ours/submissions', { json, headers: { origin: stranger } });
      await seen('submit', 201, 'POST', '/f/ours/submissions', { json, headers: { origin: ourWebsite } });
      const unused = { ...json, id: randomUUID() };
      await seen('submit', 404, 'POST', '/f/nobody/submissions', { json: unused });
      await seen('submit', 413, 'POST', '/f/demo/submissions', { json: { ...unused, large } });
      const answers = { email: 'x', size: 'huge', team: 'many' };
      const faults = await seen('submit', 422, 'POST', '/f/demo/submissions', {
        json: { ...unused, answers },
      });
      expect(faults).toMatchObject({
        issues: [
          { code: 'not_email', path: ['answers', 'email'] },
          { code: 'not_an_option', path: ['answers', 'size'] },
        ],
      });
      const shape = {
        id: 'x',
        answers: {},
        behaviours: {},
      };
      expect(await seen('submit', 422, 'POST', '/f/demo/submissions', { json: shape })).toMatchObject({
        issues: [{ code: 'not_a_uuid', path: ['id'] }, { path: ['behaviours'] }],
      });
    });
  });

  describe('a visitor', () => {
    test('is asked what is not known', async () => {
      const { visitor } = await submit('known@x.example');
      await seen('nextQuestions', 200, 'POST', '/f/demo/next', { json: { visitor } });
      const next = await ask('POST', '/f/demo/next', { json: {} });
      expect(next.headers.get('cache-control')).toBe('no-store');
      await hold('nextQuestions', next);
      const behaviours = [{ path: '/pricing', at: new Date().toISOString() }];
      await seen('reportBehaviours', 202, 'POST', '/f/demo/behaviours', { json: { visitor, behaviours } });
      await seen('count', 202, 'POST', '/f/demo/counts', { json: { event: 'view', version: 1 } });
    });

    test.each([
      ['nextQuestions', 'next', {}],
      ['reportBehaviours', 'behaviours', { behaviours: [] }],
      ['count', 'counts', { event: 'view', version: 1 }],
    ])('%s refuses', async (operation, path, json) => {
      await refusesBodies(operation, 'POST', `/f/demo/${path}`);
      await seen(operation, 403, 'POST', `/f/ours/${path}`, { json, headers: { origin: stranger } });
      await seen(operation, 404, 'POST', `/f/nobody/${path}`, { json });
      await seen(operation, 413, 'POST', `/f/demo/${path}`, { json: { ...json, large } });
    });

    test.each([
      ['submissions', () => qualified(`${randomUUID()}@x.example`)],
      ['next', () => ({})],
      ['behaviours', () => ({ behaviours: [] })],
      ['counts', () => ({ event: 'view', version: 1 })],
    ])('sends to /%s from every website, or from those that the form names', async (path, json) => {
      const readers = async (form: string, origin: string | null): Promise<(number | string | null)[]> => {
        const headers = origin === null ? {} : { origin };
        const answer = await ask('POST', `/f/${form}/${path}`, { json: json(), headers });
        await answer.text();
        return [Math.floor(answer.status / 100), answer.headers.get('access-control-allow-origin')];
      };
      const own = new URL(stack().instance.url).origin;
      expect(await readers('demo', stranger)).toEqual([2, stranger]);
      expect(await readers('ours', ourWebsite)).toEqual([2, ourWebsite]);
      expect(await readers('ours', stranger)).toEqual([4, null]);
      for (const form of ['demo', 'ours']) {
        expect(await readers(form, own)).toEqual([2, null]);
        expect(await readers(form, null)).toEqual([2, null]);
      }
    });
  });
}
