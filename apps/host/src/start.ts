// `npm start`: builds what is stale and runs Baton on plain workerd, everything embedded.
import { build } from './build.ts';
import { startInstance } from './instance.ts';
import { run } from './run.ts';

await run(async (options, say) => {
  const bundle = await build({ onBuild: () => say('Building …') });
  if (!bundle.fresh) say(`Built in ${bundle.seconds.toFixed(1)} s.`);
  return startInstance({ ...options, bundle });
});
