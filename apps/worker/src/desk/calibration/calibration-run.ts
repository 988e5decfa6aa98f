// One calibration over stored leads, in pieces: which of them had the outcome, what was known of each when it was handed over,
// what each threshold would have brought, and what a card made from all that would be. Reads and counts; changes nothing, and
// keeps of a lead some bytes for as long as it runs.
import type { Judge, LeadFacts } from '@baton/agreement';
import {
  calibrating,
  createEvidence,
  featuresOf,
  type Evidence,
  type EvidenceMaker,
  type InPieces,
} from '@baton/calibration';
import { leadFacts } from '../judging.ts';
import { first, number } from '../sql.ts';
import { readStories, spreadOver, type LeadStory, type Reading, type Spread } from '../terms/lead-stories.ts';
import type { CalibrationResult, Gathered } from './calibration-result.ts';
import { calibrationView } from './calibration-view.ts';
import { draftJudge } from './draft-of-card.ts';
import { factsAt } from './facts-at.ts';
import { becameOf, labelOf, usualTime, type Outcome } from './outcome-of.ts';
import { readHandoffs, type HandedLead, type WonAmount } from './read-handoffs.ts';

export type Asked = {
  readonly outcome: Outcome;
  /** What a lead with the outcome is worth; null: what won leads brought on average. */
  readonly value: number | null;
  /** What a handoff costs. */
  readonly cost: number;
};

/** Leads whose handoffs are read at once, and leads that are read whole. */
const [handoffStride, storyStride] = [300, 50];
/** Leads that one calibration reads at most. */
const mostRead = 100_000;
const mostRules = 25;
const week = 7 * 86_400_000;
/** Weeks that say how many handoffs there are in one. */
const weeksCounted = 13;
/** About what reading a lead costs, in the steps that pieces are counted in. */
const [stepsAHandoff, stepsAStory] = [3_000, 20_000];

export class CalibrationRun {
  readonly #context: Reading;
  readonly #judge: Judge;
  readonly #version: number;
  readonly #asked: Asked;
  readonly #now: number;
  readonly #spread: Spread;
  readonly #from: number;
  readonly #weeks: number;
  readonly #handed = new Map<number, HandedLead>();
  readonly #labels = new Map<number, 0 | 1>();
  readonly #amounts: WonAmount[] = [];
  /** Of leads who had the outcome and of whom it is known whether they were won. */
  readonly #wonOfHits = { of: 0, won: 0 };
  readonly #leads = { known: 0, hits: 0, open: 0, young: 0 };
  readonly #known = new Map<number, { won: number; lost: number }>();
  readonly #volume = new Map<number, number>();
  readonly #draftVolume = new Map<number, number>();
  readonly #today = new Map<string, { leads: number; hits: number }>();
  #usual: number | null = null;
  #read = 0;
  /** The first lead that counts for the weeks. */
  #firstOfWeeks = Infinity;

  /** @param most leads that are read; of more, evenly spread ones */
  constructor(
    context: Reading,
    { judge, version }: { readonly judge: Judge; readonly version: number },
    asked: Asked,
    most = mostRead,
  ) {
    this.#context = context;
    this.#judge = judge;
    this.#version = version;
    this.#asked = asked;
    this.#now = context.parts.now();
    const { sql } = context.parts;
    const begun = first(sql, `SELECT created_at FROM leads ORDER BY id LIMIT 1`);
    this.#spread = spreadOver(context.parts.sql, most);
    const since = begun === null ? this.#now : number(begun, 'created_at');
    this.#from = Math.max(this.#now - weeksCounted * week, since);
    this.#weeks = Math.max(1, (this.#now - this.#from) / week);
  }

