// Lists that hold the same are one list: whoever is given it again has nothing to draw.
import { useRef } from 'react';

/** Gives the list that was given before, where the new one holds the same in the same order. */
export function useSameList<T>(): (list: readonly T[]) => readonly T[] {
  const last = useRef<readonly T[]>([]);
  return (list) => {
    if (!holdsTheSame(list, last.current)) last.current = list;
    return last.current;
  };
}

export function holdsTheSame<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
