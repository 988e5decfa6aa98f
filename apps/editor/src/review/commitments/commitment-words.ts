// The board of commitments in words. Pure.
import type { ReviewCommitments } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';

export type Board = Extract<ReviewCommitments, { readonly promised: true }>;

/** How a promise stands; null: nothing was promised, or there is nothing to judge yet. */
type Standing = 'kept' | 'missed' | null;

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

export type Line = {
  readonly name: string;
  readonly promised: string;
  readonly stands: string;
  readonly standing: Standing;
};

/** `PT4H` as `4 h`; a day is a business day. */
function durationInWords(duration: string): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?/.exec(duration) ?? [];
  const said = [
    ...(days === undefined ? [] : [days === '1' ? '1 business day' : `${days} business days`]),
    ...(hours === undefined ? [] : [`${hours} business ${hours === '1' ? 'hour' : 'hours'}`]),
    ...(minutes === undefined ? [] : [`${minutes} min in business hours`]),
  ];
  return said.length === 0 ? duration : said.join(' ');
}

type Share = { readonly promised: number | null; readonly value: number | null; readonly of: number };

export function shareLine(name: string, what: string, { promised, value, of }: Share): Line {
  return {
    name,
    promised: promised === null ? 'Nothing promised' : `At least ${percent.format(promised)}`,
    stands:
      value === null ? 'Nothing to judge yet' : `${percent.format(value)} of ${countInWords(of)} ${what}`,
    standing: promised === null || value === null ? null : value >= promised ? 'kept' : 'missed',
  };
}

type InTime = {
  readonly promised: string | null;
  readonly value: number | null;
  readonly of: number;
  readonly waiting: number;
};

/** All of them were promised, so one that is late breaks it. */
export function inTimeLine(name: string, what: string, { promised, value, of, waiting }: InTime): Line {
  const waits = waiting === 0 ? '' : `, ${countInWords(waiting)} still in time`;
  return {
    name,
    promised: promised === null ? 'Nothing promised' : `Within ${durationInWords(promised)}`,
    stands:
      value === null
        ? `Nothing to judge yet${waits}`
        : `${percent.format(value)} of ${countInWords(of)} ${what} in time${waits}`,
    standing: promised === null || value === null ? null : value === 1 ? 'kept' : 'missed',
  };
}

/** Where the month will end, against what was promised. */
export function paceInWords({ promised, projected }: Board['marketing']['volume']): string {
  if (projected === null) return 'Too early to say where the month will end: not five days have been seen.';
  const [low, high] = [countInWords(Math.round(projected.low)), countInWords(Math.round(projected.high))];
  const end = `At this pace the month ends with about ${countInWords(Math.round(projected.middle))}, nine times of ten from ${low} to ${high}`;
  if (promised === null) return `${end}.`;
  const goal = countInWords(promised);
  if (projected.low >= promised) return `${end}: the ${goal} promised will be there.`;
  if (projected.high < promised)
    return `${end}: the ${goal} promised will be missed unless something changes.`;
  return `${end}: the ${goal} promised may or may not be reached.`;
}
