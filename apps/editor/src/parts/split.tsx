// A screen of two halves: what is set on the left, what becomes of it on the right. Below each other on a phone.
import type { ReactNode } from 'react';

type SplitProps = {
  readonly children: ReactNode;
  readonly picture: ReactNode;
  /** What the picture shows. */
  readonly pictureName: string;
  /** Nothing can be changed. */
  readonly disabled?: boolean;
};

export function Split({ children, picture, pictureName, disabled = false }: SplitProps) {
  return (
    <div className="h-full overflow-y-auto md:grid md:grid-cols-[376px_minmax(0,1fr)] md:overflow-hidden">
      <fieldset
        disabled={disabled}
        className="min-w-0 divide-y divide-line border-line bg-card md:overflow-y-auto md:border-r"
      >
        {children}
      </fieldset>
      <section
        aria-label={pictureName}
        className="min-w-0 border-t border-line bg-ground md:overflow-y-auto md:border-t-0"
      >
        {picture}
      </section>
    </div>
  );
}

type SectionProps = {
  readonly title: string;
  readonly about?: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

/** What belongs together, under its name. */
export function Section({ title, about, action, children }: SectionProps) {
  return (
    <section aria-label={title} className="px-5 py-5">
      <div className="flex min-h-8 items-center gap-2">
        <h2 className="flex-1 text-base font-semibold">{title}</h2>
        {action}
      </div>
      {about && <p className="text-sm text-soft text-pretty">{about}</p>}
      {children && <div className="mt-3 space-y-4">{children}</div>}
    </section>
  );
}
