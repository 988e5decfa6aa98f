import type { Draft } from '@baton/worker/api-types';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FormDraft } from '../draft/form-draft.ts';
import { Refusal } from '../server/refusal.ts';
import { createFormSaver } from './form-saver.ts';
import type { Kept } from '../saving/save-state.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const base: FormDraft = {
  format: 1,
  id: 'demo',
  name: 'Demo',
  steps: [{ id: 's1', fields: [{ id: 'a', kind: 'text', label: 'A' }] }],
};

const labelled = (label: string, help?: string): FormDraft => ({
  ...base,
  steps: [{ id: 's1', fields: [{ id: 'a', kind: 'text', label, ...(help === undefined ? {} : { help }) }] }],
});

const draftOf = (revision: number, document: FormDraft, author = 'person:eve@engines.example'): Draft => ({
  revision,
  base: 1,
  document,
  at: '2026-11-01T10:00:00.000Z',
  author,
  issues: [],
  warnings: [],
  scheduled: null,
});

/** A worker that holds one draft, as the real one does, and can be out of reach. */
function opened(before: Kept<FormDraft> | null = null) {
  const worker: { draft: Draft; isThere: boolean; sent: number; unscheduled?: Draft['unscheduled'] } = {
    draft: draftOf(0, base),
    isThere: true,
    sent: 0,
  };
  let document = base;
  let kept = before;
  const received: (string | null)[] = [];
  const saver = createFormSaver(
    {
      draft: worker.draft,
      kept: {
        read: () => kept,
        write: (next) => (kept = next),
        clear: () => (kept = null),
      },
      read: () => document,
      receive(draft, author) {
        document = draft;
        received.push(author);
      },
      unplanned: () => received.push('unplanned'),
      async send({ revision, base: from }, body) {
        worker.sent += 1;
        if (!worker.isThere) throw new Refusal(0, 'Nothing came back.', [], undefined);
        if (revision !== worker.draft.revision || from !== worker.draft.base)
          throw new Refusal(409, 'Overtaken.', [], worker.draft);
        worker.draft = draftOf(revision + 1, body, 'person:ada@engines.example');
        return worker.unscheduled === undefined
          ? worker.draft
          : { ...worker.draft, unscheduled: worker.unscheduled };
      },
    },
    base,
  );
  return {
    saver,
    worker,
    received,
    edit: (next: FormDraft): void => {
      document = next;
      saver.changed();
    },
    document: () => document,
    kept: () => kept,
    kind: () => saver.state.getState().kind,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

test('a change is kept on this device at once, and saved soon after the last one', async () => {
  const { edit, worker, kept, kind, pass } = opened();
  edit(labelled('B'));
  expect(kept()?.draft).toEqual(labelled('B'));
  expect(kind()).toBe('waiting');
  await pass(100);
  edit(labelled('C'));
  await pass(300);
  expect(kept()?.draft).toEqual(labelled('C'));
  await pass(200);
  expect(worker.sent).toBe(0);
  await pass(200);
  expect(worker.sent).toBe(1);
  expect(worker.draft.document).toEqual(labelled('C'));
  expect(kind()).toBe('saved');
  expect(kept()).toBeNull();
});

test('while the worker is out of reach it says so, tries again, and loses nothing', async () => {
  const { edit, worker, kept, kind, pass } = opened();
  worker.isThere = false;
  edit(labelled('B'));
  await pass(700);
  expect(kind()).toBe('failing');
  edit(labelled('C'));
  await pass(10_000);
  expect(kind()).toBe('failing');
  expect(worker.sent).toBeGreaterThan(2);
  expect(kept()?.draft).toEqual(labelled('C'));
  worker.isThere = true;
  await pass(30_000);
  expect(kind()).toBe('saved');
  expect(worker.draft.document).toEqual(labelled('C'));
});

test('what others changed meanwhile is taken in, and both are saved', async () => {
  const { edit, worker, received, kind, pass, document } = opened();
  worker.draft = draftOf(1, labelled('A', 'Theirs'));
  edit(labelled('Mine'));
  await pass(700);
  await pass(10);
  expect(received).toEqual(['person:eve@engines.example']);
  expect(document()).toEqual(labelled('Mine', 'Theirs'));
  expect(worker.draft).toMatchObject({ revision: 2, document: labelled('Mine', 'Theirs') });
  expect(kind()).toBe('saved');
});

test('where both changed the same, nothing is sent before somebody has chosen', async () => {
  const { saver, edit, worker, kind, pass } = opened();
  worker.draft = draftOf(1, labelled('Theirs'));
  edit(labelled('Mine'));
  await pass(60_000);
  expect(kind()).toBe('clashing');
  expect(worker.draft.document).toEqual(labelled('Theirs'));
  const sent = worker.sent;
  edit(labelled('Mine, still'));
  await pass(60_000);
  expect(worker.sent).toBe(sent);
  saver.choose(new Map([[JSON.stringify(['fields', 'a', 'label']), 'mine']]));
  await pass(10);
  expect(kind()).toBe('saved');
  expect(worker.draft.document).toEqual(labelled('Mine, still'));
});

test('choosing theirs needs no saving', async () => {
  const { saver, edit, worker, kind, pass, document } = opened();
  worker.draft = draftOf(1, labelled('Theirs'));
  edit(labelled('Mine'));
  await pass(700);
  saver.choose(new Map([[JSON.stringify(['fields', 'a', 'label']), 'theirs']]));
  expect(document()).toEqual(labelled('Theirs'));
  await pass(5000);
  expect(kind()).toBe('saved');
  expect(worker.draft.revision).toBe(1);
});

test('what a crash left on this device comes back and is saved', async () => {
  const { saver, worker, kind, pass, document } = opened({
    revision: 0,
    from: base,
    draft: labelled('Lost?'),
  });
  expect(saver.restore()).toBe(true);
  expect(document()).toEqual(labelled('Lost?'));
  await pass(700);
  expect(worker.draft.document).toEqual(labelled('Lost?'));
  expect(kind()).toBe('saved');
});

test('what is refused for good is not tried over and over, and is not called saved', async () => {
  const send = vi
    .fn<() => Promise<Draft>>()
    .mockRejectedValue(new Refusal(403, 'This is not allowed.', [], null));
  const nowhere = { read: () => null, write: () => undefined, clear: () => undefined };
  const read = (): FormDraft => labelled('B');
  const saver = createFormSaver(
    {
      draft: draftOf(0, base),
      kept: nowhere,
      read,
      receive: () => undefined,
      unplanned: () => undefined,
      send,
    },
    base,
  );
  saver.changed();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(send).toHaveBeenCalledTimes(1);
  expect(saver.state.getState().kind).toBe('refused');
});

test('what the worker made of the draft on request is taken as it is', () => {
  const { saver, worker, kind, document } = opened();
  worker.draft = draftOf(3, labelled('As it was'));
  saver.adopt(worker.draft);
  expect(document()).toEqual(labelled('As it was'));
  expect(kind()).toBe('saved');
  expect(saver.judged.getState().revision).toBe(3);
});

test('a change to a draft that is to go live at an hour says that it does not any more', async () => {
  const { edit, worker, received, pass, saver } = opened();
  const plan = { at: '2026-12-01T08:00:00.000Z', by: 'person:ada@engines.example', revision: 1, note: null };
  saver.adopt({ ...worker.draft, scheduled: plan });
  expect(saver.judged.getState().scheduled).toEqual(plan);
  worker.unscheduled = plan;
  edit(labelled('B'));
  await pass(700);
  expect(received).toContain('unplanned');
  expect(saver.judged.getState().scheduled).toBeNull();
});

test('it is another time once something is sent, is saved, or came from others', async () => {
  const { saver, edit, pass } = opened();
  const times = [saver.epoch];
  edit(labelled('B'));
  const saving = saver.flush();
  times.push(saver.epoch);
  await saving;
  times.push(saver.epoch);
  saver.overtaken(draftOf(7, labelled('B', 'Theirs.')));
  times.push(saver.epoch);
  expect(new Set(times).size).toBe(times.length);
  await pass(10_000);
  expect(saver.epoch).toBe(times.at(-1));
});
