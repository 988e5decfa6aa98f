// One section of the agreement: its clauses, what can be added, what differs from what is in force, what was found.
import { Plus } from 'lucide-react';
import type { ChangeInWords, Section } from '@baton/agreement/words';
import { WordsShown } from '../builder/conditions/words-shown.tsx';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/state.tsx';
import { additionsTo } from './additions.ts';
import { ClauseRow } from './clause-row.tsx';
import type { Finding } from './use-findings.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';

type Props = {
  readonly section: Section;
  readonly number: number;
  readonly changes?: readonly ChangeInWords[];
  readonly findings?: readonly Finding[];
};

const none: readonly never[] = [];

export function ContractSection({ section, number, changes = none, findings = none }: Props) {
  const { id, title, sentences } = section;
  const { store, around, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const additions = mayWrite ? additionsTo(id, draft, [...around.people.keys()][0]) : [];
  return (
    <section aria-labelledby={`section-${id}`} className="mt-10 scroll-mt-6 print:mt-6">
      <h3 id={`section-${id}`} className="flex items-center gap-3 text-lg font-semibold">
        <span className="text-soft tabular-nums">{number}</span> {title}
        {changes.length > 0 && (
          <span className="print:hidden">
            <Tag tone="accent">{changes.length === 1 ? '1 change' : `${changes.length} changes`}</Tag>
          </span>
        )}
      </h3>
      {sentences.length === 0 && <p className="mt-2 pl-8 text-soft">Nothing is agreed here.</p>}
      <ol className="mt-2 space-y-0.5">
        {sentences.map((sentence, index) => (
          <ClauseRow
            key={JSON.stringify(sentence.path)}
            sentence={sentence}
            number={`${number}.${index + 1}`}
            findings={findings.filter(({ path }) => isWithin(path, sentence.path))}
          />
        ))}
      </ol>
      {findings
        .filter(({ path }) => !sentences.some((sentence) => isWithin(path, sentence.path)))
        .map(({ key, says, tone }) => (
          <p
            key={key}
            className={`mt-1 pl-12 text-sm print:hidden ${tone === 'bad' ? 'text-bad' : 'text-warn'}`}
          >
            {says}
          </p>
        ))}
      {additions.length > 0 && (
        <div className="mt-1 flex flex-wrap gap-1 pl-9 print:hidden">
          {additions.map(({ label, add }) => (
            <Button
              key={label}
              look="quiet"
              size="small"
              className="text-soft!"
              icon={<Plus size={14} aria-hidden="true" />}
              onClick={() => {
                const { path, draft: next } = add(store.state.getState().draft);
                store.edit(() => next);
                store.select(path);
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {changes.length > 0 && (
        <details className="mt-2 pl-12 text-sm print:hidden">
          <summary className="text-accent">What differs from what is in force</summary>
          <ul className="mt-1 space-y-1">
            {changes.map(({ kind, path, says }) => (
              <li key={`${kind} ${path.join('/')}`} className="border-l-2 border-accent pl-3">
                <WordsShown words={says} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function isWithin(path: readonly (string | number)[], outer: readonly (string | number)[]): boolean {
  return outer.every((part, index) => path[index] === part);
}
