// A slice is what one bar, row or cell of the review's pictures counts, so that it can be opened to its leads. It is
// written as one text, with words of people's own last, since those may hold anything. What names no slice is none.
import type { AskedGroup } from '../asked/asked-view.ts';
import { outcomes, type Outcome } from '../funnel/bands.ts';
import { takenSteps, type TakenStep } from '../funnel/reached.ts';
import { binEnds, touchBounds } from '../speed/first-touch.ts';

/** Of those at the step before: who took it, may still, did not go on, and all that had the time it takes. */
export const standings = ['taken', 'waiting', 'stopped', 'old'] as const;
const clocks = ['clock', 'open'] as const;
const notInBins = ['waiting', 'passed_on', 'undelivered'] as const;
const missedBy = ['person', 'hour', 'reason'] as const;
const anyOutcome = ['all', ...outcomes] as const;

export type Slice =
  /** Leads that came. Of one month where one is named, such as `2026-11`. */
  | { readonly kind: 'came'; readonly month: string | null }
  | {
      readonly kind: 'step';
      readonly step: TakenStep;
      readonly who: (typeof standings)[number];
      readonly month: string | null;
    }
  | { readonly kind: 'score'; readonly from: number; readonly outcome: Outcome | 'all' }
  | { readonly kind: 'tier'; readonly tier: string; readonly outcome: Outcome | 'all' }
  /** A bar of the first answers, by its place, or what is in none. */
  | {
      readonly kind: 'answer';
      readonly by: (typeof clocks)[number];
      readonly bin: number | (typeof notInBins)[number];
    }
  | { readonly kind: 'within'; readonly by: (typeof clocks)[number]; readonly minutes: number }
  /** `hour` from 0. */
  | { readonly kind: 'missed'; readonly by: (typeof missedBy)[number]; readonly word: string }
  /** `weekday * 24 + hour`, Monday first; null: all week. */
  | { readonly kind: 'arrived'; readonly cell: number | null }
  /** Who wrote a term; empty: anything. */
  | { readonly kind: 'asked'; readonly group: AskedGroup; readonly term: string }
  /** Whatever has a verdict. */
  | { readonly kind: 'judged' }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'source'; readonly source: string }
  /** Whom a rule gave points, or all others. */
  | { readonly kind: 'rule'; readonly rule: string; readonly gave: boolean };

/** Such as `step.sql.waiting`, `missed.person.ann@acme.example`. */
export function sliceText(slice: Slice): string {
  switch (slice.kind) {
    case 'came':
      return slice.month === null ? 'came' : `came.${slice.month}`;
    case 'step':
      return ['step', slice.step, slice.who, ...(slice.month === null ? [] : [slice.month])].join('.');
    case 'score':
      return `score.${slice.outcome}.${slice.from}`;
    case 'tier':
      return `tier.${slice.outcome}.${slice.tier}`;
    case 'answer':
      return `answer.${slice.by}.${slice.bin}`;
    case 'within':
      return `within.${slice.by}.${slice.minutes}`;
    case 'missed':
      return `missed.${slice.by}.${slice.word}`;
    case 'arrived':
      return slice.cell === null ? 'arrived' : `arrived.${slice.cell}`;
    case 'asked':
      return `asked.${slice.group}.${slice.term}`;
    case 'judged':
      return 'judged';
    case 'rejected':
      return `rejected.${slice.reason}`;
    case 'source':
      return `source.${slice.source}`;
    case 'rule':
      return `rule.${slice.gave ? 'gave' : 'others'}.${slice.rule}`;
  }
}

/** Null: it names none. */
export function parseSlice(text: string): Slice | null {
  const [kind = '', first = '', second = '', third = ''] = text.split('.');
  // What stands after so many dots, dots and all.
  const rest = (dots: number): string => text.split('.').slice(dots).join('.');
  switch (kind) {
    case 'came':
      return isMonth(first) ? { kind, month: first === '' ? null : first } : null;
    case 'step': {
      const [step, who] = [found(takenSteps, first), found(standings, second)];
      if (step === null || who === null || !isMonth(third)) return null;
      return { kind, step, who, month: third === '' ? null : third };
    }
    case 'score': {
      const [outcome, from] = [found(anyOutcome, first), whole(second, -1_000, 1_000)];
      return outcome === null || from === null ? null : { kind, from, outcome };
    }
    case 'tier': {
      const outcome = found(anyOutcome, first);
      return outcome === null ? null : { kind, tier: rest(2), outcome };
    }
    case 'answer': {
      const [by, bin] = [found(clocks, first), found(notInBins, second) ?? whole(second, 0, binEnds.length)];
      return by === null || bin === null ? null : { kind, by, bin };
    }
    case 'within': {
      const [by, minutes] = [found(clocks, first), found(touchBounds, Number(second))];
      return by === null || minutes === null ? null : { kind, by, minutes };
    }
    case 'missed': {
      const by = found(missedBy, first);
      if (by === null || (by === 'hour' && whole(second, 0, 23) === null)) return null;
      return { kind, by, word: rest(2) };
    }
    case 'arrived': {
      const cell = whole(first, 0, 7 * 24 - 1);
      return first === '' ? { kind, cell: null } : cell === null ? null : { kind, cell };
    }
    case 'asked':
      return first === 'answers' || first === 'sales' ? { kind, group: first, term: rest(2) } : null;
    case 'judged':
      return { kind };
    case 'rejected':
      return { kind, reason: rest(1) };
    case 'source':
      return { kind, source: rest(1) };
    case 'rule':
      return first === 'gave' || first === 'others' ? { kind, rule: rest(2), gave: first === 'gave' } : null;
    default:
      return null;
  }
}

function found<T>(all: readonly T[], given: unknown): T | null {
  return all.find((one) => one === given) ?? null;
}

function whole(given: string, least: number, most: number): number | null {
  const value = /^-?\d{1,4}$/.test(given) ? Number(given) : NaN;
  return value >= least && value <= most ? value : null;
}

function isMonth(given: string): boolean {
  return given === '' || /^\d{4}-(0[1-9]|1[0-2])$/.test(given);
}
