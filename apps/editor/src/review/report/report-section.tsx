// A part of the weekly report: rows of a name and what is said of it, or a line where there are none.
import type { ReactNode } from 'react';
import { classes } from '../../parts/classes.ts';

export const linkClasses = classes('text-accent underline underline-offset-2');

type SectionProps = {
  readonly title: string;
  readonly none?: string;
  readonly children: readonly ReactNode[] | ReactNode;
};

export function Section({ title, none, children }: SectionProps) {
  const isEmpty = Array.isArray(children) && children.length === 0;
  return (
    <section className="rounded-card border border-line bg-card p-5 print:mt-4 print:break-inside-avoid print:border-0 print:p-0">
      <h3 className="font-semibold">{title}</h3>
      {isEmpty ? (
        <p className="mt-2 text-soft">{none}</p>
      ) : (
        <dl className="mt-2 divide-y divide-line">{children}</dl>
      )}
    </section>
  );
}

export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2 md:grid-cols-[14rem_1fr]">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 wrap-break-word tabular-nums">{children}</dd>
    </div>
  );
}
