// What a visitor is shown, decided from what this browser has told and done itself: never from what others told
// about the same address, or the reply would tell on them.
import type { Occurrence } from '@baton/agreement';
import { ownOf, pickOutcome, showIn, type Form, type Outcome, type Show } from '@baton/form';
import { bugLine } from '../log.ts';
import type { InForce } from './documents.ts';
import type { PublishedVersion } from './published-version.ts';
import type { Parts } from './parts.ts';

export type VisitorView = {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
  readonly occurrences: readonly Occurrence[];
};

/** The first outcome that holds for the visitor's own view; without an agreement no tier holds. */
export function outcomeFor(
  parts: Parts,
  published: PublishedVersion,
  inForce: InForce | null,
  view: VisitorView,
  now: number,
): Outcome {
  if (inForce !== null) {
    try {
      const { judge } = inForce;
      const judgement = judge.judge(view, now);
      return pickOutcome(published.outcomes, {
        tierAtOrAbove: (tier) => judge.isAtOrAbove(judgement.tier, tier),
        facts: judge.facts(view, judgement.score),
      });
    } catch (error) {
      // A rule that throws must not cost the visitor their thanks, nor us the lead.
      parts.log(bugLine(error, 'outcome'));
    }
  }
  return pickOutcome(published.outcomes, {
    tierAtOrAbove: () => false,
    facts: { lead: view.attributes, visit: view.visit },
  });
}

/** What it shows, in the language that the form spoke; null: its own. */
export function shownIn({ translations }: Form, outcome: Outcome, language: string | null): Show {
  return showIn(ownOf(translations, language ?? ''), outcome);
}
