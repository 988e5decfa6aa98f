// Where teams want the threshold: by what sales can take, by how often it should be right, by what a week brings.
import {
  thresholdByCapacity,
  thresholdByShare,
  thresholdByValue,
  type CurvePoint,
  type Worth,
} from '@baton/calibration';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import type { Outcome } from './calibration-query.ts';
import { outcomesWords } from './calibration-words.ts';

type Props = {
  readonly points: readonly CurvePoint[];
  readonly outcome: Outcome;
  readonly worth: Worth | null;
  readonly onMove: (threshold: number) => void;
};

export function Presets({ points, outcome, worth, onMove }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const go = (found: CurvePoint | null, none: string): void => {
    // A threshold of nothing hands everybody over.
    if (found !== null) onMove(Math.max(1, Math.ceil(found.from)));
    setSaid(found === null ? none : null);
  };
  return (
    <div className="mt-4 print:hidden">
      <h4 className="text-sm font-medium">Put the threshold where</h4>
      <div className="mt-2 flex flex-wrap items-end gap-x-6 gap-y-3">
        <Preset
          label="handoffs a week, at most"
          start="10"
          onGo={(value) =>
            go(
              thresholdByCapacity(points, value),
              'No threshold hands over so few: more have the highest score.',
            )
          }
        />
        <Preset
          label={`% ${outcomesWords[outcome]}, at least`}
          start="70"
          onGo={(value) =>
            go(thresholdByShare(points, value / 100), 'No threshold comes so far with what is known.')
          }
        />
        {worth !== null && (
          <Button
            size="small"
            onClick={() => go(thresholdByValue(points, worth), 'Of no threshold the value is known.')}
          >
            A week is worth most
          </Button>
        )}
      </div>
      <p role="status" className="mt-1 min-h-5 text-sm text-warn">
        {said}
      </p>
    </div>
  );
}

type PresetProps = {
  readonly label: ReactNode;
  readonly start: string;
  readonly onGo: (value: number) => void;
};

function Preset({ label, start, onGo }: PresetProps) {
  const [text, setText] = useState(start);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value)) onGo(value);
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <div className="w-44">
        <TextField
          label={label}
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          value={text}
          onChange={({ target }) => setText(target.value)}
          className="h-8"
        />
      </div>
      <Button type="submit" size="small">
        Go there
      </Button>
    </form>
  );
}
