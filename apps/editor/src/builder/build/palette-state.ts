// Whether kinds of fields are offered, and where what is picked would go.
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Gap } from '../../draft/places.ts';

/** `gap` null: behind what is selected. */
export type PaletteState = { readonly isOpen: boolean; readonly gap: Gap | null };

export const closedPalette: PaletteState = { isOpen: false, gap: null };

export const PaletteContext = createContext<StoreApi<PaletteState> | null>(null);

export function usePalette(): StoreApi<PaletteState> {
  const palette = use(PaletteContext);
  if (palette === null) throw new Error('This belongs inside the build tab.');
  return palette;
}

/** Whether what is picked would go into this gap. */
export function useIsWanted(step: string, index: number): boolean {
  return useStore(usePalette(), ({ gap }) => gap !== null && gap.step === step && gap.index === index);
}
