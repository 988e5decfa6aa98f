// Where a destination is reached.
import type { Destination } from '@baton/workspace';

/** A web or e-mail address. */
export function targetOf(destination: Destination): string {
  return destination.kind === 'email' ? destination.to : destination.url;
}
