// The journal of the visit goes along with the answers, and decides with them.
import { keepJournal } from '../keep-journal.ts';
import type { Part } from '../part.ts';
import { visitOf } from '../visit.ts';

export const part: Part = (stage) => {
  const { along, host, payload, storage, tokenKey, update } = stage;
  const { read, track, consent } = keepJournal(stage, payload.journal === 'consent');
  const refresh = () => {
    const { touches, visits, seen } = read();
    along.visit = { ...visitOf(tokenKey in storage, touches.at(-1)), touches, visits };
    along.behaviours = seen;
  };
  refresh();
  // On the hosted page this is the form, where a field called `consent` stands in the way.
  Reflect.set(host, 'track', (event: string) => {
    track(event);
    refresh();
  });
  Reflect.set(host, 'consent', (granted: boolean) => {
    consent(granted);
    refresh();
    update();
  });
};
