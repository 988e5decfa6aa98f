// What the past says before anything is agreed: of how many leads it is known what became of them, how many were won, by
// source, by what they told and by month, how many sales accepted, and how soon somebody answered. Counts alone, each with
// how sure it is. Where the table did not say, it is null, not nothing.
import { wilson } from '@baton/calibration';
import { derivedAttributes, isMissing, type Attribute } from '@baton/rules';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { first, number, text } from '../sql.ts';
import { readPast, type CountedLead } from './past-leads.ts';
import { historyAuthor } from './take-past.ts';

type Share = {
  /** All that are meant. */
  readonly leads: number;
  /** Of those, whose outcome is known. */
  readonly known: number;
  readonly won: number;
  /** 95%, of won among known; null of nothing. */
  readonly interval: readonly [number, number] | null;
};

type Counted = { leads: number; known: number; won: number };

const mostSources = 20;
const mostValues = 12;
const mostMonths = 24;

export class Baseline {
  readonly #context: Context;
  readonly #attributes: readonly Attribute[];
  #after = 0;
  readonly #all: Counted = none();
  readonly #sources = new Map<string, Counted>();
  readonly #months = new Map<string, Counted>();
  readonly #segments = new Map<string, Map<string, Counted>>();
  #from = Infinity;
  #to = -Infinity;

  constructor(context: Context) {
    this.#context = context;
    this.#attributes = [...context.documents.all().attributes, ...derivedAttributes].filter(isSegment);
  }

  /** Counts the next leads; false when there are none left. */
  step(): boolean {
    const { leads, isLast } = readPast(this.#context.parts.sql, this.#after);
    for (const lead of leads) this.#count(lead);
    this.#after = leads.at(-1)?.id ?? this.#after;
    return !isLast;
  }

  view(): object {
    const { sql } = this.#context.parts;
    return {
      ...shareOf(this.#all),
      from: this.#all.leads === 0 ? null : iso(this.#from),
      to: this.#all.leads === 0 ? null : iso(this.#to),
      sources: [...this.#sources]
        .toSorted(([, one], [, other]) => other.leads - one.leads)
        .slice(0, mostSources)
        .map(([source, counted]) => ({ source: source === '' ? null : source, ...shareOf(counted) })),
      segments: this.#attributes.flatMap((attribute) => this.#segment(attribute)),
      months: [...this.#months]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(-mostMonths)
        .map(([month, counted]) => ({ month, ...shareOf(counted) })),
      acceptance: acceptanceOf(this.#context),
      followUp: followUpOf(this.#context),
      reasons: sql
        .all(
          `SELECT reason, count(*) AS count FROM handoffs WHERE agreement = 0 AND author = '${historyAuthor}'
             AND reason IS NOT NULL GROUP BY reason ORDER BY count DESC, reason LIMIT 8`,
        )
        .map((row) => ({ reason: text(row, 'reason'), count: number(row, 'count') })),
    };
  }

  #count({ attributes, source, createdAt, isWon }: CountedLead): void {
    const add = (counted: Counted): void => {
      counted.leads += 1;
      if (isWon !== null) counted.known += 1;
      if (isWon === true) counted.won += 1;
    };
    add(this.#all);
    add(entry(this.#sources, source ?? ''));
    add(entry(this.#months, new Date(createdAt).toISOString().slice(0, 7)));
    this.#from = Math.min(this.#from, createdAt);
    this.#to = Math.max(this.#to, createdAt);
    for (const { id } of this.#attributes) {
      const told = attributes[id];
      if (isMissing(told)) continue;
      const counts = this.#segments.get(id) ?? new Map<string, Counted>();
      this.#segments.set(id, counts);
      for (const value of Array.isArray(told) ? told : [told]) add(entry(counts, String(value)));
    }
  }

  #segment({ id, label, options = [] }: Attribute): object[] {
    const counts = this.#segments.get(id);
    if (counts === undefined) return [];
    const labels = new Map(options.map((option) => [option.id, option.label]));
    const order = options.map((option) => option.id);
    const found = [...counts].toSorted(([, one], [, other]) => other.leads - one.leads).slice(0, mostValues);
    // What has an order is read in it.
    if (order.length > 0) found.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    const values = found.map(([value, counted]) => ({
      value,
      label: labels.get(value) ?? value,
      ...shareOf(counted),
    }));
    return [{ attribute: id, label, values }];
  }
}

/** What a lead is one of few of. */
function isSegment({ type }: Attribute): boolean {
  return type === 'choice' || type === 'choices' || type === 'boolean' || type === 'country';
}

function none(): Counted {
  return { leads: 0, known: 0, won: 0 };
}

function entry(counts: Map<string, Counted>, key: string): Counted {
  const known = counts.get(key) ?? none();
  counts.set(key, known);
  return known;
}

function shareOf({ leads, known, won }: Counted): Share {
  return { leads, known, won, interval: wilson(won, known) };
}

/** Null: the table told no verdicts. */
function acceptanceOf({ parts }: Context): object | null {
  const row = first(
    parts.sql,
    `SELECT count(*) AS known, coalesce(sum(verdict = 'accepted'), 0) AS accepted FROM handoffs
     WHERE agreement = 0 AND author = '${historyAuthor}' AND verdict IS NOT NULL`,
  );
  if (row === null || number(row, 'known') === 0) return null;
  const [known, accepted] = [number(row, 'known'), number(row, 'accepted')];
  return { known, accepted, interval: wilson(accepted, known) };
}

/** From the handoff, or where that was not told from the arrival, until somebody answered. */
function followUpOf({ parts }: Context): object | null {
  const counted = first(
    parts.sql,
    `SELECT count(*) AS known FROM handoffs WHERE agreement = 0 AND author = '${historyAuthor}' AND touched_at IS NOT NULL`,
  );
  const known = counted === null ? 0 : number(counted, 'known');
  if (known === 0) return null;
  const middle = first(
    parts.sql,
    `SELECT touched_at - at AS took FROM handoffs
     WHERE agreement = 0 AND author = '${historyAuthor}' AND touched_at IS NOT NULL ORDER BY took LIMIT 1 OFFSET ?`,
    Math.floor((known - 1) / 2),
  );
  return { known, medianMilliseconds: middle === null ? 0 : number(middle, 'took') };
}
