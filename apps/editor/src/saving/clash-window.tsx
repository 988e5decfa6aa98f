// One chooses for each thing that both changed, and nothing is saved before.
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { clashKey, type Choices, type Clash, type Side } from './merge-documents.ts';

type Props = {
  readonly clashes: readonly Clash[];
  /** Who else it was. */
  readonly who: string;
  readonly clashInWords: (clash: Clash) => string;
  readonly valueInWords: (value: unknown, clash: Clash) => string;
  readonly onChoose: (choices: Choices) => void;
};

export function ClashWindow({ clashes, who, clashInWords, valueInWords, onChoose }: Props) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const choose = (clash: Clash, side: Side): void => setChoices(new Map(choices).set(clashKey(clash), side));
  const isDone = clashes.every((clash) => choices.has(clashKey(clash)));
  return (
    // It stays until it is answered: neither side may win by accident.
    <Dialog
      open
      wide
      title={`${who} changed the same as you`}
      description="Everything else is together already. Choose for each of these; then it is saved."
      actions={
        <Button look="main" disabled={!isDone} onClick={() => onChoose(choices)}>
          Save
        </Button>
      }
    >
      <ul className="space-y-4">
        {clashes.map((clash) => (
          <li key={clashKey(clash)}>
            <fieldset>
              <legend className="mb-2 font-medium">{clashInWords(clash)}</legend>
              <div className="grid gap-2 sm:grid-cols-2">
                {(['mine', 'theirs'] as const).map((side) => (
                  <label
                    key={side}
                    className="flex gap-2.5 rounded-control border border-line p-3 has-checked:border-accent has-checked:bg-tint"
                  >
                    <input
                      type="radio"
                      name={clashKey(clash)}
                      checked={choices.get(clashKey(clash)) === side}
                      onChange={() => choose(clash, side)}
                      className="mt-0.5 size-4 accent-accent"
                    />
                    <span className="min-w-0">
                      <span className="block text-sm text-soft">
                        {side === 'mine' ? 'Yours' : `As ${who} left it`}
                      </span>
                      <span className="wrap-anywhere">{valueInWords(clash[side], clash)}</span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
