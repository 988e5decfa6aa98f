// The Desk's side of the review: what the numbers are counted from is read once, kept as columns, and read anew when
// something has been written since. Reading takes longer the more leads there are, so with many it rests in between and
// the numbers are a few seconds old; they say of when they are.
import { compileHours, type Agreement, type BusinessHours, type Person } from '@baton/agreement';
import {
  byCompany,
  dimensions,
  lastDays,
  moneyOf,
  periodOf,
  select,
  sharedNumbers,
  staffOf,
  unitsOfMoney,
  type Dimension,
  type Facts,
  type Filter,
  type MoneyView,
  type NumberId,
  type Period,
  type Selection,
  type Slice,
  type Spend,
} from '@baton/review';
import type { Context } from '../context.ts';
import { done, invalid, type HandAnswer } from '../hands/answer.ts';
import { iso } from '../instants.ts';
import { behindSliceView, behindView, type BehindPage } from './behind-view.ts';
import { commitmentsView } from './commitments-view.ts';
import { allSpend, saveSpend } from './spend.ts';
import { FactsReading } from './read-facts.ts';
import { WrittenTexts } from './written-texts.ts';

/** So long facts of one lead may be old, ms: reading takes a hundredth of that. */
const restPerLead = 0.5;
/** Up to so many leads they are never old. */
const few = 2_000;
/** Days of the period when none is named. */
const usualDays = 30;
/** Words of a dimension that can be chosen from. */
const mostWords = 200;

export type ReviewQuery = {
  /** Days in the workspace's time zone, both or none; none: the last thirty. */
  readonly from: string | null;
  readonly to: string | null;
  readonly by: 'lead' | 'company';
  readonly filter: Filter;
  /** People of these teams; any, of none. */
  readonly team: readonly string[];
};

/** A question with all that its answer is made of. */
export type Asked = {
  readonly facts: Facts;
  readonly by: ReviewQuery['by'];
  readonly period: Period;
  readonly selection: Selection;
  readonly timeZone: string;
  /** In force; null before there is one. */
  readonly agreement: Agreement | null;
  readonly hours: BusinessHours | null;
  /** Whom the agreement's routing gives leads to. */
  readonly staff: readonly Person[];
};

export class ReviewDesk {
  readonly #context: Context;
  readonly #writes: () => number;
  #kept: { readonly facts: Facts; readonly writes: number } | null = null;
  readonly #written: WrittenTexts;
  #companies: { readonly of: Facts; readonly facts: Facts } | null = null;

  /** @param writes how often something was written that the review counts */
  constructor(context: Context, writes: () => number) {
    this.#context = context;
    this.#writes = writes;
    this.#written = new WrittenTexts(context, writes);
  }

