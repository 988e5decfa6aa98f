// What a drop is made of: the same share by version, step, source, device and agreement, before and now. Of those who see
// and begin a form nobody keeps a source or a device, so a source's share of what is sent is of all who begin.
import {
  addTallies,
  noTally,
  suspectKinds,
  type Drop,
  type Part,
  type SuspectKind,
  type Tally,
  type WatchedShare,
} from '@baton/review/alerts';
import type { Context } from '../context.ts';
import { number, text, textOrNull } from '../sql.ts';
import { day, watchedDays } from './shares.ts';

/** Of each kind so many, the commonest first; what is rarer tells nothing. */
const most = 8;

class PartCounts {
  readonly #parts = new Map<string, Part>();

  add(kind: SuspectKind, word: string, isNow: boolean, tally: Tally): void {
    const key = `${kind} ${word}`;
    const part = this.#parts.get(key) ?? { kind, word, before: noTally, now: noTally };
    const when = isNow ? 'now' : 'before';
    this.#parts.set(key, { ...part, [when]: addTallies(part[when], tally) });
  }

  all(): readonly Part[] {
    const all = [...this.#parts.values()];
    const weight = ({ before, now }: Part): number => before.of + before.hits + now.of + now.hits;
    return suspectKinds.flatMap((kind) =>
      all
        .filter((part) => part.kind === kind)
        .toSorted((one, other) => weight(other) - weight(one))
        .slice(0, most),
    );
  }
}

/** @param isUsual days that count as before */
export function partsOf(
  context: Context,
  form: string,
  share: WatchedShare,
  drop: Drop,
  isUsual: (day: number) => boolean,
): { readonly whole: { readonly before: Tally; readonly now: Tally }; readonly parts: readonly Part[] } {
  const first = drop.to - watchedDays + 1;
  const when = (on: number): boolean | null =>
    on >= drop.from ? true : on < drop.since && isUsual(on) ? false : null;
  const counts = new PartCounts();
  const whole = { before: noTally, now: noTally };
  const add = (kind: SuspectKind, word: string, on: number, tally: Tally): void => {
    const isNow = when(on);
    if (isNow === null) return;
    counts.add(kind, word, isNow, tally);
    if (kind !== 'version') return;
    if (isNow) whole.now = addTallies(whole.now, tally);
    else whole.before = addTallies(whole.before, tally);
  };
  if (share === 'starts' || share === 'completions') countedParts(context, form, share, first, add);
  if (share !== 'starts') sentParts(context, form, share, first, add);
  const parts = counts.all().map((part) => ofAll(part, share, whole));
  return { whole, parts };
}

type Add = (kind: SuspectKind, word: string, on: number, tally: Tally) => void;

/** By version and, on the way to sending it, by step. */
function countedParts(context: Context, form: string, share: WatchedShare, first: number, add: Add): void {
  const { sql } = context.parts;
  const steps = context.documents.published(form)?.form.steps.map(({ id }) => id) ?? [];
  const rows = sql.all(
    `SELECT version, day, event, step, count FROM counts WHERE form = ? AND day >= ?`,
    form,
    new Date(first * day).toISOString().slice(0, 10),
  );
  for (const row of rows) {
    const on = Date.parse(text(row, 'day')) / day;
    const many = number(row, 'count');
    const event = text(row, 'event');
    const version = String(number(row, 'version'));
    if (share === 'starts') {
      if (event !== 'step')
        add('version', version, on, event === 'view' ? { of: many, hits: 0 } : { of: 0, hits: many });
      continue;
    }
    if (event === 'start') {
      add('version', version, on, { of: many, hits: 0 });
      const [step] = steps;
      if (step !== undefined && steps.length > 1) add('step', step, on, { of: many, hits: 0 });
    }
    const place = event === 'step' ? steps.indexOf(text(row, 'step')) : -1;
    if (place < 1) continue;
    add('step', steps[place] ?? '', on, { of: many, hits: 0 });
    add('step', steps[place - 1] ?? '', on, { of: 0, hits: many });
  }
}

function sentParts(context: Context, form: string, share: WatchedShare, first: number, add: Add): void {
  const { sql } = context.parts;
  const source = `lower(coalesce(nullif(s.visit ->> '$.utm_source', ''), nullif(s.visit ->> '$.facts.utm_source', ''),
    nullif(s.visit ->> '$.referrer_host', ''), 'direct'))`;
  const columns = `s.version, ${source} AS source, coalesce(s.visit ->> '$.facts.device', s.visit ->> '$.device') AS device`;
  const rows =
    share === 'accepted'
      ? sql.all(
          `SELECT h.verdict_at / ${day} AS day, ${columns}, h.agreement, h.verdict = 'accepted' AS hit, count(*) AS many
           FROM handoffs h JOIN submissions s ON s.id = h.submission
           WHERE h.verdict_at >= ? AND s.form = ? GROUP BY 1, 2, 3, 4, 5, 6`,
          first * day,
          form,
        )
      : sql.all(
          `SELECT s.at / ${day} AS day, ${columns}, s.agreement, s.state IN ('handed_off', 'in_hand') AS hit,
             count(*) AS many
           FROM submissions s WHERE s.form = ? AND s.final = 1 AND s.at / ${day} >= ?
             AND s.state NOT IN ('quarantined', 'duplicate') GROUP BY 1, 2, 3, 4, 5, 6`,
          form,
          first,
        );
  const last = context.documents.published(form)?.form.steps.at(-1)?.id;
  const isMany = (context.documents.published(form)?.form.steps.length ?? 0) > 1;
  for (const row of rows) {
    const on = number(row, 'day');
    const many = number(row, 'many');
    const isHit = share === 'completions' || number(row, 'hit') === 1;
    const tally = { of: share === 'completions' ? 0 : many, hits: isHit ? many : 0 };
    add('version', String(number(row, 'version')), on, tally);
    add('source', text(row, 'source'), on, tally);
    const device = textOrNull(row, 'device');
    if (device !== null) add('device', device, on, tally);
    if (share === 'completions') {
      if (last !== undefined && isMany) add('step', last, on, tally);
    } else if (row['agreement'] !== null) add('agreement', String(number(row, 'agreement')), on, tally);
  }
}

/** Where nothing is known of how many there were of a part, it is of all. */
function ofAll(
  part: Part,
  share: WatchedShare,
  whole: { readonly before: Tally; readonly now: Tally },
): Part {
  if (share !== 'completions' || (part.kind !== 'source' && part.kind !== 'device')) return part;
  return {
    ...part,
    before: { of: whole.before.of, hits: part.before.hits },
    now: { of: whole.now.of, hits: part.now.hits },
  };
}
