// The journal of the visit goes along with the answers, and decides with them.
import { keepJournal } from '../keep-journal.ts';
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = (stage) => {
  const { along, host, payload, storage, tokenKey, update } = stage;
  const keeper = keepJournal(stage, payload.journal === 'consent', ({ touches, visits, seen }) => {
    along.visit = { ...visitOf(tokenKey in storage, touches.at(-1)), touches, visits };
    along.behaviours = seen;
    update();
  });
  // On the hosted page this is the form, where a field called `consent` stands in the way.
  for (const [name, act] of Object.entries(keeper)) Reflect.set(host, name, act);
};
