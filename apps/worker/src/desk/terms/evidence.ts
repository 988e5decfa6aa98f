// What a period of stored leads says of an agreement, drafted or not: which of its rules ever held, where leads stand by
// it, and what each threshold would have brought. Judges nobody and changes nothing; goes a hundred leads at a time, so
// that visitors get their turn in between, and reads every so-manieth lead where there are many.
import { createScales, ruleKinds, type Judge, type RuleKind, type Scales } from '@baton/agreement';
import { personName } from '../../notify/names.ts';
import { readStories, spreadOver, type LeadStory, type Reading, type Spread } from './lead-stories.ts';
import type { Period } from './replay.ts';
import type { ReplayedJudge } from './replayed-judge.ts';

/** Leads that one step reads. */
const stride = 100;
/** Leads that are read at most: it is asked for while somebody writes. */
const mostRead = 20_000;
/** Leads that are shown one by one. */
const mostDots = 500;

type Dot = {
  readonly lead: string;
  readonly name: string;
  readonly fit: number;
  readonly engagement: number;
  readonly intent: number;
  readonly total: number;
};

export type EvidenceView = {
  readonly from: string;
  readonly to: string;
  readonly leads: number;
  readonly held: readonly { readonly kind: RuleKind; readonly id: string; readonly leads: number }[];
  readonly scores: readonly { readonly total: number; readonly leads: number }[];
  readonly thresholds: readonly { readonly from: number; readonly handoffs: number }[];
  readonly openDays: number;
  readonly dots: readonly Dot[];
  readonly sampled: { readonly taken: number; readonly of: number } | null;
};

export class Evidence {
  readonly #context: Reading;
  readonly #judge: Judge;
  readonly #scales: Scales;
  readonly #period: Period;
  readonly #asOf: number;
  readonly #spread: Spread;
  #after = 0;
  #read = 0;
  #leads = 0;
  readonly #held: Map<string, number>;
  readonly #scores = new Map<number, number>();
  /** Leads that are handed off first in the period by thresholds up to here, less those that were before it. */
  readonly #reached = new Map<number, number>();
  readonly #dots: Dot[] = [];

  /** @param most leads that are read at most */
  constructor(
    context: Reading,
    { judge, catalogue }: Extract<ReplayedJudge, { kind: 'judge' }>,
    period: Period,
    most = mostRead,
  ) {
    this.#context = context;
    this.#judge = judge;
    this.#scales = createScales(judge, catalogue);
    this.#period = period;
    this.#asOf = Math.min(period.to, context.parts.now());
    this.#held = new Map(this.#scales.keys.map((key) => [key, 0]));
    this.#spread = spreadOver(context.parts.sql, most);
  }

  /** Weighs the next leads; false when there are none left. */
  step(): boolean {
    const stories = readStories(this.#context, this.#after, stride, this.#spread.every);
    for (const story of stories) {
      // Who came meanwhile came after the question.
      if (story.lead.id > this.#spread.last) return false;
      this.#weigh(story);
      this.#after = story.lead.id;
      this.#read += 1;
    }
    return stories.length === stride;
  }

  view(): EvidenceView {
    const { from, to } = this.#period;
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      leads: this.#leads,
      held: [...this.#held].map(([key, leads]) => ({ ...ruleOf(key), leads })),
      scores: ascending(this.#scores).map(([total, leads]) => ({ total, leads })),
      thresholds: this.#thresholds(),
      openDays: this.#openDays(),
      dots: this.#dots.slice(-mostDots).toReversed(),
      sampled: this.#spread.every === 1 ? null : { taken: this.#read, of: this.#spread.all },
    };
  }

  #weigh({ lead, events }: LeadStory): void {
    const { from, to } = this.#period;
    const until = events.filter(({ at }) => at < to);
    if (!until.some(({ at, kind }) => at >= from && (kind === 'told' || kind === 'occurred'))) return;
    const held = new Set<string>();
    const { facts, before, within } = this.#scales.weigh(until, from, held);
    if (facts === null) return;
    this.#leads += 1;
    for (const key of held) add(this.#held, key, 1);
    if (within !== null && within !== before) {
      add(this.#reached, within, 1);
      if (before !== null) add(this.#reached, before, -1);
    }
    const { fit, engagement, intent, total } = this.#judge.judge(facts, this.#asOf).score;
    add(this.#scores, total, 1);
    this.#dots.push({ lead: lead.publicId, name: personName(lead), fit, engagement, intent, total });
    if (this.#dots.length > 2 * mostDots) this.#dots.splice(0, mostDots);
  }

  #thresholds(): EvidenceView['thresholds'] {
    let handoffs = 0;
    return ascending(this.#reached)
      .toReversed()
      .map(([from, more]) => {
        handoffs += more;
        return { from, handoffs };
      })
      .toReversed();
  }

  #openDays(): number {
    const { hours } = this.#judge;
    let days = 0;
    for (let at = this.#period.from; at < this.#asOf;) {
      const day = hours.localDay(at);
      if (hours.openTimeBetween(day.start, day.end) > 0) days += 1;
      at = day.end;
    }
    return days;
  }
}

function add<K>(counts: Map<K, number>, key: K, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function ascending(counts: ReadonlyMap<number, number>): (readonly [number, number])[] {
  return [...counts].filter(([, count]) => count !== 0).sort(([one], [other]) => one - other);
}

function ruleOf(key: string): { readonly kind: RuleKind; readonly id: string } {
  const kind = ruleKinds.find((one) => key.startsWith(`${one}/`)) ?? 'fit';
  return { kind, id: key.slice(kind.length + 1) };
}
