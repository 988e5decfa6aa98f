// Stored leads walked again under two agreements: the one in force and another one, as if each had been in force from
// every lead's first day. Counts what a period would have looked like; changes nothing. Goes some thousand leads at a
// time, so that visitors get their turn in between; where there are more than it may read, it takes every so-manieth
// lead and says so.
import { decideHandoff, walkLead, type Judge, type WalkedHandoff } from '@baton/agreement';
import { companyName, personName } from '../../notify/names.ts';
import { leadFacts } from '../judging.ts';
import {
  outcomeOf,
  readStories,
  spreadOver,
  type LeadStory,
  type Reading,
  type Spread,
} from './lead-stories.ts';
import { replaySide, weeksBetween, type Counted, type SideView } from './replay-side.ts';

/** Leads that one step reads. */
const stride = 250;
/** Leads that one replay reads at most. */
const mostReplayed = 100_000;
/** Leads that are listed by name. */
const mostListed = 200;

export type Period = { readonly from: number; readonly to: number };

type Standing = { readonly total: number; readonly tier: string; readonly handedOff: boolean };
type Switched = {
  readonly lead: string;
  readonly name: string;
  readonly company: string;
  readonly before: Standing | null;
  readonly after: Standing;
  readonly stage: string;
  readonly outcome: string | null;
};

export type ReplayView = {
  /** Leads with an event in the period, of those that were read. */
  readonly leads: number;
  readonly from: string;
  readonly to: string;
  readonly weeks: readonly { readonly week: string; readonly before: number; readonly after: number }[];
  readonly before: SideView;
  readonly after: SideView;
  readonly switched: { readonly gained: number; readonly lost: number; readonly list: readonly Switched[] };
  readonly companies: { readonly before: number; readonly after: number };
  readonly waiting: number;
  readonly won: { readonly lost: number; readonly gained: number };
  /** Null: every lead was read. */
  readonly sampled: { readonly taken: number; readonly of: number } | null;
};

export class Replay {
  readonly #context: Reading;
  readonly #draft: Judge;
  readonly #inForce: Judge | null;
  readonly #period: Period;
  readonly #now: number;
  readonly #spread: Spread;
  #after = 0;
  #read = 0;
  #leads = 0;
  #waiting = 0;
  readonly #switched = { gained: 0, lost: 0 };
  readonly #won = { gained: 0, lost: 0 };
  readonly #list: Switched[] = [];
  readonly #before: Counted = { handoffs: [], tiers: new Map() };
  readonly #then: Counted = { handoffs: [], tiers: new Map() };

  /** @param draft what is tried; it need not be signed, and judges nobody here either */
  constructor(context: Reading, draft: Judge, period: Period, most = mostReplayed) {
    this.#context = context;
    this.#draft = draft;
    this.#inForce = context.documents.inForce()?.judge ?? null;
    this.#period = period;
    this.#now = context.parts.now();
    this.#spread = spreadOver(context.parts.sql, most);
  }

  /** Walks the next leads; false when there are none left. */
  step(): boolean {
    const stories = readStories(this.#context, this.#after, stride, this.#spread.every);
    for (const story of stories) {
      // Who came meanwhile came after the question.
      if (story.lead.id > this.#spread.last) return false;
      this.#walk(story);
      this.#after = story.lead.id;
    }
    this.#read += stories.length;
    return stories.length === stride;
  }

  view(): ReplayView {
    const { from, to } = this.#period;
    const before = replaySide(this.#context, this.#inForce, this.#before);
    const after = replaySide(this.#context, this.#draft, this.#then);
    return {
      leads: this.#leads,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      weeks: weeksBetween(from, to, this.#before.handoffs, this.#then.handoffs),
      before: before.view,
      after: after.view,
      switched: { ...this.#switched, list: this.#list },
      companies: { before: before.companies, after: after.companies },
      waiting: this.#waiting,
      won: this.#won,
      sampled: this.#spread.every === 1 ? null : { taken: this.#read, of: this.#spread.all },
    };
  }

  #walk(story: LeadStory): void {
    if (this.#wouldWait(story)) this.#waiting += 1;
    const { from, to } = this.#period;
    const until = story.events.filter(({ at }) => at < to);
    if (!until.some(({ at, kind }) => at >= from && (kind === 'told' || kind === 'occurred'))) return;
    const after = this.#side(this.#draft, story, until, this.#then);
    if (after === null) return;
    this.#leads += 1;
    const before = this.#inForce === null ? null : this.#side(this.#inForce, story, until, this.#before);
    this.#compare(story, before, after);
  }

  /** Null where nothing was told yet. */
  #side(judge: Judge, story: LeadStory, until: LeadStory['events'], counted: Counted): Standing | null {
    const { handoffs, facts } = walkLead(judge, until);
    if (facts === null) return null;
    const inPeriod = handoffs.filter(({ at }: WalkedHandoff) => at >= this.#period.from);
    for (const handoff of inPeriod) counted.handoffs.push({ ...handoff, domain: story.lead.domain });
    const total = judge.total(facts, Math.min(this.#period.to, this.#now));
    const tier = judge.tierOf(total).id;
    counted.tiers.set(tier, (counted.tiers.get(tier) ?? 0) + 1);
    return { total, tier, handedOff: inPeriod.length > 0 };
  }

  #compare({ lead, verdict }: LeadStory, before: Standing | null, after: Standing): void {
    if ((before?.handedOff ?? false) === after.handedOff) return;
    const change = after.handedOff ? 'gained' : 'lost';
    this.#switched[change] += 1;
    if (lead.stage === 'won') this.#won[change] += 1;
    if (this.#list.length >= mostListed) return;
    this.#list.push({
      lead: lead.publicId,
      name: personName(lead),
      company: companyName(lead),
      before,
      after,
      stage: lead.stage,
      outcome: outcomeOf(lead.stage, verdict),
    });
  }

  /** Whether the lead as it stands would be handed off at its next event, and not before. */
  #wouldWait({ lead, events }: LeadStory): boolean {
    if (lead.handoff !== null || lead.stage !== 'lead') return false;
    const occurrences = events.flatMap((event) => ('occurrences' in event ? event.occurrences : []));
    const facts = leadFacts(lead, occurrences);
    if (this.#draft.total(facts, this.#now) < this.#draft.threshold.from) return false;
    const judgement = this.#draft.judge(facts, this.#now);
    if (!judgement.qualified) return false;
    const state = {
      stage: lead.stage,
      open: false,
      handedOffBefore: lead.everHandedOff,
      rejectedAt: lead.rejectedAt,
      dipped: lead.dipped,
    };
    return decideHandoff(state, null, judgement, this.#draft, this.#now).kind === 'hand_off';
  }
}
