// Builds what the tests run against before any of them starts: the form's script and the worker's bundle. Whoever names
// nothing but files that need neither, such as those of the Desk on Node, does not wait for them.
import { build } from '@baton/host/build';

const alone =
  /^(test\/(desk|gate)\/|packages\/(agreement|calibration|derive|review|rules|schema|workspace)\/)/;

export async function setup(): Promise<void> {
  const named = process.argv.filter((word) => /^(test|packages|apps)\/(?!vitest\.config)/.test(word));
  if (named.length > 0 && named.every((path) => alone.test(path))) return;
  await build();
}
