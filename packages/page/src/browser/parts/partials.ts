// A finished step with an address, and with every consent that the form demands, is sent as not final: what somebody
// began is not lost when they leave. It is a favour and never in the way: what fails is not tried again.
import type { Part } from '../part.ts';

export const part: Part = ({ host, payload, along, storage, tokenKey, answers, submissionId, post }) => {
  const fields = payload.logic.steps.flatMap((step) => step.fields);
  host.addEventListener('baton:step', () => {
    const given = answers();
    const isKnown = fields.some(({ kind, id }) => kind === 'email' && given[id]);
    const consents = fields.filter(({ kind, required }) => kind === 'consent' && required);
    if (!isKnown || !consents.every(({ id }) => given[id])) return;
    const visitor = storage[tokenKey] ?? null;
    const { version } = payload;
    const body = { id: submissionId(), version, final: false, answers: given, visitor, ...along };
    void post('submissions', body).catch(() => undefined);
  });
};
