// A card on a page of cards: its name, what it is about, and what is in it.
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly about?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Panel({ title, about, action, children }: Props) {
  return (
    <section aria-label={title} className="min-w-0 rounded-card border border-line bg-card p-5">
      <div className="flex min-h-8 items-center gap-2">
        <h2 className="flex-1 font-semibold">{title}</h2>
        {action}
      </div>
      {about && <p className="max-w-160 text-sm text-soft text-pretty">{about}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
