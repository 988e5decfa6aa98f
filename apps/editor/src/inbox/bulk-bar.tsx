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

/** On a phone they are as high as a thumb is wide. */
const touched = 'max-sm:h-11';

export function BulkBar({ count, mayWrite, onAccept, onReject, onAssign, onClear }: Props) {
  return (
    <div
      role="group"
      aria-label="What to do with the selected leads"
      className="border-t border-line bg-card px-4 py-2.5 sm:flex sm:items-center sm:gap-2 md:px-6"
    >
      <div className="flex items-center justify-between gap-2 max-sm:mb-2">
        <p className="mr-2 font-medium tabular-nums">{countInWords(count)} selected</p>
        <Button size="small" look="quiet" onClick={onClear}>
          Let go
        </Button>
      </div>
      <div className="grid grid-cols-3 gap-2 sm:flex">
        <Button
          size="small"
          className={touched}
          disabled={!mayWrite}
          icon={<UserRoundPen size={15} aria-hidden="true" />}
          onClick={onAssign}
        >
          Give to
        </Button>
        <Button
          size="small"
          className={touched}
          disabled={!mayWrite}
          icon={<X size={15} aria-hidden="true" />}
          onClick={onReject}
        >
          Reject
        </Button>
        <Button
          size="small"
          look="main"
          className={touched}
          disabled={!mayWrite}
          icon={<Check size={15} aria-hidden="true" />}
          onClick={onAccept}
        >
          Accept
        </Button>
      </div>
    </div>
  );
}
