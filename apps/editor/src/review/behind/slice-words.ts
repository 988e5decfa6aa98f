// What a bar, a row or a cell of a picture counts, as one reads it above its leads. Pure.
import {
  askedDefinition,
  bandsDefinition,
  binEnds,
  funnelDefinitions,
  rejectionDefinitions,
  rulesDefinition,
  speedDefinitions,
  type Slice,
} from '@baton/review';
import { breachInWords } from '../../inbox/lead/breach-words.ts';
import { minutesInWords, monthInWords, stepInWords } from '../funnel/step-words.ts';
import type { Sums } from './behind-dialog.tsx';

/** How the workspace calls its own. */
export type SliceNames = {
  readonly person?: (email: string) => string;
  readonly reason?: (reason: string) => string;
  readonly rule?: (rule: string) => string;
};

type SliceInWords = { readonly title: string; readonly description: string; readonly sums?: Sums };

const standingWords = {
  taken: 'took the step',
  waiting: 'still waiting',
  stopped: 'went no further',
  old: 'had the time it takes',
} as const;

const outcomeWords = {
  all: '',
  won: ': won',
  sql: ': SQL',
  accepted: ': accepted',
  open: ': open',
  rejected: ': rejected',
  lost: ': lost',
} as const;

const unbinned = {
  waiting: 'Still waiting for an answer',
  passed_on: 'Passed on to somebody else',
  undelivered: 'Not delivered yet',
} as const;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const same = (word: string): string => word;

export function sliceInWords(slice: Slice, names: SliceNames): SliceInWords {
  const { person = same, reason = same, rule = same } = names;
  switch (slice.kind) {
    case 'came':
      return { title: `Leads that came${inMonth(slice.month)}`, description: funnelDefinitions.steps };
    case 'step':
      return {
        title: `${stepInWords(slice.step)}: ${standingWords[slice.who]}${inMonth(slice.month)}`,
        description: funnelDefinitions[slice.month === null ? 'steps' : 'cohorts'],
        sums: slice.who === 'old' ? { for: 'took the step', against: 'did not' } : {},
      };
    case 'score':
      return {
        title: `Score ${slice.from}–${slice.from + 9}${outcomeWords[slice.outcome]}`,
        description: bandsDefinition,
      };
    case 'tier':
      return {
        title: `${slice.tier === '' ? 'No score' : `Tier ${slice.tier}`}${outcomeWords[slice.outcome]}`,
        description: bandsDefinition,
      };
    case 'answer': {
      const by = slice.by === 'open' ? ', in open hours' : '';
      const title =
        typeof slice.bin === 'number' ? `First answer: ${binInWords(slice.bin)}${by}` : unbinned[slice.bin];
      return { title, description: speedDefinitions.touch };
    }
    case 'within':
      return {
        title: `Answered within ${minutesInWords(slice.minutes)}${slice.by === 'open' ? ' of open hours' : ''}`,
        description: speedDefinitions.touch,
        sums: { for: 'were', against: 'were not' },
      };
    case 'missed': {
      const titles = {
        person: `Deadlines of ${person(slice.word)}`,
        hour: `Deadlines of what was handed over from ${hourInWords(Number(slice.word))}`,
        reason: `Missed deadlines: ${breachInWords(slice.word)}`,
      };
      return {
        title: titles[slice.by],
        description: speedDefinitions.breaches,
        sums: slice.by === 'reason' ? {} : { against: 'missed', for: 'not' },
      };
    }
    case 'arrived':
      return {
        title: slice.cell === null ? 'When leads came' : `Leads that came on ${cellInWords(slice.cell)}`,
        description: speedDefinitions.arrivals,
        sums: { against: 'when nobody was there', for: 'when somebody was' },
      };
    case 'asked':
      return {
        title: slice.term === '' ? 'Who wrote something' : `Who wrote “${slice.term}”`,
        description: askedDefinition,
      };
    case 'judged':
      return {
        title: 'What has a verdict',
        description: rejectionDefinitions.reasons,
        sums: { against: 'rejected', for: 'accepted' },
      };
    case 'rejected':
      return { title: `Rejected: ${reason(slice.reason)}`, description: rejectionDefinitions.reasons };
    case 'source':
      return {
        title: `Verdicts by source: ${slice.source === '' ? 'not known' : slice.source}`,
        description: rejectionDefinitions.sources,
        sums: { against: 'rejected', for: 'accepted' },
      };
    case 'rule':
      return {
        title: `${slice.gave ? 'With' : 'Without'} points for “${rule(slice.rule)}”`,
        description: rulesDefinition,
        sums: { against: 'rejected', for: 'accepted' },
      };
  }
}

function inMonth(month: string | null): string {
  return month === null ? '' : `, came in ${monthInWords(month)}`;
}

/** `5 min to 15 min`, `after 3 days`. */
export function binInWords(bin: number): string {
  const [from, end] = [minutesInWords(binEnds[bin - 1] ?? 0), binEnds[bin]];
  if (end === undefined) return `after ${from}`;
  return bin === 0 ? `up to ${minutesInWords(end)}` : `${from} to ${minutesInWords(end)}`;
}

/** `09:00`. */
export function hourInWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** `Tue, 09:00`; `weekday * 24 + hour`. */
export function cellInWords(cell: number): string {
  return `${weekdays[Math.floor(cell / 24)] ?? ''}, ${hourInWords(cell % 24)}`;
}
