// An import on its way: how far it is, and that it goes on by itself.
import type { HistoryImport } from '@baton/worker/api-types';

type ProgressProps = {
  readonly label: string;
  readonly done: number;
  readonly all: number;
  readonly says: string;
};

export function Progress({ label, done, all, says }: ProgressProps) {
  const share = all === 0 ? 0 : done / all;
  return (
    <div>
      <p className="flex justify-between gap-4">
        <span className="font-medium">{label}</span>
        <span className="text-soft tabular-nums">
          {done.toLocaleString('en')} of {all.toLocaleString('en')}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        className="mt-2 h-2 overflow-hidden rounded-full bg-ink/8"
      >
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
      <p role="status" className="mt-2 text-sm text-soft">
        {says}
      </p>
    </div>
  );
}

export function Under({ at, isWaiting }: { readonly at: HistoryImport; readonly isWaiting: boolean }) {
  return (
    <Progress
      label={`Importing ${at.name}`}
      done={at.next}
      all={at.rows}
      says={
        isWaiting
          ? 'Baton cannot be reached. It goes on by itself from where it is; no row is taken twice.'
          : 'You may leave this page: it goes on when you come back.'
      }
    />
  );
}
