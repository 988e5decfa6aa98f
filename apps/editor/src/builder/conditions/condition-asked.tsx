// The window in which a condition is made or changed, wherever it belongs. Nothing unfinished leaves it: what is missing
// is marked, and it stays open.
import type { Condition, Words } from '@baton/rules';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Readable } from '../../draft/readables.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { QueryInWords } from './query-in-words.tsx';
import { queryOf, readQuery } from './query.ts';
import { WordsShown } from './words-shown.tsx';

type Props = {
  readonly title: string;
  /** What is decided: `Show Team size when`. */
  readonly opening: Words;
  readonly before: Condition;
  /** What may be read here, in the order to offer it. */
  readonly readables: readonly Readable[];
  /** Nothing where the condition says nothing yet. */
  readonly say: (condition: Condition) => Words;
  readonly mayWrite: boolean;
  /** null: it is taken away. */
  readonly onSave: (condition: Condition) => void;
  readonly onClose: () => void;
  /** There has to be one. */
  readonly isNeeded?: boolean;
};

export function ConditionAsked({
  title,
  opening,
  before,
  readables,
  say,
  mayWrite,
  onSave,
  onClose,
  isNeeded = false,
}: Props) {
  const [query, setQuery] = useState(() => queryOf(before));
  const [isMarked, setMarked] = useState(before !== null);
  const body = useRef<HTMLDivElement>(null);
  const { condition, faults } = useMemo(() => readQuery(query, readables), [query, readables]);
  const save = (): void => {
    if (faults.size > 0) {
      // Before the next key: whoever types on means what they are led to.
      flushSync(() => setMarked(true));
      body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
      return;
    }
    onSave(condition);
    onClose();
  };
  const remove = (): void => {
    onSave(null);
    onClose();
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={title}
      description={<WordsShown words={[...opening, { text: ' …', as: 'plain' }]} />}
      actions={
        mayWrite ? (
          <>
            {before !== null && !isNeeded && (
              <Button look="bad" className="mr-auto" onClick={remove}>
                Remove condition
              </Button>
            )}
            <Button onClick={onClose}>Cancel</Button>
            <Button look="main" onClick={save}>
              Save condition
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>Close</Button>
        )
      }
    >
      <div ref={body} className="space-y-4 pt-1">
        <ConditionEditor
          query={query}
          onQuery={setQuery}
          readables={readables}
          faults={isMarked ? faults : none}
          disabled={!mayWrite}
        />
        <QueryInWords query={query} opening={opening} say={say} />
      </div>
    </Dialog>
  );
}

const none: ReadonlyMap<string, string> = new Map();
