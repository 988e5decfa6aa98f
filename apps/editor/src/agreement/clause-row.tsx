// One clause: a sentence, and, once it is pressed, the controls that change it, in its place. Enter is done; Escape puts
// it back as it was.
import { Pencil } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Sentence } from '@baton/agreement/words';
import { WordsShown } from '../builder/conditions/words-shown.tsx';
import { clauseAt } from './clause-controls.ts';
import { ClauseEditor } from './clause-editor.tsx';
import type { Finding } from './use-findings.ts';
import { isSamePath, useOpenClause, useTerms } from './terms-context.ts';

type Props = { readonly sentence: Sentence; readonly number: string; readonly findings: readonly Finding[] };

export function ClauseRow({ sentence: { path, words }, number, findings }: Props) {
  const { store, mayWrite } = useTerms();
  const isOpen = isSamePath(useOpenClause(), path);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const clause = clauseAt(path);
  const canOpen = mayWrite && clause !== null;
  return (
    <li className="break-inside-avoid">
      <div className="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3">
        <span className="pt-1.5 text-right text-sm text-soft tabular-nums">{number}</span>
        <div className="min-w-0">
          {canOpen ? (
            <button
              type="button"
              ref={opener}
              aria-expanded={isOpen}
              onClick={() => store.select(isOpen ? null : path)}
              className="group -ml-2 flex w-full items-start gap-2 rounded-control px-2 py-1 text-left leading-6 text-pretty hover:bg-ink/4 aria-expanded:bg-tint/60"
            >
              <span className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">
                <WordsShown words={words} />
              </span>
              <Pencil
                size={14}
                aria-hidden="true"
                className="mt-1.5 shrink-0 text-soft opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100 print:hidden"
              />
            </button>
          ) : (
            <p className="py-1 leading-6 whitespace-pre-line text-pretty wrap-anywhere">
              <WordsShown words={words} />
            </p>
          )}
          {isOpen && clause && <ClauseEditor clause={clause} />}
          {findings.map(({ key, says, tone }) => (
            <p key={key} className={`pb-1 text-sm print:hidden ${tone === 'bad' ? 'text-bad' : 'text-warn'}`}>
              {says}
            </p>
          ))}
        </div>
      </div>
    </li>
  );
}
