// Where what is dragged would go: before or behind the field that is below it.
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Gap } from '../../draft/places.ts';

export type Aim = { readonly gap: Gap | null };

export const AimContext = createContext<StoreApi<Aim> | null>(null);

/** Whether what is dragged would go into this gap. */
export function useIsAim(step: string, index: number): boolean {
  const aim = use(AimContext);
  if (aim === null) throw new Error('This belongs inside a drag space.');
  return useStore(aim, ({ gap }) => gap !== null && gap.step === step && gap.index === index);
}

/** What a place on the screen says of itself: a field, or the end of a step. */
export type DropData = Gap & { readonly isEnd: boolean };

export function isDropData(data: object): data is DropData {
  return 'step' in data && 'index' in data && 'isEnd' in data;
}

/** @param y where the pointer is; `middle`: of the field below it, in the same pixels */
export function gapAt({ step, index, isEnd }: DropData, y: number, middle: number): Gap {
  return { step, index: isEnd || y < middle ? index : index + 1 };
}
