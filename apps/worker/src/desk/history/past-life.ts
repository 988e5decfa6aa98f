// What became of a past lead, step by step, each at its own instant. Pure. What a table does not say is not made up: a
// verdict only where the table tells verdicts at all, since who was won without one says nothing of how much is accepted.
// A step whose instant nobody told stands at the next one that is known, and is marked; a handoff when the lead came, since
// what sales took to answer would else be nothing. Refuses an order that cannot be.
import type { Stage } from '@baton/agreement';
import type { PastStep, PastTime } from './history-map.ts';

export type Times = Readonly<Partial<Record<PastTime, number>>>;

export type PastChange = {
  readonly stage: Exclude<Stage, 'lead'> | 'contacted' | 'lead';
  readonly at: number;
  /** Its own instant was told. */
  readonly dated: boolean;
};

export type PastLife = {
  readonly createdAt: number;
  /** In the order of time, each later than the one before. */
  readonly changes: readonly PastChange[];
  readonly handoff: {
    readonly at: number;
    readonly verdict: { readonly kind: 'accepted' | 'rejected'; readonly at: number } | null;
    /** When somebody first answered, where that was told. */
    readonly touchedAt: number | null;
  } | null;
  readonly end: PastStep;
  readonly lastAt: number;
};

export type LifeFault = {
  readonly ok: false;
  readonly code: 'no_time' | 'out_of_order';
  readonly time: PastTime;
};

const day = 86_400_000;

/** From the furthest back; times that say more than the word does. */
const furthest = [
  'won',
  'lost',
  'rejected',
  'opportunity',
  'sql',
  'contacted',
  'accepted',
  'handed_off',
] as const;

const worked = ['contacted', 'sql', 'opportunity'] as const;

/**
 * @param said what the table calls it; null: it does not say
 * @param tellsVerdicts the table says of some of its leads that sales accepted or rejected them
 * @param otherwise when it came where nothing says so
 */
export function lifeOf(
  said: PastStep | null,
  times: Times,
  tellsVerdicts: boolean,
  otherwise: number | null,
): { readonly ok: true; readonly life: PastLife } | LifeFault {
  const byTime = furthest.find((step) => times[step] !== undefined) ?? null;
  const end = said === null || said === 'lead' || said === 'handed_off' ? (byTime ?? said ?? 'lead') : said;
  const isWorked = worked.some((step) => end === step || hasTime(times, step));
  const isOver = end === 'won' || end === 'lost';
  const verdict =
    end === 'rejected'
      ? 'rejected'
      : tellsVerdicts && (end === 'accepted' || isOver || isWorked)
        ? 'accepted'
        : null;
  const isHandedOff = end === 'handed_off' || verdict !== null || isWorked || hasTime(times, 'handed_off');
  const wanted = stepsOf(end, times, isHandedOff, verdict);

  const created = createdAt(times, otherwise);
  if (created === null) return { ok: false, code: 'no_time', time: 'created' };
  const dated = datesOf(wanted, created);
  if ('time' in dated) return { ok: false, code: 'out_of_order', time: dated.time };
  const { changes } = dated;
  const at = (stage: PastChange['stage']): number =>
    changes.find((one) => one.stage === stage)?.at ?? created;
  const touched = [times.contacted, times.accepted, times.rejected].filter((one) => one !== undefined);
  return {
    ok: true,
    life: {
      createdAt: created,
      changes,
      handoff: isHandedOff
        ? {
            at: at('mql'),
            verdict:
              verdict === null ? null : { kind: verdict, at: at(verdict === 'accepted' ? 'sal' : 'lead') },
            touchedAt: touched.length === 0 ? null : Math.max(Math.min(...touched), at('mql')),
          }
        : null,
      end,
      lastAt: changes.at(-1)?.at ?? created,
    },
  };
}

type Wanted = {
  readonly stage: PastChange['stage'];
  readonly time: PastTime;
  readonly at: number | undefined;
};

function stepsOf(
  end: PastStep,
  times: Times,
  isHandedOff: boolean,
  verdict: 'accepted' | 'rejected' | null,
): Wanted[] {
  const isOver = end === 'won' || end === 'lost';
  // Accepted and won: it was all that lies between. That there was a talk, nobody has said.
  const isThrough = verdict === 'accepted' && (end === 'won' || end === 'opportunity');
  const steps: (Wanted & { readonly is: boolean })[] = [
    { stage: 'mql', time: 'handed_off', at: times.handed_off, is: isHandedOff },
    { stage: 'sal', time: 'accepted', at: times.accepted, is: verdict === 'accepted' },
    ...(['contacted', 'sql', 'opportunity'] as const).map((stage) => ({
      stage,
      time: stage,
      at: times[stage],
      is:
        verdict !== 'rejected' &&
        (end === stage || hasTime(times, stage) || (isThrough && stage !== 'contacted')),
    })),
    { stage: 'lead', time: 'rejected', at: times.rejected, is: verdict === 'rejected' },
    ...(['won', 'lost'] as const).map((stage) => ({
      stage,
      time: times[stage] === undefined ? ('closed' as const) : stage,
      at: times[stage] ?? times.closed,
      is: isOver && end === stage,
    })),
  ];
  return steps.filter(({ is }) => is);
}

function hasTime(times: Times, time: PastTime): boolean {
  return times[time] !== undefined;
}

/** When it came: as told, else when the first thing happened that was told. */
function createdAt(times: Times, otherwise: number | null): number | null {
  if (times.created !== undefined) return times.created;
  const told = Object.values(times);
  return told.length === 0 ? otherwise : Math.min(...told);
}

/** Of a day alone, nobody knows the hour: what was on the day of the step before was after it. */
function datesOf(
  wanted: readonly Wanted[],
  created: number,
): { readonly changes: readonly PastChange[] } | { readonly time: PastTime } {
  const changes: PastChange[] = [];
  let last = created;
  for (const [place, { stage, time, at }] of wanted.entries()) {
    const told =
      at ?? (stage === 'mql' ? created : wanted.slice(place).find((one) => one.at !== undefined)?.at);
    if (told !== undefined && told < last && Math.floor(told / day) < Math.floor(last / day)) return { time };
    last = Math.max(told ?? last, last + (place === 0 ? 0 : 1));
    changes.push({ stage, at: last, dated: at !== undefined });
  }
  return { changes };
}
