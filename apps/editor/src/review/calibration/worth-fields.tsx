// What a won lead is worth and what a handoff costs: typed, or what won leads brought. It is asked here and kept nowhere.
import { TextField } from '../../parts/field.tsx';
import { moneyWords, shareWords, type Result } from './calibration-words.ts';
import type { WorthInWords } from './curve-panel.tsx';

export type WorthTyped = { readonly perWon: string; readonly cost: string };

export const nothingTyped: WorthTyped = { perWon: '', cost: '' };

/** Null: not known. */
export function worthOf({ worth }: Result, typed: WorthTyped): WorthInWords | null {
  const perWon = numberIn(typed.perWon) ?? worth.perWon;
  if (perWon === null || worth.wonShare === null) return null;
  return {
    perHit: perWon * worth.wonShare,
    cost: numberIn(typed.cost) ?? worth.cost,
    currency: worth.currency,
  };
}

function numberIn(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value;
}

type Props = {
  readonly result: Result;
  readonly typed: WorthTyped;
  readonly onChange: (typed: WorthTyped) => void;
};

export function WorthFields({ result, typed, onChange }: Props) {
  const { worth, outcome } = result;
  const mean = worth.perWon === null ? null : Math.round(worth.perWon);
  const hint =
    worth.wonShare === null
      ? 'Of no lead it is known yet whether it was won.'
      : outcome === 'won'
        ? undefined
        : `${shareWords(worth.wonShare)} of ${outcome === 'sql' ? 'SQLs' : 'accepted leads'} were won.`;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3 print:hidden">
      <div className="w-56">
        <TextField
          label="A won lead is worth"
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          placeholder={mean === null ? 'not known' : String(mean)}
          hint={
            hint ??
            (mean === null || worth.from !== 'won_leads'
              ? undefined
              : `Won leads brought ${moneyWords(mean, worth.currency)} on average.`)
          }
          value={typed.perWon}
          onChange={({ target }) => onChange({ ...typed, perWon: target.value })}
        />
      </div>
      <div className="w-56">
        <TextField
          label="A handoff costs"
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          placeholder="0"
          hint="The time of sales. Without, more is always better."
          value={typed.cost}
          onChange={({ target }) => onChange({ ...typed, cost: target.value })}
        />
      </div>
    </div>
  );
}
