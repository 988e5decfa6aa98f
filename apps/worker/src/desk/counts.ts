// How often a form was seen, begun and how far it was filled in: sums by version and day, nothing about anybody.
import type { Context } from './context.ts';

export type CountEvent = 'view' | 'start' | 'step';

/** Adds one. Unknown forms, versions and steps are left out silently: a counter is no reason to bother a visitor. */
export function count(
  context: Context,
  form: string,
  version: number,
  event: CountEvent,
  step: string | null,
): void {
  const published = context.documents.published(form, version);
  if (published === null) return;
  const reached = event === 'step' ? published.form.steps.find((one) => one.id === step)?.id : '';
  if (reached === undefined) return;
  const day = new Date(context.parts.now()).toISOString().slice(0, 10);
  context.parts.sql.run(
    `INSERT INTO counts (form, version, day, event, step, count) VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT (form, version, day, event, step) DO UPDATE SET count = count + 1`,
    form,
    version,
    day,
    event,
    reached,
  );
}
