// A finished step with an address, and with every consent that the form demands, is sent as not final: what somebody
// began is not lost when they leave. It is a favour and never in the way: what fails is not tried again.
import type { Part } from '../part.ts';

export const part: Part = (stage) => {
  const { form, host, payload, along, awaited, storage, tokenKey, draftKey } = stage;
  const { taken, submissionId, renew, post } = stage;
  let isTyped = false;
  // What was sent may leave its instant behind, and nothing else.
  const isThere = () => (storage[draftKey] ?? '').includes(',');
  let isKept = isThere();
  // Two tabs share a draft and the id under which it was begun. Once one has sent it, what was typed in the other is
  // another submission: under the same id it would be taken for the first one come again.
  const look = () => {
    if (isTyped && isKept && !isThere()) renew();
    isKept = isThere();
  };
  // Before the form itself hears of it and keeps the draft anew.
  const type = () => {
    isTyped = true;
    look();
  };
  form.addEventListener('input', type, true);
  awaited.push(async () => look());
  const fields = payload.logic.steps.flatMap((step) => step.fields);
  host.addEventListener('baton:step', () => {
    look();
    const given = taken();
    const isKnown = fields.some(({ kind, id }) => kind === 'email' && given[id]);
    const consents = fields.filter(({ kind, required }) => kind === 'consent' && required);
    if (!isKnown || !consents.every(({ id }) => given[id])) return;
    const visitor = storage[tokenKey] ?? null;
    const { version } = payload;
    const body = { id: submissionId(), version, final: false, answers: given, visitor, ...along };
    void post('submissions', body).catch(() => undefined);
  });
};
