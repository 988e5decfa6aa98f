// Which key does what in the inbox.
import { useKeys } from '../parts/use-keys.ts';

export type InboxKeys = {
  readonly move: (by: 1 | -1) => void;
  readonly select: () => void;
  readonly accept: () => void;
  readonly reject: () => void;
  readonly assign: () => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly leave: () => void;
};

export function useInboxKeys(keys: InboxKeys): void {
  const down = (): void => keys.move(1);
  const up = (): void => keys.move(-1);
  useKeys({
    j: down,
    ArrowDown: down,
    k: up,
    ArrowUp: up,
    x: keys.select,
    a: keys.accept,
    r: keys.reject,
    e: keys.assign,
    '/': keys.search,
    '?': keys.help,
    Escape: keys.leave,
  });
}
