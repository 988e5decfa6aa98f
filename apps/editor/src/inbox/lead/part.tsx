// A part of a lead's card: its name, and what belongs to it.
import type { ReactNode } from 'react';

type PartProps = {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

export function Part({ title, beside, children }: PartProps) {
  return (
    <section aria-label={title} className="border-t border-line px-5 py-4">
      <div className="mb-2 flex min-h-6 items-center gap-3">
        <h3 className="flex-1 font-semibold">{title}</h3>
        {beside}
      </div>
      {children}
    </section>
  );
}
