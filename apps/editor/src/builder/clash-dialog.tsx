// Two people changed the same thing: they are asked, in a window that is loaded when that happens.
import { Suspense } from 'react';
import { useStore } from 'zustand';
import { useBuilder } from './builder-context.ts';
import { later } from '../parts/later.tsx';

const ClashChoosing = later(async () => (await import('./clash-choosing.tsx')).ClashChoosing);

export function ClashDialog() {
  const { saver } = useBuilder();
  const state = useStore(saver.state);
  if (state.kind !== 'clashing') return null;
  return (
    <Suspense>
      <ClashChoosing key={JSON.stringify(state.clashes)} clashes={state.clashes} author={state.author} />
    </Suspense>
  );
}
