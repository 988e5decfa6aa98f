// The journal of the visit goes along with the answers, and decides with them. It is asked whenever somebody turns to the
// form, and once more when the answers go: whoever keeps it need not know the forms, which come and go.
import { keepJournal } from '../keep-journal.ts';
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = (stage) => {
  const { along, awaited, form, host, payload } = stage;
  const { journal, track, consent } = keepJournal(stage, !!payload.journal);
  const read = () => {
    const { seen, ...kept } = journal();
    along.visit = { ...visitOf(stage, kept.touches.at(-1)), ...kept };
    along.behaviours = seen;
  };
  form.addEventListener('focusin', read);
  awaited.push(read);
  read();
  // On the hosted page this is the form, where a field called `consent` stands in the way.
  Reflect.set(host, 'track', track);
  Reflect.set(host, 'consent', (granted: boolean) => {
    consent(granted);
    // Taken back while the answers are on their way, it is gone from what is tried again.
    read();
  });
};
