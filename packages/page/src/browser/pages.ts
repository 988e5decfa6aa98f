// The script of pages without a form, `<script async src="https://baton.example/f/demo.js?journal">`: it keeps the
// journal and nothing else. `window.Baton` takes `track` and `consent` here; other calls stay queued for a form's script.
import { address } from './address.ts';
import { keepJournal } from './keep-journal.ts';
import { payload } from './payload.ts';
import { post } from './post.ts';
import { storage, store } from './storage.ts';

const tokenKey = `baton:${new URL(address).origin}`;
const { track, consent } = keepJournal({ storage, store, tokenKey, post }, payload.journal === 'consent');

const queued: unknown = Reflect.get(window, 'Baton');
const acts: Readonly<Record<string, (value: unknown) => void>> = {
  track: (event) => track(String(event)),
  consent: (granted) => consent(granted === true),
};
const queue: unknown[] = Array.isArray(queued) ? queued : [];
const push = (asked: unknown) => {
  const act = Array.isArray(asked) && acts[String(asked[0])];
  if (act) act(asked[1]);
  else queue[queue.length] = asked;
};
if (!queued || Array.isArray(queued)) {
  const early = queue.splice(0);
  Object.assign(window, { Baton: Object.assign(queue, acts, { push }) });
  early.forEach(push);
}
