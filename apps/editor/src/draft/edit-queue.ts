// The questions that are asked in their turn. Their order is that of the form: to change it, fields change places.
import type { DraftField, FormDraft } from './form-draft.ts';
import { readsAhead } from './condition-places.ts';
import { fieldsOf } from './places.ts';

/** Fields that wait for their turn, in the order in which they get it. */
export function queueOf(draft: FormDraft): readonly DraftField[] {
  return fieldsOf(draft).filter(({ ask, kind }) => ask === 'progressive' && isAsked(kind));
}

/** Whether visitors are asked anything by a field of this kind. */
export function isAsked(kind: DraftField['kind']): boolean {
  return kind !== 'hidden' && kind !== 'statement';
}

/**
 * One of the queue at another place of it. The fields of the queue change places among themselves, and all others stay
 * where they are: no step gets longer.
 */
export function moveInQueue(draft: FormDraft, id: string, to: number): FormDraft {
  const queue = queueOf(draft);
  const at = queue.findIndex((field) => field.id === id);
  const moved = queue[at];
  if (moved === undefined || to < 0 || to >= queue.length || to === at) return draft;
  const order = queue.toSpliced(at, 1).toSpliced(to, 0, moved);
  const waiting = new Set(queue);
  let next = 0;
  const steps = draft.steps.map((step) => {
    const fields = step.fields.map((field) => (waiting.has(field) ? (order[next++] ?? field) : field));
    return fields.every((field, index) => field === step.fields[index]) ? step : { ...step, fields };
  });
  return { ...draft, steps };
}

/** Fields that would come to read what stands behind them, as an order of the queue would have it. */
export function newlyAhead(before: FormDraft, after: FormDraft): ReturnType<typeof readsAhead> {
  const known = new Set(readsAhead(before).map(({ place, reads }) => `${place.kind} ${place.id} ${reads}`));
  return readsAhead(after).filter(({ place, reads }) => !known.has(`${place.kind} ${place.id} ${reads}`));
}
