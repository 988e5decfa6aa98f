// `npm run dev`: Baton under `wrangler dev`; changed code is loaded at once, the editor's when its page is reloaded.
import { watchEditor } from '@baton/editor/build';
import { repository } from './build-runtime.ts';
import { startDevInstance } from './dev-instance.ts';
import { run } from './run.ts';

await run(async (options, say) => {
  // wrangler looks for the editor's files when it starts.
  await watchEditor(repository, say);
  return startDevInstance(options);
});
