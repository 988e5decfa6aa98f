// Where a condition is made or changed. Nothing unfinished leaves it: what is missing is marked, and it stays open.
import { useMemo, useRef, useState } from 'react';
import { conditionAt, withCondition, type ConditionPlace } from '../../draft/condition-places.ts';
import { openingInWords } from '../../draft/condition-words.ts';
import { readablesFor } from '../../draft/readables.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { QueryInWords } from './query-in-words.tsx';
import { queryOf, readQuery } from './query.ts';
import { useSurroundings } from './use-surroundings.ts';
import { WordsShown } from './words-shown.tsx';

type Props = { readonly place: ConditionPlace; readonly onClose: () => void };

const titles: Readonly<Record<ConditionPlace['kind'], string>> = {
  field_shown: 'When is this field shown?',
  field_required: 'When must this be answered?',
  step_shown: 'When is this step shown?',
  outcome: 'When is this shown?',
};

export function ConditionDialog({ place, onClose }: Props) {
  const { store, mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const around = useSurroundings(place.kind === 'outcome');
  const [before] = useState(() => conditionAt(draft, place));
  const [query, setQuery] = useState(() => queryOf(before));
  const [isMarked, setMarked] = useState(before !== null);
  const body = useRef<HTMLDivElement>(null);
  const readables = useMemo(() => readablesFor(draft, place, around), [draft, place, around]);
  const { condition, faults } = useMemo(() => readQuery(query, readables), [query, readables]);
  const save = (): void => {
    if (faults.size > 0) {
      setMarked(true);
      requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    store.edit((whole) => withCondition(whole, place, condition));
    onClose();
  };
  const opening = openingInWords(draft, place);
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={titles[place.kind]}
      description={<WordsShown words={[...opening, { text: ' …', as: 'plain' }]} />}
      actions={
        mayWrite ? (
          <>
            {before !== null && (
              <Button
                look="bad"
                className="mr-auto"
                onClick={() => {
                  store.edit((whole) => withCondition(whole, place, null));
                  onClose();
                }}
              >
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
        <QueryInWords query={query} opening={opening} draft={draft} around={around} />
      </div>
    </Dialog>
  );
}

const none: ReadonlyMap<string, string> = new Map();
