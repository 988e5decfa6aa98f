// Takes a text to the clipboard, and says that it did. Where no clipboard may be had, it says what else to do.
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

type Props = { readonly text: string; readonly children?: string };

type State = 'idle' | 'done' | 'failed';

export function CopyButton({ text, children = 'Copy' }: Props) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state !== 'done') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState('failed');
    }
  };
  const Sign = state === 'done' ? Check : Copy;
  return (
    <>
      <Button size="small" icon={<Sign size={14} aria-hidden="true" />} onClick={() => void copy()}>
        {state === 'done' ? 'Copied' : children}
      </Button>
      <span role="status" className={state === 'failed' ? 'text-sm text-bad' : 'sr-only'}>
        {state === 'failed' && 'Select it and copy it by hand: this browser lets no page copy.'}
        {state === 'done' && 'Copied'}
      </span>
    </>
  );
}
