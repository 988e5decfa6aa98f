// The journal of the visit goes along with the answers, and decides with them.
import { keepJournal } from '../keep-journal.ts';
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = (stage) => {
  const { along, host, payload, update } = stage;
  const { track, consent } = keepJournal(stage, !!payload.journal, ({ seen, ...kept }) => {
    along.visit = { ...visitOf(stage, kept.touches.at(-1)), ...kept };
    along.behaviours = seen;
    update();
    return true;
  });
  // On the hosted page this is the form, where a field called `consent` stands in the way.
  Reflect.set(host, 'track', track);
  Reflect.set(host, 'consent', consent);
};
