// The look at every form, each hour: opens what is found, lets it get worse, and closes what is over. What is known is
// measured by how it was before it began, not by what it has become.
import {
  between,
  dropIn,
  dropLimits,
  isOver,
  rateOf,
  silenceIn,
  tallyAt,
  usualOf,
  watchedShares,
  type DropEvidence,
  type Evidence,
  type Usual,
  type WatchedShare,
} from '@baton/review/alerts';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { first, number, numberOrNull, text, textOrNull } from '../sql.ts';
import { closeAlert, openAlert, openAlerts, worsenAlert, type AlertRow } from './alert-rows.ts';
import { causesBefore, daysOf, dropEvidence } from './evidence.ts';
import { day, sharesOf, watchedDays, type FormShares } from './shares.ts';

/** So long after it was found, what has not come back is how it is now. */
const settledAfter = 28 * day;
/** Fewer than this share of what was left when it was told: worse. */
const worse = 0.6;
/** One thing is told again at most once in so long, ms. */
const again = day;

/** What is usual of each form, found out once a day. */
export type UsualByForm = Map<
  string,
  { readonly day: number; readonly usual: Usual | null; readonly last: number }
>;

/** Inside a transaction. @returns whether there is anything left to watch */
export function lookAtForms(context: Context, usuals: UsualByForm, now: number): boolean {
  const today = Math.floor(now / day);
  const shares = sharesOf(context.parts.sql, today);
  const open = openAlerts(context.parts.sql);
  for (const alert of open) if (!shares.has(alert.form)) closeAlert(context.parts.sql, alert.id, 'gone', now);
  for (const [form, series] of shares) {
    const of = open.filter((alert) => alert.form === form);
    for (const share of watchedShares)
      lookAtShare(context, form, share, series, of.find(({ what }) => what === share) ?? null, now);
    lookForLeads(context, form, series, of.find(({ what }) => what === 'silence') ?? null, usuals, now);
  }
  return shares.size > 0;
}

function lookAtShare(
  context: Context,
  form: string,
  share: WatchedShare,
  { [share]: series }: FormShares,
  known: AlertRow | null,
  now: number,
): void {
  const { parts } = context;
  const today = Math.floor(now / day);
  const isUsual = usualDays(context, form, share);
  if (known === null || known.evidence.kind !== 'drop') {
    const drop = dropIn(series, today, isUsual);
    if (drop === null) return;
    openAlert(parts, form, share, dropEvidence(context, form, share, series, drop, isUsual), now);
    return;
  }
  const { evidence } = known;
  if (now - known.openedAt > settledAfter) return closeAlert(parts.sql, known.id, 'settled', now);
  if (isOver(series, today, evidence)) return closeAlert(parts.sql, known.id, 'recovered', now);
  const recent = between(series, today - 2, today);
  const expected = recent.of * rateOf(evidence.before);
  if (!isToldLong(known, now) || !(expected >= dropLimits.expected)) return;
  const left = recent.hits / expected;
  if (left > (1 - evidence.fall) * worse) return;
  const drop = {
    from: today - 2,
    to: today,
    now: recent,
    before: evidence.before,
    expected,
    fall: 1 - left,
    root: evidence.root,
    dispersion: 1,
    since: Date.parse(evidence.since) / day,
  };
  worsenAlert(parts.sql, known.id, dropEvidence(context, form, share, series, drop, isUsual));
}

function isToldLong({ toldAt }: AlertRow, now: number): boolean {
  return toldAt !== null && now - toldAt >= again;
}

/** Days of drops that are over are no measure; what a drop has settled at is the only one. */
function usualDays({ parts: { sql } }: Context, form: string, share: WatchedShare): (on: number) => boolean {
  const past = sql
    .all(
      `SELECT evidence ->> '$.since' AS since, closed_at, closed_why FROM review_alerts
       WHERE form = ? AND what = ? AND closed_at IS NOT NULL`,
      form,
      share,
    )
    .map((row) => ({
      since: Date.parse(text(row, 'since')) / day,
      until: number(row, 'closed_at') / day,
      isSettled: textOrNull(row, 'closed_why') === 'settled',
    }));
  const from = Math.max(-Infinity, ...past.filter(({ isSettled }) => isSettled).map(({ since }) => since));
  const off = past.filter(({ isSettled }) => !isSettled);
  return (on) => on >= from && !off.some(({ since, until }) => on >= since && on < until);
}

function lookForLeads(
  context: Context,
  form: string,
  series: FormShares,
  known: AlertRow | null,
  usuals: UsualByForm,
  now: number,
): void {
  const { parts, documents } = context;
  const hours = documents.inForce()?.judge.agreement.hours ?? null;
  const { usual, last } = usualFor(context, usuals, form, hours?.timeZone ?? 'UTC', now);
  if (known !== null && known.evidence.kind === 'silence') {
    if (last > Date.parse(known.evidence.since)) closeAlert(parts.sql, known.id, 'recovered', now);
    else if (now - known.openedAt > settledAfter) closeAlert(parts.sql, known.id, 'settled', now);
  }
  if (usual === null) return;
  const off = new Set<string>(hours?.holidays ?? []);
  const silence = silenceIn(usual, last, now, (on) => off.has(on));
  if (silence === null) return;
  const evidence = (): Evidence => silenceEvidence(context, form, series, silence, now);
  if (known === null) openAlert(parts, form, 'silence', evidence(), now);
  else if (
    known.evidence.kind === 'silence' &&
    isToldLong(known, now) &&
    silence.expected >= 3 * known.evidence.expected
  )
    worsenAlert(parts.sql, known.id, evidence());
}

function silenceEvidence(
  context: Context,
  form: string,
  { starts, completions }: FormShares,
  { since, expected, limit }: { readonly since: number; readonly expected: number; readonly limit: number },
  now: number,
): Evidence {
  const today = Math.floor(now / day);
  const seen = between(starts, Math.floor(since / day) + 1, today);
  const days: DropEvidence['days'] = daysOf(completions, today).map(({ day: on }) => ({
    day: on,
    ...tallyAt({ ...completions, of: starts.of }, Date.parse(on) / day),
  }));
  return {
    kind: 'silence',
    since: iso(since),
    expected,
    limit,
    views: seen.of,
    starts: seen.hits,
    causes: causesBefore(context, form, since + day, since - 2 * day),
    days,
  };
}

/** The last lead is looked up each time; what is usual, once a day. */
function usualFor(
  { parts: { sql } }: Context,
  usuals: UsualByForm,
  form: string,
  timeZone: string,
  now: number,
): { readonly usual: Usual | null; readonly last: number } {
  const today = Math.floor(now / day);
  const taken = `form = ? AND final = 1 AND state NOT IN ('quarantined', 'duplicate')`;
  const kept = usuals.get(form);
  if (kept?.day !== today) {
    const leads = sql
      .all(`SELECT at FROM submissions WHERE ${taken} AND at / ${day} >= ?`, form, today - watchedDays)
      .map((row) => number(row, 'at'));
    // What is usual ends where the silence begins.
    const last = leads.reduce((most, at) => Math.max(most, at), 0);
    usuals.set(form, { day: today, usual: last === 0 ? null : usualOf(leads, last, timeZone), last });
  }
  const { usual, last } = usuals.get(form) ?? { usual: null, last: 0 };
  const later = first(
    sql,
    `SELECT max(at) AS at FROM submissions WHERE ${taken} AND at / ${day} >= ?`,
    form,
    today,
  );
  return { usual, last: Math.max(last, (later === null ? null : numberOrNull(later, 'at')) ?? 0) };
}