  /** What is still to be read before a question can be answered; null when nothing is. */
  reading(): Reading | null {
    const kept = this.#kept;
    const writes = this.#writes();
    if (kept !== null) {
      const { facts } = kept;
      const rest = facts.leads.count <= few ? 0 : facts.leads.count * restPerLead;
      if (kept.writes === writes || this.#context.parts.now() - facts.asOf < rest) return null;
    }
    const reading = new FactsReading(this.#context.parts);
    return {
      step: () => {
        if (reading.step()) return true;
        this.#kept = { facts: reading.facts(), writes };
        return false;
      },
    };
  }

  /** Answers a question; what was read before must be there. */
  answer(query: ReviewQuery, view: (asked: Asked) => object): HandAnswer {
    const period = this.#period(query);
    if (period === null) return invalid('not_a_period', 'query', 'to');
    const leads = this.#facts();
    const facts = query.by === 'company' ? this.#byCompany(leads) : leads;
    const agreement = this.#context.documents.inForce()?.judge.agreement ?? null;
    const asked: Asked = {
      facts,
      by: query.by,
      period,
      selection: select(facts, this.#filter(query)),
      timeZone: this.#timeZone(),
      agreement,
      hours: agreement === null ? null : compileHours(agreement.hours),
      staff: agreement === null ? [] : this.#staff(agreement, query),
    };
    return done({
      asOf: iso(facts.asOf),
      period: { from: period.from, to: period.to, timeZone: period.timeZone },
      ...view(asked),
    });
  }

  /** The leads that a number was made from. */
  behind(query: ReviewQuery, number: NumberId, page: BehindPage): HandAnswer {
    return this.answer(query, (asked) => behindView(this.#context, asked, number, page));
  }

  /** The leads that one bar, row or cell of a picture counts; of what people wrote, that must have been read too. */
  behindSlice(query: ReviewQuery, slice: Slice, page: BehindPage): HandAnswer {
    const isAsked = slice.kind === 'asked';
    const texts = isAsked ? this.#written.texts() : null;
    return this.answer(isAsked ? { ...query, by: 'lead' } : query, (asked) =>
      behindSliceView(this.#context, asked, slice, texts, page),
    );
  }

  /** What both sides have promised, and how this month goes. */
  commitments(): HandAnswer {
    const { to } = lastDays(this.#context.parts.now(), 1, this.#timeZone());
    const month = { from: `${to.slice(0, 7)}-01`, to, by: 'lead', filter: {}, team: [] } as const;
    return this.answer(month, (asked) => commitmentsView(this.#context, asked));
  }

  /** How each number is counted, and what it is held to: of a volume, in a month. */
  definitions(): HandAnswer {
    const agreement = this.#context.documents.inForce()?.judge.agreement ?? null;
    const month = periodOf('2000-01-01', '2000-01-31', 'UTC');
    return done({
      numbers: Object.values(sharedNumbers).map(
        ({ id, title, unit, better, definition, formula, target }) => ({
          id,
          title,
          unit,
          better,
          definition,
          formula,
          target: target(agreement, month),
        }),
      ),
    });
  }

  /** In the same way, of what people wrote. */
  readingTexts(): Reading | null {
    return this.#written.reading();
  }

  /** What people ask; both must have been read before. It is people that ask, never companies. */
  asked(query: ReviewQuery): HandAnswer {
    return this.answer({ ...query, by: 'lead' }, (asked) => this.#written.view(asked));
  }

  /** What can be chosen from, the commonest first. */
  choices(): HandAnswer {
    const facts = this.#facts();
    const { people, teams } = this.#context.documents.all();
    const found = (dimension: Dimension) => countWords(facts, dimension).slice(0, mostWords);
    return done({
      asOf: iso(facts.asOf),
      leads: facts.leads.count,
      timeZone: this.#timeZone(),
      usual: this.#usual(),
      first: facts.leads.count === 0 ? null : iso(leastOf(facts.leads.createdAt)),
      dimensions: Object.fromEntries(
        dimensions
          .filter((dimension) => dimension !== 'company')
          .map((dimension) => [dimension, found(dimension)]),
      ),
      people: [...people.values()].map(({ email, name }) => ({ email, name })),
      teams: [...teams.values()].map(({ id, name }) => ({ id, name: name ?? id })),
      forms: found('form').map(({ word }) => ({
        id: word,
        name: this.#context.documents.published(word)?.form.name ?? word,
      })),
    });
  }

  spend(): HandAnswer {
    const rows = allSpend(this.#context.parts.sql);
    return done({ rows: rows.map((row) => ({ ...row, amount: row.amount / unitsOfMoney })) });
  }

  /** What channels brought and cost. */
  money(query: ReviewQuery, how: Pick<MoneyView, 'model' | 'channel'>): HandAnswer {
    const spend = allSpend(this.#context.parts.sql);
    return this.answer(query, ({ facts, selection, period }) =>
      moneyOf(facts, selection, period, { ...how, spend }),
    );
  }

  /** @param rows amounts in the currency itself */
  saveSpend(rows: readonly Spend[], author: string): HandAnswer {
    const whole = rows.map((row) => ({ ...row, amount: Math.round(row.amount * unitsOfMoney) }));
    return done(saveSpend(this.#context.parts, whole, author));
  }

  #facts(): Facts {
    if (this.#kept === null) throw new Error('Asked before anything was read.');
    return this.#kept.facts;
  }

  #byCompany(facts: Facts): Facts {
    if (this.#companies?.of !== facts) this.#companies = { of: facts, facts: byCompany(facts) };
    return this.#companies.facts;
  }

  #filter({ filter, team }: ReviewQuery): Filter {
    if (team.length === 0) return filter;
    const { teams } = this.#context.documents.all();
    const members = new Set(team.flatMap((id) => teams.get(id)?.members ?? []));
    const people = filter.person?.filter((person) => members.has(person)) ?? [...members];
    // Nobody at all, where the team has no such member.
    return { ...filter, person: people.length === 0 ? ['nobody'] : people };
  }

  /** Of the people and teams that are asked for, where some are. */
  #staff(agreement: Agreement, query: ReviewQuery): readonly Person[] {
    const { people, teams } = this.#context.documents.all();
    const { person } = this.#filter(query);
    return staffOf(agreement, people, teams).filter(({ email }) => person?.includes(email) ?? true);
  }

  #timeZone(): string {
    return this.#context.documents.inForce()?.judge.agreement.hours.timeZone ?? 'UTC';
  }

  #usual(): { readonly from: string; readonly to: string } {
    const { from, to } = lastDays(this.#context.parts.now(), usualDays, this.#timeZone());
    return { from, to };
  }

  /** Null where it ends before it begins. */
  #period({ from, to }: ReviewQuery): Period | null {
    const usual = this.#usual();
    const [first, last] = [from ?? usual.from, to ?? usual.to];
    return first > last ? null : periodOf(first, last, this.#timeZone());
  }
}

export type Reading = { readonly step: () => boolean };

function countWords({ leads, words }: Facts, dimension: Dimension): { word: string; count: number }[] {
  const counts = new Uint32Array(words[dimension].length);
  for (const code of leads.of[dimension]) counts[code] = (counts[code] ?? 0) + 1;
  return words[dimension]
    .map((word, code) => ({ word, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

function leastOf(column: Float64Array): number {
  return column.reduce((least, value) => Math.min(least, value), Infinity);
}
