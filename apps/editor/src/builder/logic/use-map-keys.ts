// Arrows move over the picture as one sees it: up and down within a column, to the nearest node of the next one.
import { useCallback, type KeyboardEvent } from 'react';
import type { Box, MapLayout } from './map-layout.ts';

const turns: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

export function useMapKeys({ nodes }: MapLayout): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      const turn = turns[event.key];
      const { target, currentTarget } = event;
      const key = target instanceof HTMLElement ? target.dataset['node'] : undefined;
      if (turn === undefined || key === undefined) return;
      const next = neighbour(nodes, key, turn);
      if (next === undefined) return;
      event.preventDefault();
      currentTarget.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
    },
    [nodes],
  );
}

/** The nearest node in that direction; undefined: there is none. */
export function neighbour(
  nodes: ReadonlyMap<string, Box>,
  key: string,
  [right, down]: readonly [number, number],
): string | undefined {
  const from = nodes.get(key);
  if (from === undefined) return undefined;
  const ahead = [...nodes].filter(([, { x, y }]) =>
    right === 0 ? x === from.x && (y - from.y) * down > 0 : (x - from.x) * right > 0,
  );
  const distance = ({ x, y }: Box): number => Math.abs(x - from.x) * 1000 + Math.abs(y - from.y);
  return ahead.toSorted(([, one], [, other]) => distance(one) - distance(other))[0]?.[0];
}
