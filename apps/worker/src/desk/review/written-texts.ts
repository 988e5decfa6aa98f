// What people wrote, kept as terms for as long as nothing was written since, and, where there is much, for a while longer:
// reading it takes as long as reading what the numbers are counted from.
import { askedOf, excerptOf, textKinds, type AskedView, type Texts } from '@baton/review';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { TextsReading, textAt } from './read-texts.ts';
import type { Asked, Reading } from './review-desk.ts';

/** So long terms of one text may be old, ms. */
const restPerText = 1;
/** Up to so many they are never old. */
const few = 1_000;

export class WrittenTexts {
  readonly #context: Context;
  readonly #writes: () => number;
  #kept: { readonly texts: Texts; readonly writes: number; readonly at: number } | null = null;

  constructor(context: Context, writes: () => number) {
    this.#context = context;
    this.#writes = writes;
  }

  /** What is still to be read before it can be asked for; null when nothing is. */
  reading(): Reading | null {
    const [kept, writes, now] = [this.#kept, this.#writes(), this.#context.parts.now()];
    if (kept !== null) {
      const rest = kept.texts.count <= few ? 0 : kept.texts.count * restPerText;
      if (kept.writes === writes || now - kept.at < rest) return null;
    }
    const reading = new TextsReading(this.#context);
    return {
      step: () => {
        if (reading.step()) return true;
        this.#kept = { texts: reading.texts(), writes, at: now };
        return false;
      },
    };
  }

  /** What was read. */
  texts(): Texts {
    const texts = this.#kept?.texts;
    if (texts === undefined) throw new Error('Asked before anything was read.');
    return texts;
  }

  view(asked: Asked): object {
    const texts = this.texts();
    const { against, groups } = askedOf(asked, texts, asked.period);
    return {
      against,
      answers: this.#group(texts, groups.answers),
      sales: this.#group(texts, groups.sales),
    };
  }

  #group(texts: Texts, { people, before, terms }: AskedView['groups']['answers']): object {
    return {
      people,
      before,
      terms: terms.map(({ examples, ...term }) => ({
        ...term,
        examples: examples.flatMap((place) => this.#example(texts, place, term.term) ?? []),
      })),
    };
  }

  /** Null where it was erased since it was read. */
  #example(texts: Texts, place: number, term: string): object | null {
    const found = textAt(this.#context.parts.sql, texts, place);
    if (found === null) return null;
    const kind = textKinds[texts.kind[place] ?? 0] ?? 'answer';
    return { lead: found.lead, kind, at: iso(texts.at[place] ?? 0), text: excerptOf(found.text, term) };
  }
}
