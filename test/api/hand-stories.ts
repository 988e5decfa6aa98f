// What people do with a lead, as the API tells it: verdict, stages, notes, questions, and everything in its order.
import { expect, test } from 'vitest';
import { isRecord } from '@baton/schema';
import { recordOf } from './published-document.ts';
import { asJson, large, textAt, type Witness } from './witness.ts';

export function tellOfHands({ seen, submit, refusesBodies }: Witness): void {
  const owned: Witness['seen'] = (operation, status, method, path, ask = {}) =>
    seen(operation, status, method, path, { owner: true, ...ask });

  async function leadOf(email: string): Promise<{ readonly id: string; readonly handoff: string }> {
    const { leads } = recordOf(await owned('listLeads', 200, 'GET', `/api/leads?email=${email}`));
    const lead: unknown = Array.isArray(leads) ? leads[0] : null;
    const { handoffs } = recordOf(lead);
    return { id: textAt(lead, 'id'), handoff: textAt(Array.isArray(handoffs) ? handoffs[0] : null, 'id') };
  }

  test('is accepted once, taken back, rejected, and says who was first', async () => {
    await submit('hands@x.example');
    const { handoff } = await leadOf('hands@x.example');
    const path = `/api/handoffs/${handoff}/verdict`;
    const json = { kind: 'accepted' };
    expect(await owned('giveVerdictByApi', 200, 'POST', path, { json })).toMatchObject({
      verdict: { kind: 'accepted', by: 'owner' },
      undoUntil: expect.stringContaining('T'),
    });
    const rejected = { kind: 'rejected', reason: 'too_small', note: 'Three people.' };
    expect(await owned('giveVerdictByApi', 409, 'POST', path, { json: rejected })).toMatchObject({
      verdict: { kind: 'accepted', byName: 'owner' },
    });
    await owned('undoVerdictByApi', 200, 'POST', `${path}/undo`);
    await owned('undoVerdictByApi', 409, 'POST', `${path}/undo`);
    const unknown = { kind: 'rejected', reason: 'weather' };
    expect(await owned('giveVerdictByApi', 422, 'POST', path, { json: unknown })).toMatchObject({
      issues: [{ code: 'unknown_reason', path: ['reason'] }],
    });
    await owned('giveVerdictByApi', 200, 'POST', path, { json: rejected });
    await owned('giveVerdictByApi', 404, 'POST', '/api/handoffs/hand_none/verdict', { json });
    await owned('undoVerdictByApi', 404, 'POST', '/api/handoffs/hand_none/verdict/undo');
    await seen('undoVerdictByApi', 401, 'POST', `${path}/undo`);
  });

  test('goes from stage to stage, with what it is worth, and all of it is in its timeline', async () => {
    await submit('stages@x.example');
    const { id, handoff } = await leadOf('stages@x.example');
    const path = `/api/leads/${id}/stage`;
    await owned('moveStage', 409, 'POST', path, { json: { stage: 'sql' } });
    const verdict = { json: { kind: 'accepted' } };
    await owned('giveVerdictByApi', 200, 'POST', `/api/handoffs/${handoff}/verdict`, verdict);
    await owned('moveStage', 200, 'POST', path, { json: { stage: 'contacted' } });
    expect(await owned('moveStage', 409, 'POST', path, { json: { stage: 'won' } })).toMatchObject({
      detail: expect.stringContaining('SQL or lost'),
    });
    await owned('moveStage', 200, 'POST', path, { json: { stage: 'sql' } });
    const opportunity = { stage: 'opportunity', amount: 12_000, currency: 'EUR' };
    await owned('moveStage', 422, 'POST', path, { json: { ...opportunity, currency: null } });
    expect(await owned('moveStage', 200, 'POST', path, { json: opportunity })).toMatchObject({
      stage: 'opportunity',
      amount: 12_000,
      next: ['opportunity', 'won', 'lost'],
    });
    await owned('moveStage', 422, 'POST', path, { json: { stage: 'lost' } });
    await owned('moveStage', 200, 'POST', path, { json: { stage: 'won', reason: 'Price.' } });
    await owned('moveStage', 200, 'POST', path, { json: { stage: 'sql', correct: true } });
    expect(await owned('readLead', 200, 'GET', `/api/leads/${id}`)).toMatchObject({
      stage: 'sql',
      amount: 12_000,
    });
    await owned('moveStage', 404, 'POST', '/api/leads/lead_none/stage', { json: { stage: 'sql' } });

    const kinds: unknown[] = [];
    for (let before = ''; ;) {
      const timeline = `/api/leads/${id}/timeline?limit=3${before}`;
      const { events, next } = recordOf(await owned('readTimeline', 200, 'GET', timeline));
      for (const event of Array.isArray(events) ? events : []) kinds.push(recordOf(event)['kind']);
      if (typeof next !== 'string') break;
      before = `&before=${encodeURIComponent(next)}`;
    }
    expect(kinds.filter((kind) => kind === 'stage')).toHaveLength(7);
    for (const kind of ['visit', 'submission', 'handoff', 'verdict', 'delivery'])
      expect(kinds).toContain(kind);
    await owned('readTimeline', 404, 'GET', '/api/leads/lead_none/timeline');
    await owned('readTimeline', 422, 'GET', `/api/leads/${id}/timeline?before=nothing`);
    await seen('readTimeline', 401, 'GET', `/api/leads/${id}/timeline`);
  });

  test('is spoken of: a question to the other side, and its answer', async () => {
    await submit('notes@x.example');
    const { id } = await leadOf('notes@x.example');
    const path = `/api/leads/${id}/notes`;
    await owned('writeNote', 201, 'POST', path, { json: { text: 'A note.' } });
    const json = { text: 'Is this the size?', field: 'company_size' };
    const asked = await owned('writeNote', 201, 'POST', path, { json });
    expect(asked).toMatchObject({ to: 'marketing', answeredAt: null, age: { ms: expect.any(Number) } });
    await owned('writeNote', 422, 'POST', path, { json: { ...json, field: 'weather' } });
    await owned('writeNote', 404, 'POST', '/api/leads/lead_none/notes', { json: { text: 'x' } });
    const open = await owned('listQuestions', 200, 'GET', `/api/questions?open=true&to=marketing&lead=${id}`);
    expect(open).toMatchObject({
      questions: [{ id: textAt(asked, 'id') }],
      open: { marketing: { waiting: 1 } },
    });
    const answer = `/api/notes/${textAt(asked, 'id')}/answer`;
    // The owner key has asked; its own word is no answer.
    const own = await owned('answerNote', 201, 'POST', answer, { json: { text: 'Anybody?' } });
    expect(own).toMatchObject({ answeredAt: null, answers: [{ text: 'Anybody?' }] });
    const answers = isRecord(own) && Array.isArray(own['answers']) ? own['answers'] : [];
    const further = `/api/notes/${textAt(answers[0], 'id')}/answer`;
    await owned('answerNote', 409, 'POST', further, { json: { text: 'No.' } });
    await owned('answerNote', 404, 'POST', '/api/notes/note_none/answer', { json: { text: 'No.' } });
    await owned('listQuestions', 422, 'GET', '/api/questions?before=note_none');
    await seen('listQuestions', 401, 'GET', '/api/questions');
    const timeline = await owned('readTimeline', 200, 'GET', `/api/leads/${id}/timeline?limit=200`);
    const { events } = recordOf(timeline);
    expect(events).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'answer', text: 'Anybody?' }),
        expect.objectContaining({ kind: 'note' }),
      ]),
    );
  });

  test('refuses bodies that say nothing', async () => {
    for (const [operation, path] of [
      ['giveVerdictByApi', '/api/handoffs/hand_none/verdict'],
      ['moveStage', '/api/leads/lead_none/stage'],
      ['writeNote', '/api/leads/lead_none/notes'],
      ['answerNote', '/api/notes/note_none/answer'],
    ] as const) {
      await refusesBodies(operation, 'POST', path, true);
      await owned(operation, 413, 'POST', path, { body: JSON.stringify({ large }), headers: asJson });
      await seen(operation, 401, 'POST', path, { json: {} });
    }
  });
}
