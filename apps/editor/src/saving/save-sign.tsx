// Whether the draft is kept, in a word; and what is the matter where it is not.
import { Check, CloudOff, CloudUpload } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { Button } from '../parts/button.tsx';
import { refusalInWords } from '../server/refusal.ts';
import type { SaveState } from './save-state.ts';

type Props = {
  readonly saver: { readonly state: StoreApi<SaveState>; readonly flush: () => Promise<void> };
  readonly mayWrite: boolean;
};

export function SaveSign({ saver, mayWrite }: Props) {
  const state = useStore(saver.state);
  if (!mayWrite) return <span className="text-sm text-soft">You may look, not change</span>;
  return (
    <div role="status" className="flex min-w-0 items-center gap-1.5 text-sm text-soft">
      {sign(state, () => void saver.flush())}
    </div>
  );
}

function sign(state: SaveState, again: () => void): ReactNode {
  switch (state.kind) {
    case 'saved':
      return (
        <>
          <Check size={14} aria-hidden="true" className="shrink-0" />{' '}
          <span className="max-sm:sr-only">Saved</span>
        </>
      );
    case 'waiting':
    case 'saving':
      return (
        <>
          <CloudUpload size={14} aria-hidden="true" className="shrink-0" />{' '}
          <span className="max-sm:sr-only">Saving …</span>
        </>
      );
    case 'failing':
    case 'refused':
      return (
        <>
          <CloudOff size={14} aria-hidden="true" className="shrink-0 text-bad" />
          <span className="truncate text-bad" title={refusalInWords(state.error)}>
            Not saved. {refusalInWords(state.error)}
          </span>
          <Button size="small" onClick={again}>
            Save now
          </Button>
        </>
      );
    case 'clashing':
      return <span className="truncate text-bad">Not saved: somebody else changed the same</span>;
  }
}