  *work(): InPieces<CalibrationResult> {
    yield* this.#readOutcomes();
    const { catalogue } = this.#context.documents.all();
    const features = featuresOf(catalogue, this.#judge.agreement.score, 'points');
    const evidence = createEvidence(features);
    yield* this.#stories(0, (story) => this.#learn(story, evidence));
    const made: Evidence = evidence.done();
    const calibration = yield* calibrating(made, { share: 1, mostRules });
    if (calibration.kind === 'scorecard') {
      const draft = draftJudge(this.#context, calibration.card);
      if (draft !== null) {
        yield* this.#stories(this.#firstOfWeeks - 1, (story) => this.#tryDraft(story, draft));
      }
    }
    const gathered: Gathered = {
      now: this.#now,
      version: this.#version,
      usual: this.#usual,
      leads: this.#leads,
      sampled: this.#spread.every === 1 ? null : { taken: this.#read, of: this.#spread.all },
      weeks: this.#weeks,
      every: this.#spread.every,
      known: this.#known,
      volume: this.#volume,
      draftVolume: this.#draftVolume,
      today: this.#today,
      amounts: this.#amounts,
      wonOfHits: this.#wonOfHits,
    };
    return calibrationView(this.#asked, gathered, calibration, this.#judge.agreement, catalogue);
  }

  /** First of all what is known of whom: how long an outcome takes decides who is too young to count. */
  *#readOutcomes(): InPieces<void> {
    const { outcome } = this.#asked;
    const stride = handoffStride * this.#spread.every;
    for (let from = 1; from <= this.#spread.last; from += stride) {
      const last = Math.min(this.#spread.last, from + stride - 1);
      const { handed, won } = readHandoffs(this.#context, from, last, this.#spread.every);
      for (const one of handed) this.#handed.set(one.lead, one);
      this.#amounts.push(...won);
      yield (handed.length + 100) * stepsAHandoff;
    }
    const judged = [...this.#handed.values()].flatMap(({ lead, judged: handoff }) =>
      handoff === null
        ? []
        : [
            {
              lead,
              handoff,
              became: becameOf(outcome, handoff),
              won: becameOf('won', handoff),
            },
          ],
    );
    yield judged.length * 300;
    this.#usual = usualTime(outcome, judged);
    const untilWon = usualTime(
      'won',
      judged.map(({ handoff, won }) => ({ handoff, became: won })),
    );
    yield judged.length * 300;
    this.#leads.open = this.#handed.size - judged.length;
    for (const { lead, handoff, became, won } of judged) {
      const label = labelOf(became, handoff, this.#usual, this.#now);
      if (label === null) this.#leads.young += 1;
      else this.#labels.set(lead, label);
      if (label !== 1) continue;
      const isWon = labelOf(won, handoff, untilWon, this.#now);
      if (isWon === null) continue;
      this.#wonOfHits.of += 1;
      this.#wonOfHits.won += isWon;
    }
  }

  /** Who came meanwhile came after the question. */
  *#stories(after: number, take: (story: LeadStory) => void): InPieces<void> {
    for (let last = after; last < this.#spread.last;) {
      const stories = readStories(this.#context, last, storyStride, this.#spread.every);
      for (const story of stories) if (story.lead.id <= this.#spread.last) take(story);
      last = stories.at(-1)?.lead.id ?? this.#spread.last;
      yield stories.length * stepsAStory;
      if (stories.length < storyStride) return;
    }
  }

  #learn(story: LeadStory, evidence: EvidenceMaker): void {
    this.#read += 1;
    const handed = this.#handed.get(story.lead.id) ?? null;
    const inWeeks = (handed?.at ?? story.lead.createdAt) >= this.#from;
    if (inWeeks) {
      this.#firstOfWeeks = Math.min(this.#firstOfWeeks, story.lead.id);
      const total = this.#totalInWeeks(story, handed);
      if (total !== null) this.#volume.set(total, (this.#volume.get(total) ?? 0) + 1);
    }
    const judged = handed?.judged ?? null;
    const label = this.#labels.get(story.lead.id);
    if (judged === null || label === undefined) return;
    const facts = factsAt(story.events, judged.at);
    if (facts === null) return;
    this.#leads.known += 1;
    this.#leads.hits += label;
    const { score } = this.#judge.judge(facts, judged.at);
    const total = judged.agreement === this.#version ? judged.total : score.total;
    count(this.#known, total, label);
    for (const { id } of score.reasons) {
      const seen = this.#today.get(id) ?? { leads: 0, hits: 0 };
      this.#today.set(id, { leads: seen.leads + 1, hits: seen.hits + label });
    }
    evidence.add(this.#judge.facts(facts), label === 1, judged.at);
  }

  /** What a lead would be handed off by; null: nothing but its score speaks against it, or more does. */
  #totalInWeeks(story: LeadStory, handed: HandedLead | null): number | null {
    if (handed !== null) {
      if (handed.agreement === this.#version) return handed.total;
      const facts = factsAt(story.events, handed.at);
      return facts === null ? null : this.#judge.total(facts, handed.at);
    }
    const judgement = this.#judge.judge(factsNow(story), this.#now);
    return judgement.because.every(({ kind }) => kind === 'tier') ? judgement.score.total : null;
  }

  #tryDraft(story: LeadStory, draft: Judge): void {
    const handed = this.#handed.get(story.lead.id) ?? null;
    const at = handed?.at ?? this.#now;
    if ((handed?.at ?? story.lead.createdAt) < this.#from) return;
    const facts = handed === null ? factsNow(story) : factsAt(story.events, at);
    if (facts === null) return;
    const { because, score } = draft.judge(facts, at);
    if (handed === null && because.some(({ kind }) => kind !== 'tier')) return;
    this.#draftVolume.set(score.total, (this.#draftVolume.get(score.total) ?? 0) + 1);
  }
}

function factsNow({ lead, events }: LeadStory): LeadFacts {
  return leadFacts(
    lead,
    events.flatMap((event) => ('occurrences' in event ? event.occurrences : [])),
  );
}

function count(counts: Map<number, { won: number; lost: number }>, score: number, label: 0 | 1): void {
  const of = counts.get(score) ?? { won: 0, lost: 0 };
  if (label === 1) of.won += 1;
  else of.lost += 1;
  counts.set(score, of);
}
