// Decides from the flags and from what the data folder remembers whether the demo runs and what is imported. Pure.
import type { Flags } from './flags.ts';
import type { HostMemory } from './host-memory.ts';

/** `workspace`: a file's path, the demo's own document, or none; it is imported when it changed. */
export type StartPlan = {
  readonly demo: boolean;
  readonly workspace: { readonly file: string } | 'demo' | null;
};

/** A new data folder is a demo unless a workspace is given; one that was stays one until a flag says otherwise. */
export function planStart(flags: Pick<Flags, 'demo' | 'workspace'>, memory: HostMemory | null): StartPlan {
  const before = memory === null || memory.demo;
  const demo = flags.demo ?? (flags.workspace === null && before);
  if (flags.workspace !== null) return { demo, workspace: { file: flags.workspace } };
  return { demo, workspace: demo ? 'demo' : null };
}
