// What can be done with all that is selected.
import { Check, UserRoundPen, X } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { countInWords } from '../parts/share.ts';

type Props = {
  readonly count: number;
  readonly mayWrite: boolean;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onAssign: () => void;
  readonly onClear: () => void;
};

export function BulkBar({ count, mayWrite, onAccept, onReject, onAssign, onClear }: Props) {
  return (
    <div
      role="group"
      aria-label="What to do with the selected leads"
      className="flex flex-wrap items-center gap-2 border-t border-line bg-card px-4 py-2.5 md:px-6"
    >
      <p className="mr-2 font-medium tabular-nums">{countInWords(count)} selected</p>
      <Button size="small" look="quiet" onClick={onClear}>
        Let go
      </Button>
      <Button
        size="small"
        disabled={!mayWrite}
        icon={<UserRoundPen size={15} aria-hidden="true" />}
        onClick={onAssign}
      >
        Give to
      </Button>
      <Button size="small" disabled={!mayWrite} icon={<X size={15} aria-hidden="true" />} onClick={onReject}>
        Reject
      </Button>
      <Button
        size="small"
        look="main"
        disabled={!mayWrite}
        icon={<Check size={15} aria-hidden="true" />}
        onClick={onAccept}
      >
        Accept
      </Button>
    </div>
  );
}
