// The condition of a rule: said as a sentence, and put together in the same window as a form's.
import { Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import { conditionInWords, plainText, sentence, type Condition } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { readableCondition } from '../draft/condition-places.ts';
import { ConditionAsked } from '../builder/conditions/condition-asked.tsx';
import { WordsShown } from '../builder/conditions/words-shown.tsx';
import { knownAt, leadReadables, type AgreementWords } from '../draft/readables.ts';
import { Button } from '../parts/button.tsx';
import type { Control } from './clause-controls.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { listAt, type TermsDraft } from './terms-draft.ts';
import { useValue } from './use-value.ts';

export function ConditionControl({
  control: { kind, label, path, optional },
}: {
  readonly control: Control;
}) {
  const { around, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const [value, change] = useValue(path);
  const [isOpen, setOpen] = useState(false);
  const before = readableCondition(value);
  const surroundings = useMemo(
    () => ({ attributes: around.catalogue, agreement: behavioursOf(draft) }),
    [around, draft],
  );
  const readables = useMemo(
    () => leadReadables(surroundings, kind === 'decision', before),
    [surroundings, kind, before],
  );
  const say = (condition: Condition) =>
    condition === null ? [] : conditionInWords(condition, (at) => knownAt(at, surroundings));
  const words = say(before);
  const shown = words.length === 0 ? null : sentence('when ', words);
  const otherwise = optional ? 'Add a condition' : 'always';
  return (
    <div className="min-w-0 flex-1 basis-64">
      <span className="mb-1 block text-sm font-medium">{label}</span>
      <Button
        className="h-auto! min-h-9 max-w-full justify-start! text-left font-normal! whitespace-normal!"
        icon={<Pencil size={14} aria-hidden="true" className="shrink-0 text-soft" />}
        aria-label={`${label}: ${shown === null ? otherwise : plainText(shown)}. Change`}
        onClick={() => setOpen(true)}
      >
        <span className="py-1.5">{shown === null ? otherwise : <WordsShown words={shown} />}</span>
      </Button>
      {isOpen && (
        <ConditionAsked
          title={kind === 'decision' ? 'For which leads?' : 'When does it hold?'}
          opening={sentence('It holds when')}
          before={before}
          readables={readables}
          say={say}
          mayWrite={mayWrite}
          onSave={(condition) => change(condition ?? (optional ? null : undefined))}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function behavioursOf(draft: TermsDraft): AgreementWords {
  const behaviours = (['fit', 'engagement', 'intent'] as const)
    .flatMap((dimension) => listAt(draft, ['score', dimension, 'behaviours']))
    .flatMap((one) => (isRecord(one) ? [{ id: String(one['id']), says: String(one['says']) }] : []));
  return { tiers: [], behaviours };
}
