// How often somebody may have a website looked at: it is a request that others see, so no workspace makes them by the hundred.
import type { Context } from './context.ts';
import { countedBefore, countOne } from './limits.ts';
import { first } from './sql.ts';

const mostAnHour = 60;
const counted = { form: '', of: 'site check' };

export type AllowedCheck =
  /** The websites that may send the form; null: it is not published. */
  { readonly kind: 'allowed'; readonly websites: readonly string[] | null } | { readonly kind: 'too_many' };

/** Counts one look. Null when there is no such form. */
export function allowSiteCheck(context: Context, form: string): AllowedCheck | null {
  const { parts, documents } = context;
  const published = documents.published(form);
  if (published === null && first(parts.sql, `SELECT 1 FROM drafts WHERE form = ?`, form) === null)
    return null;
  const now = parts.now();
  return parts.sql.transaction((): AllowedCheck => {
    if (countedBefore(parts.sql, counted, now) >= mostAnHour) return { kind: 'too_many' };
    countOne(context, counted, now);
    return { kind: 'allowed', websites: published?.form.websites ?? null };
  });
}
