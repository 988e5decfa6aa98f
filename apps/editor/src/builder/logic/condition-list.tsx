// All conditions of the form as sentences, each pressed to change it, with what is wrong with it.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useStore } from 'zustand';
import { conditionPlaces, placeKey, tierOf, type ConditionPlace } from '../../draft/condition-places.ts';
import { outcomeName, sentenceAt } from '../../draft/condition-words.ts';
import { outcomesOf } from '../../draft/edit-outcomes.ts';
import type { FormDraft } from '../../draft/form-draft.ts';
import type { Surroundings } from '../../draft/readables.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { findingInWords } from '../checker/finding-words.ts';
import { issuesAt } from '../conditions/condition-issues.ts';
import { ConditionWindow } from '../conditions/condition-window.tsx';
import { WordsShown } from '../conditions/words-shown.tsx';

export function ConditionList({ around }: { readonly around: Surroundings }) {
  const draft = useDraft((whole) => whole);
  const [open, setOpen] = useState<ConditionPlace | null>(null);
  const tiers = outcomesOf(draft).filter((outcome) => tierOf(outcome) !== undefined);
  return (
    <>
      <ul aria-label="Conditions" className="grid items-start gap-2 lg:grid-cols-2">
        {conditionPlaces(draft).map((place) => (
          <Sentence
            key={placeKey(place)}
            place={place}
            draft={draft}
            around={around}
            onOpen={() => setOpen(place)}
          />
        ))}
        {tiers.map((outcome) => (
          <li key={outcome.id}>
            <Link
              to="/forms/$form/$tab"
              params={{ form: draft.id, tab: 'outcomes' }}
              className="block rounded-control border border-line bg-card px-3 py-2 hover:border-soft"
            >
              Show <strong className="font-semibold">{outcomeName(outcome)}</strong> when the lead is of tier{' '}
              <strong className="font-semibold text-accent">{tierOf(outcome)}</strong> or better
            </Link>
          </li>
        ))}
      </ul>
      {open && <ConditionWindow place={open} onClose={() => setOpen(null)} />}
    </>
  );
}

type SentenceProps = {
  readonly place: ConditionPlace;
  readonly draft: FormDraft;
  readonly around: Surroundings;
  readonly onOpen: () => void;
};

function Sentence({ place, draft, around, onOpen }: SentenceProps) {
  const { saver } = useBuilder();
  const { document, issues, warnings } = useStore(saver.judged);
  const errors = issuesAt(document, place, issues);
  const told = [...errors, ...issuesAt(document, place, warnings)];
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="block w-full rounded-control border border-line bg-card px-3 py-2 text-left hover:border-soft"
      >
        <WordsShown words={sentenceAt(draft, place, around)} />
        {told.map((issue) => (
          <span
            key={`${issue.code} ${issue.path.join('.')}`}
            className={`mt-1 block text-xs ${errors.includes(issue) ? 'text-bad' : 'text-warn'}`}
          >
            {findingInWords(issue)}
          </span>
        ))}
      </button>
    </li>
  );
}
