// When something is shown or must be answered, as a sentence that is pressed to change it.
import { Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { conditionAt, type ConditionPlace } from '../../draft/condition-places.ts';
import { conditionInWords } from '../../draft/condition-words.ts';
import { classes } from '../../parts/classes.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ConditionWindow } from './condition-window.tsx';
import { useSurroundings } from './use-surroundings.ts';
import { WordsShown } from './words-shown.tsx';

type Props = {
  readonly place: ConditionPlace;
  /** What is decided: `Shown`, `Must be answered`. */
  readonly label: string;
  /** What holds while there is no condition: `Always`. */
  readonly otherwise: string;
};

export function ConditionRow({ place, label, otherwise }: Props) {
  const { mayWrite } = useBuilder();
  const draft = useDraft((whole) => whole);
  const around = useSurroundings(place.kind === 'outcome');
  const [isOpen, setOpen] = useState(false);
  const words = useMemo(
    () => conditionInWords(conditionAt(draft, place), draft, around),
    [draft, place, around],
  );
  const isSet = words.length > 0;
  return (
    <div>
      <div className="mb-1 text-sm font-medium">{label}</div>
      <button
        type="button"
        disabled={!mayWrite && !isSet}
        onClick={() => setOpen(true)}
        className={classes(
          'flex w-full items-start gap-2 rounded-control border px-2.5 py-1.5 text-left hover:border-soft disabled:opacity-60',
          isSet ? 'border-line bg-card' : 'border-dashed border-line bg-transparent text-soft',
        )}
      >
        <span className="min-w-0 flex-1">
          <span className="sr-only">{label}: </span>
          {isSet ? (
            <>
              when <WordsShown words={words} />
            </>
          ) : (
            otherwise
          )}
        </span>
        {mayWrite && (isSet ? <Sign of={Pencil} /> : <Sign of={Plus} />)}
      </button>
      {isOpen && <ConditionWindow place={place} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Sign({ of: Icon }: { readonly of: typeof Pencil }) {
  return <Icon size={14} aria-hidden="true" className="mt-1 shrink-0 text-soft" />;
}
