// Tells how long the form was in sight before it was sent. Who comes back to what they had begun says nothing: they
// may be done at once.
import type { Part } from '../part.ts';

export const part: Part = ({ address, along, awaited, storage }) => {
  const shown = performance.now();
  if (`baton:${address}` in storage) return;
  awaited.push(async () => {
    along['elapsed'] = Math.round(performance.now() - shown);
  });
};
