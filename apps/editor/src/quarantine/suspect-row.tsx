// One submission that was put aside: who it says it is, why it is suspected, what it answered, and what can be done.
import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useId } from 'react';
import { readDraft } from '../draft/form-draft.ts';
import { answerLines } from '../inbox/lead/answer-lines.ts';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/state.tsx';
import { catalogueQuery, versionQuery } from '../server/queries.ts';
import { suspicionInWords, type Suspect } from './suspicion-words.ts';
import type { Looking } from './use-look.ts';

type Props = {
  readonly suspect: Suspect;
  readonly mayWrite: boolean;
  /** What is being done with it. */
  readonly doing: Looking['as'] | null;
  readonly onLook: (looking: Looking) => void;
};

export function SuspectRow({ suspect, mayWrite, doing, onLook }: Props) {
  const { id, form, version, answers, reasons, at, looked, lookedBy } = suspect;
  const heading = useId();
  const published = useQuery(versionQuery(form, version));
  const { data: attributes = [] } = useQuery(catalogueQuery);
  const draft = readDraft(published.data?.document ?? null);
  const lines = answerLines(draft, attributes, answers);
  const name = nameOf(suspect);
  const look = (as: Looking['as']): void => onLook({ submission: id, name, as });
  return (
    <li className="border-t border-line first:border-t-0">
      <article
        aria-labelledby={heading}
        tabIndex={-1}
        data-suspect={id}
        data-name={name}
        className="scroll-m-4 px-4 py-4 md:flex md:gap-6 md:px-6"
      >
        <div className="min-w-0 flex-1">
          <h2 id={heading} className="font-semibold break-words">
            {name}
          </h2>
          <p className="text-sm text-soft">
            {draft?.name ?? form} · <Ago at={at} />
            {looked === 'confirmed' &&
              lookedBy !== null &&
              ` · confirmed by ${lookedBy.replace(/^\w+:/, '')}`}
          </p>
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {reasons.map((reason) => (
              <li key={reason}>
                <Tag tone="warn">{suspicionInWords(reason)}</Tag>
              </li>
            ))}
          </ul>
          <details className="mt-2">
            <summary className="w-fit cursor-pointer rounded-control text-sm text-soft hover:text-ink">
              What it answered
            </summary>
            <dl className="mt-1 max-w-160">
              {lines.map(({ field, label, value }) => (
                <div key={field} className="flex gap-3 py-1">
                  <dt className="w-2/5 shrink-0 text-sm break-words text-soft">{label}</dt>
                  <dd className="min-w-0 flex-1 break-words whitespace-pre-line">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
        <div className="flex shrink-0 gap-2 self-start max-md:mt-3">
          <Button
            size="small"
            disabled={!mayWrite || doing === 'confirm'}
            busy={doing === 'release'}
            icon={<Check size={15} aria-hidden="true" />}
            onClick={() => look('release')}
          >
            Release
          </Button>
          {looked !== 'confirmed' && (
            <Button
              size="small"
              look="quiet"
              disabled={!mayWrite || doing === 'release'}
              busy={doing === 'confirm'}
              icon={<X size={15} aria-hidden="true" />}
              onClick={() => look('confirm')}
            >
              Confirm
            </Button>
          )}
        </div>
      </article>
    </li>
  );
}

/** The address it gave, wherever that was asked; else the first thing it said. */
function nameOf({ answers }: Suspect): string {
  const texts = Object.values(answers).filter((answer) => typeof answer === 'string' && answer !== '');
  const said = texts.find((text) => /^\S+@\S+$/.test(String(text))) ?? texts[0];
  return said === undefined ? 'Somebody' : String(said);
}
