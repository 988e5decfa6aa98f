// Makes the evidence of an alert: what is missing by what, what was published or signed before, and the days around it.
import {
  isoDay,
  suspectsOf,
  tallyAt,
  type Cause,
  type Drop,
  type DropEvidence,
  type EvidencePart,
  type Series,
  type WatchedShare,
} from '@baton/review/alerts';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { number, text, textOrNull } from '../sql.ts';
import { saidBy } from '../terms/versions.ts';
import { partsOf } from './drop-parts.ts';
import { day } from './shares.ts';

/** So long before it began may be what it began with: the day of its beginning is only known roughly. */
const before = 3 * day;
const shownDays = 28;

export function dropEvidence(
  context: Context,
  form: string,
  share: WatchedShare,
  series: Series,
  drop: Drop,
  isUsual: (day: number) => boolean,
): DropEvidence {
  const { whole, parts } = partsOf(context, form, share, drop, isUsual);
  const found = suspectsOf({ ...whole, dispersion: drop.dispersion }, parts).map(
    ({ kind, word, before: was, now, missing, isSuspect }): EvidencePart => ({
      kind,
      word,
      name: nameOf(context, form, kind, word),
      before: was,
      now,
      missing,
      isSuspect,
    }),
  );
  return {
    kind: 'drop',
    from: isoDay(drop.from),
    to: isoDay(drop.to),
    since: isoDay(drop.since),
    now: drop.now,
    before: { of: Math.round(drop.before.of), hits: Math.round(drop.before.hits * 10) / 10 },
    expected: drop.expected,
    fall: drop.fall,
    root: drop.root,
    parts: found.slice(0, 24),
    causes: causesBefore(context, form, (drop.since + 1) * day, drop.since * day - before),
    fields: fieldsOf(context, form, found),
    days: daysOf(series, drop.to),
  };
}

export function daysOf(series: Series, to: number): DropEvidence['days'] {
  return Array.from({ length: shownDays }, (_, index) => {
    const on = to - shownDays + 1 + index;
    return { day: isoDay(on), ...tallyAt(series, on) };
  });
}

/** The latest first. */
export function causesBefore(context: Context, form: string, to: number, from: number): Cause[] {
  const { sql } = context.parts;
  const published = sql
    .all(
      `SELECT version, at, author, note FROM form_versions WHERE form = ? AND at >= ? AND at < ?`,
      form,
      from,
      to,
    )
    .map((row) => ({
      kind: 'published' as const,
      version: number(row, 'version'),
      at: number(row, 'at'),
      by: saidBy(context, textOrNull(row, 'author') ?? 'baton').name,
      note: textOrNull(row, 'note'),
    }));
  const signed = sql
    .all(
      `SELECT version, in_force_at, proposed_by, note FROM agreements WHERE in_force_at >= ? AND in_force_at < ?`,
      from,
      to,
    )
    .map((row) => ({
      kind: 'in_force' as const,
      version: number(row, 'version'),
      at: number(row, 'in_force_at'),
      by: saidBy(context, text(row, 'proposed_by')).name,
      note: textOrNull(row, 'note'),
    }));
  return [...published, ...signed]
    .toSorted((one, other) => other.at - one.at)
    .map(({ at, ...cause }) => ({ ...cause, at: iso(at) }));
}

function nameOf(context: Context, form: string, kind: EvidencePart['kind'], word: string): string {
  if (kind !== 'step') return word;
  const steps = context.documents.published(form)?.form.steps ?? [];
  const place = steps.findIndex(({ id }) => id === word);
  const title = steps[place]?.title ?? '';
  return title === '' ? `Step ${place + 1}` : title;
}

/** Of the step that is suspected: what can be found fault with there. */
function fieldsOf(context: Context, form: string, parts: readonly EvidencePart[]): DropEvidence['fields'] {
  const step = parts.find(({ kind, isSuspect }) => kind === 'step' && isSuspect);
  const published = context.documents.published(form);
  if (step === undefined || published === null) return [];
  const earlier = context.documents.published(form, published.version - 1);
  const known = new Map(
    earlier?.form.steps.flatMap(({ fields }) => fields).map((field) => [field.id, field.required]) ?? [],
  );
  return (published.form.steps.find(({ id }) => id === step.word)?.fields ?? [])
    .map(({ id, label, required }) => ({
      label,
      isNew: earlier !== null && (!known.has(id) || (required === true && known.get(id) !== true)),
    }))
    .toSorted((one, other) => Number(other.isNew) - Number(one.isNew));
}
