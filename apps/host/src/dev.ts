// `npm run dev`: Baton under `wrangler dev`; changed code is loaded at once.
import { startDevInstance } from './dev-instance.ts';
import { run } from './run.ts';

await run((options) => startDevInstance(options));
