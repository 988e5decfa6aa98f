// What was just done, said once at the edge of the screen; with a way back where there is one.
import { createContext, Suspense, use, useEffect, useState, type ReactNode } from 'react';
import { createVoice, type Say, type Voice } from './voice.ts';
import { later } from './later.tsx';

const Toasts = later(async () => (await import('./toasts.tsx')).Toasts);

const VoiceContext = createContext<Voice | null>(null);

/** Whoever does something may soon be told of it: what says it is there by then. */
const doings = ['pointerdown', 'keydown', 'focusin'] as const;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const [voice] = useState(() => createVoice(() => setWanted(true)));
  useEffect(() => {
    const want = (): void => setWanted(true);
    for (const doing of doings) addEventListener(doing, want, { once: true });
    return () => {
      for (const doing of doings) removeEventListener(doing, want);
    };
  }, []);
  return (
    <VoiceContext value={voice}>
      {children}
      {isWanted && (
        <Suspense>
          <Toasts voice={voice} />
        </Suspense>
      )}
    </VoiceContext>
  );
}

/** Says that something was done; `undo` is offered beside it. The very same function each time. */
export function useSay(): Say {
  const voice = use(VoiceContext);
  if (voice === null) throw new Error('Nothing is there that could say it.');
  return voice.say;
}
