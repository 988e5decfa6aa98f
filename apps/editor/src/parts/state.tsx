// What a screen shows where there is nothing yet, nothing at all, or nothing that could be had.
import type { ReactNode } from 'react';
import { refusalInWords } from '../server/refusal.ts';
import { Button } from './button.tsx';

type Shown = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

export function Empty({ title, children, action }: Shown) {
  return (
    <div className="flex flex-col items-center px-6 py-16 text-center">
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {children && <div className="mt-1 max-w-100 text-soft text-pretty">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** Why something could not be had, and a way to ask again. */
export function Failed({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  return (
    <div role="alert">
      <Empty title="This could not be loaded" action={<Button onClick={again}>Try again</Button>}>
        {refusalInWords(error)}
      </Empty>
    </div>
  );
}

/** Grey lines where words will stand. */
export function Loading({
  lines = 3,
  label = 'Loading',
}: {
  readonly lines?: number;
  readonly label?: string;
}) {
  return (
    <div role="status" aria-label={label} className="animate-pulse space-y-3 p-6">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={`h-4 rounded bg-ink/8 ${index % 3 === 2 ? 'w-2/3' : 'w-full'}`} />
      ))}
    </div>
  );
}

const tones = {
  neutral: 'bg-ink/6 text-soft',
  accent: 'bg-tint text-accent',
  good: 'bg-good/12 text-good',
  warn: 'bg-warn/12 text-warn',
  bad: 'bg-bad/12 text-bad',
} as const;

export type Tone = keyof typeof tones;

export function Tag({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
