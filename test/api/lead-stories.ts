// What is asked of leads and deliveries, and the verdict on a lead, from its link to its page's own files.
import { describe, expect, test } from 'vitest';
import { until } from '../faults/until.ts';
import { stranger } from './api-stack.ts';
import { recordOf } from './published-document.ts';
import { asForm, large, notUtf8, textAt, type Witness } from './witness.ts';

export function tellOfLeads({ seen, submit, tokenOf, refusesBodies }: Witness): void {
  describe('leads and deliveries', () => {
    test('in every state', async () => {
      await submit('lead@x.example');
      await submit('lead@x.example', { answers: { email: 'lead@x.example', size: '1-10', name: 'L' } });
      await submit('student@x.example', {
        answers: { email: 'student@x.example', size: '1-10', role: 'student' },
      });
      await tokenOf('lead@x.example');
      const list = await seen('listLeads', 200, 'GET', '/api/leads?limit=2', { owner: true });
      const { next } = recordOf(list);
      expect(next).toEqual(expect.stringMatching(/^lead_/));
      await seen('listLeads', 200, 'GET', `/api/leads?limit=200&before=${String(next)}`, { owner: true });
      const one = recordOf(
        await seen('listLeads', 200, 'GET', '/api/leads?email=LEAD@x.example', { owner: true }),
      );
      const [found] = Array.isArray(one['leads']) ? one['leads'] : [];
      const id = textAt(found, 'id');
      expect(await seen('readLead', 200, 'GET', `/api/leads/${id}`, { owner: true })).toEqual(found);
      await seen('readLead', 404, 'GET', '/api/leads/lead_nobody', { owner: true });
      await seen('listSubmissions', 200, 'GET', '/api/submissions?limit=200', { owner: true });
      await seen('listSubmissions', 200, 'GET', '/api/submissions?state=quarantined', { owner: true });
      await seen('listDeliveries', 200, 'GET', '/api/deliveries?limit=200', { owner: true });
      await seen('listDeliveries', 200, 'GET', `/api/deliveries?lead=${id}`, { owner: true });
    });

    test('a delivery that was refused for good is sent again', async () => {
      await submit('gone@x.example');
      const id = await until('a disabled delivery', async () => {
        const list = await seen('listDeliveries', 200, 'GET', '/api/deliveries?state=disabled', {
          owner: true,
        });
        const { deliveries } = recordOf(list);
        return Array.isArray(deliveries) && deliveries[0] !== undefined ? textAt(deliveries[0], 'id') : null;
      });
      await seen('replayDelivery', 202, 'POST', `/api/deliveries/${id}/replay`, { owner: true });
      await seen('replayDelivery', 409, 'POST', '/api/deliveries/msg_nothing/replay', { owner: true });
    });

    test('what a lead did elsewhere', async () => {
      await submit('webinar@x.example');
      const json = { email: 'Webinar@x.example', event: 'webinar_attended', at: '2026-11-01T10:00:00+01:00' };
      await seen('reportBehaviour', 202, 'POST', '/api/behaviours', { owner: true, json });
      await seen('reportBehaviour', 202, 'POST', '/api/behaviours', {
        owner: true,
        json: { ...json, at: 1_793_000_000_000 },
      });
      await refusesBodies('reportBehaviour', 'POST', '/api/behaviours', true);
      await seen('reportBehaviour', 401, 'POST', '/api/behaviours', { json });
      await seen('reportBehaviour', 404, 'POST', '/api/behaviours', {
        owner: true,
        json: { ...json, email: 'no@x.example' },
      });
      await seen('reportBehaviour', 413, 'POST', '/api/behaviours', {
        owner: true,
        json: { ...json, large },
      });
    });

    test('refuse', async () => {
      for (const [operation, path] of [
        ['listLeads', '/api/leads'],
        ['readLead', '/api/leads/x'],
        ['listSubmissions', '/api/submissions'],
        ['listDeliveries', '/api/deliveries'],
      ] as const) {
        await seen(operation, 401, 'GET', path);
      }
      await seen('replayDelivery', 401, 'POST', '/api/deliveries/x/replay');
      const limit = await seen('listLeads', 422, 'GET', '/api/leads?limit=0', { owner: true });
      expect(limit).toMatchObject({
        issues: [{ code: 'too_small', path: ['query', 'limit'], params: { min: 1 } }],
      });
      for (const [operation, path] of [
        ['listLeads', '/api/leads'],
        ['listSubmissions', '/api/submissions'],
        ['listDeliveries', '/api/deliveries'],
      ] as const) {
        expect(await seen(operation, 422, 'GET', `${path}?before=7`, { owner: true })).toMatchObject({
          issues: [{ code: 'unknown_id', path: ['query', 'before'] }],
        });
      }
      await seen('listSubmissions', 422, 'GET', '/api/submissions?state=lost', { owner: true });
      await seen('listDeliveries', 422, 'GET', '/api/deliveries?limit=999&state=lost', { owner: true });
    });
  });

  describe('a verdict', () => {
    async function press(token: string): Promise<string> {
      return textAt(await seen('pressVerdict', 200, 'POST', `/v/${token}/press`), 'nonce');
    }

    async function give(token: string, values: Readonly<Record<string, string>>): Promise<void> {
      const nonce = await press(token);
      const body = new URLSearchParams({ nonce, ...values }).toString();
      await seen('giveVerdict', 200, 'POST', `/v/${token}`, { headers: asForm, body });
    }

    async function verdictOf(email: string): Promise<unknown> {
      const list = await seen('listLeads', 200, 'GET', `/api/leads?email=${email}`, { owner: true });
      const { leads } = recordOf(list);
      const { handoffs } = recordOf(Array.isArray(leads) ? leads[0] : null);
      return recordOf(Array.isArray(handoffs) ? handoffs[0] : null)['verdict'];
    }

    test('accepted, taken back, rejected', async () => {
      await submit('verdict@x.example');
      const token = await tokenOf('verdict@x.example');
      await seen('verdictPage', 200, 'GET', `/v/${token}`);
      await give(token, { act: 'accept' });
      expect(await verdictOf('verdict@x.example')).toMatchObject({ kind: 'accepted', by: 'destination:crm' });
      await give(token, { act: 'undo' });
      expect(await verdictOf('verdict@x.example')).toBeNull();
      await give(token, { act: 'reject', reason: 'too_small', note: 'One person.' });
      expect(await verdictOf('verdict@x.example')).toMatchObject({ kind: 'rejected', reason: 'too_small' });
      await give(token, { act: 'accept' });
    });

    test('refused', async () => {
      await submit('strange@x.example');
      const token = await tokenOf('strange@x.example');
      await seen('verdictPage', 404, 'GET', '/v/forged');
      await seen('pressVerdict', 404, 'POST', '/v/forged/press');
      await seen('pressVerdict', 403, 'POST', `/v/${token}/press`, { headers: { origin: stranger } });
      await seen('giveVerdict', 404, 'POST', '/v/forged', { headers: asForm, body: 'act=accept' });
      await seen('giveVerdict', 400, 'POST', `/v/${token}`, { headers: asForm, body: notUtf8 });
      await seen('giveVerdict', 413, 'POST', `/v/${token}`, { headers: asForm, body: `note=${large}` });
      expect(await verdictOf('strange@x.example')).toBeNull();
    });

    test('its page’s own files', async () => {
      await seen('verdictStyles', 200, 'GET', '/v/page.css');
      await seen('verdictScript', 200, 'GET', '/v/page.js');
    });
  });
}
