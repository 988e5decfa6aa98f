// What was planned for now is published, if it still can be: it is looked through again, among the attributes and under the
// agreement of this hour. What cannot be stays a draft, and the audit says why.
import type { Issue } from '@baton/rules';
import { bugLine } from '../log.ts';
import { recordChange } from './audit.ts';
import type { Context } from './context.ts';
import { publishDraft, type Published } from './publish.ts';
import { scheduledIn, setAlarm } from './schedule.ts';
import { iso } from './instants.ts';
import { number, text } from './sql.ts';

/** Issues of one form that the audit holds. */
const mostTold = 20;

/** From the alarm. */
export function publishScheduled(context: Context, now: number): void {
  const { parts, documents } = context;
  const rows = parts.sql.all(`SELECT * FROM drafts WHERE publish_at <= ? ORDER BY publish_at, form`, now);
  for (const row of rows) {
    const form = text(row, 'form');
    const planned = scheduledIn(row);
    if (planned === null) continue;
    const { at, by: author, revision, note } = planned;
    const asked = { revision, note, accepted: number(row, 'publish_accepted') === 1, author, at: null };
    parts.sql.transaction(() => {
      parts.sql.run(
        `UPDATE drafts SET publish_at = NULL, publish_by = NULL, publish_note = NULL WHERE form = ?`,
        form,
      );
      const hindered = hindrance(context, form, row['base'], () => publishDraft(context, form, asked));
      if (hindered === null) return;
      const issues = hindered.slice(0, mostTold);
      recordChange(parts, author, {
        action: 'form.not_published',
        subject: form,
        after: { at: iso(at), revision, note, issues },
      });
    });
  }
  if (rows.length > 0) documents.forget();
  setAlarm(context);
}

/** Why it was not published; null: it was. One form that breaks keeps no other from its hour. */
function hindrance(
  { parts, documents }: Context,
  form: string,
  base: unknown,
  publish: () => Published | null,
): readonly Issue[] | null {
  // Somebody has published meanwhile by another way: what is planned would take that back unseen.
  if ((documents.published(form)?.version ?? null) !== base)
    return [{ code: 'published_since', path: ['document'] }];
  try {
    const published = publish();
    switch (published?.kind) {
      case 'published':
      case 'unchanged':
        return null;
      case 'warned':
        return published.warnings;
      case 'invalid':
        return published.issues;
      case 'overtaken':
      case 'planned':
      case undefined:
        throw new Error(`A planned draft of ${form} is not what was planned.`);
    }
  } catch (error) {
    parts.log(bugLine(error, `publishing ${form}`));
    return [{ code: 'bug', path: [] }];
  }
}
