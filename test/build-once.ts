// Builds what the tests run against before any of them starts: the form's script and the worker's bundle.
import { build } from '@baton/host/build';

export async function setup(): Promise<void> {
  await build();
}
