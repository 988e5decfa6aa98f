// What the past suggests for a first agreement. With enough evidence a scorecard, its threshold and how well it tells won
// from lost leads that it has not seen; without, the segments that were won more often than all by more than chance, each
// with what that rests on; and nothing where there is nothing. It proposes: nobody is judged by it.
import {
  betweenShares,
  calibrating,
  createEvidence,
  featuresOf,
  wilson,
  type Calibration,
  type Feature,
  type InPieces,
} from '@baton/calibration';
import { derivedAttributes } from '@baton/rules';
import type { Context } from '../context.ts';
import { first, number } from '../sql.ts';
import { readPast } from './past-leads.ts';
import { historyForm } from './take-past.ts';

/** More say no more of a first draft, and nobody who fills in a form should wait for it. */
const mostRead = 2_000;
const mostRules = 12;
/** Fewer leads in a segment say nothing of it. */
const fewest = 20;
/** Standard errors from the other leads, where there are many segments to choose from. */
const surely = 3;
const mostSegments = 8;

/** About two milliseconds of weighing. */
const stepsATurn = 2_000_000;

const quiet = { max: 0, rules: [], behaviours: [] };

type Pile = { known: number; won: number };

export class Findings {
  readonly #context: Context;
  readonly #features: readonly Feature[];
  readonly #evidence: ReturnType<typeof createEvidence>;
  readonly #every: number;
  readonly #piles = new Map<string, Pile>();
  readonly #all: Pile = { known: 0, won: 0 };
  #after = 0;
  #work: InPieces<Calibration> | null = null;
  #found: Calibration | null = null;

  constructor(context: Context) {
    this.#context = context;
    const { catalogue } = context.documents.all();
    const score = { fit: quiet, engagement: quiet, intent: quiet };
    // What people typed would name them.
    const free = new Set(
      [...catalogue.values()].flatMap(({ id, type }) => (type === 'text' ? `lead.${id}` : [])),
    );
    this.#features = featuresOf(catalogue, score, 'points').filter(({ path }) => !free.has(path));
    this.#evidence = createEvidence(this.#features);
    const row = first(
      context.parts.sql,
      `SELECT count(*) AS many FROM leads WHERE instr(forms, ?) > 0`,
      ` ${historyForm} `,
    );
    this.#every = Math.max(1, Math.ceil((row === null ? 0 : number(row, 'many')) / mostRead));
  }

  /** Reads the next leads, then weighs them piece by piece; false when that is done. */
  step(): boolean {
    if (this.#work !== null) return this.#weigh(this.#work);
    const { leads, isLast } = readPast(this.#context.parts.sql, this.#after, this.#every);
    for (const { attributes, visit, createdAt, isWon } of leads) {
      if (isWon === null) continue;
      this.#evidence.add({ lead: attributes, visit, behaviour: {}, score: {} }, isWon, createdAt);
      this.#pile(this.#all, isWon);
      for (const [id, value] of Object.entries(attributes)) {
        if (!this.#isSegment(id)) continue;
        for (const one of Array.isArray(value) ? value : [value]) this.#pile(this.#of(id, one), isWon);
      }
    }
    this.#after = leads.at(-1)?.id ?? this.#after;
    if (isLast) this.#work = calibrating(this.#evidence.done(), { share: 1, mostRules });
    return true;
  }

  #weigh(work: InPieces<Calibration>): boolean {
    for (let steps = 0; steps < stepsATurn;) {
      const piece = work.next();
      if (piece.done === true) {
        this.#found = piece.value;
        return false;
      }
      steps += piece.value;
    }
    return true;
  }

  view(): object {
    const found = this.#found;
    if (found === null) throw new Error('Findings were asked for before they were there.');
    const { known, won } = this.#all;
    const read = { every: this.#every, known, won, interval: wilson(won, known) };
    return found.kind === 'scorecard'
      ? { ...read, ...cardView(found) }
      : { ...read, ...this.#segmentView(found) };
  }

  #isSegment(id: string): boolean {
    const { catalogue } = this.#context.documents.all();
    const type = (catalogue.get(id) ?? derivedAttributes.find((one) => one.id === id))?.type;
    return type === 'choice' || type === 'choices' || type === 'boolean' || type === 'country';
  }

  #of(id: string, value: unknown): Pile {
    const key = JSON.stringify([id, value]);
    const pile = this.#piles.get(key) ?? { known: 0, won: 0 };
    this.#piles.set(key, pile);
    return pile;
  }

  #pile(pile: Pile, isWon: boolean): void {
    pile.known += 1;
    if (isWon) pile.won += 1;
  }

  #segmentView(found: Exclude<Calibration, { kind: 'scorecard' }>): object {
    const all = this.#all;
    const telling = [...this.#piles].flatMap(([key, { known, won }]) => {
      const [attribute, value]: [string, unknown] = JSON.parse(key);
      const apart = betweenShares(all.won - won, all.known - known, won, known);
      return known < fewest || apart < surely
        ? []
        : [{ attribute, value, known, won, interval: wilson(won, known), apart }];
    });
    return {
      kind: 'segments',
      why: found.kind,
      least: found.kind === 'too_few' ? found.least : null,
      segments: telling
        .toSorted((one, other) => other.apart - one.apart)
        .slice(0, mostSegments)
        .map(({ apart: _apart, ...segment }) => ({
          ...segment,
          label: this.#label(segment.attribute, segment.value),
        })),
    };
  }

  #label(id: string, value: unknown): string {
    const { catalogue } = this.#context.documents.all();
    const attribute = catalogue.get(id) ?? derivedAttributes.find((one) => one.id === id);
    const option = attribute?.options?.find((one) => one.id === value)?.label ?? String(value);
    return attribute?.type === 'boolean' ? attribute.label : `${attribute?.label ?? id}: ${option}`;
  }
}

function cardView({ card, thresholds, heldBack }: Extract<Calibration, { kind: 'scorecard' }>): object {
  return {
    kind: 'scorecard',
    rules: card.rules.map(({ id, says, dimension, points, interval, when, leads, won }) => ({
      id,
      says,
      dimension,
      points,
      interval,
      when,
      leads,
      won,
    })),
    max: card.max,
    heldBack: {
      rows: heldBack.rows,
      won: heldBack.won,
      auc: heldBack.auc,
      interval: heldBack.interval,
      lift20: heldBack.lift20,
    },
    threshold: bestThreshold(thresholds, heldBack.won / Math.max(1, heldBack.rows)),
    hot: thresholds.findLast(({ share }) => share >= 0.1) ?? null,
  };
}

/** Where won and lost leads are told apart best: most of the won above it, most of the lost below (Youden's index). */
function bestThreshold(
  thresholds: Extract<Calibration, { kind: 'scorecard' }>['thresholds'],
  rate: number,
): object | null {
  const apart = ({ recall, share }: (typeof thresholds)[number]): number =>
    recall - (share - recall * rate) / Math.max(1e-9, 1 - rate);
  return thresholds.toSorted((one, other) => apart(other) - apart(one))[0] ?? null;
}
