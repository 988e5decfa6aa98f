// Settings that belong together, under a name.
import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';

type SectionProps = { readonly title?: string; readonly children: ReactNode };

export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
      className="space-y-3 border-t border-line px-4 py-4"
    >
      {title !== undefined && (
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
      )}
      {children}
    </section>
  );
}

/** What is seldom changed: closed until somebody asks for it. */
export function More({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="group border-t border-line">
      <summary className="flex h-11 list-none items-center gap-1.5 px-4 text-sm font-semibold hover:bg-ink/4 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          size={14}
          aria-hidden="true"
          className="text-soft transition-transform duration-100 group-open:rotate-90"
        />
        {title}
      </summary>
      <div className="space-y-3 px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}

/** Two short settings beside each other. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className="grid grid-cols-2 gap-2">{children}</div>;
}
