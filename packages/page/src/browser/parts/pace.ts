// Tells how long the form was in sight before it was sent. On a page of its own it is there before this script, which a
// slow line brings late: what counts there is when the page was gone to. Who comes back to what they had begun says nothing: they
// may be done at once.
import type { Part } from '../part.ts';

export const part: Part = ({ address, along, awaited, form, host, storage }) => {
  const shown = form === host ? 0 : performance.now();
  if (`baton:${address}` in storage) return;
  awaited.push(async () => {
    along['elapsed'] = Math.round(performance.now() - shown);
  });
};
