// workerd does not lock its data folder: two that share one corrupt it without a word. So a folder has one holder.
import { join } from 'node:path';
import { type Holder, takeLock } from './lock.ts';
import { PlainError } from './plain-error.ts';

/** Another process runs on this data folder; `message` is for the person who started the second. */
export class FolderHeld extends PlainError {
  readonly holder: Holder;
  constructor(data: string, holder: Holder) {
    super(
      `Baton already runs on ${data}: process ${holder.pid}, since ${holder.since}. ` +
        'Stop it first, or choose another folder with --data.',
    );
    this.holder = holder;
  }
}

/** Holds a data folder until released. Throws `FolderHeld`. */
export async function lockFolder(data: string): Promise<{ readonly release: () => Promise<void> }> {
  const lock = await takeLock(join(data, 'lock'));
  if ('heldBy' in lock) throw new FolderHeld(data, lock.heldBy);
  return lock;
}
