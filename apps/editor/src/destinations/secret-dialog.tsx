// A webhook's signing secret, shown this once.
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';

type Props = {
  readonly destination: string;
  readonly secret: string;
  /** Until then the one before signs as well; null for a first one. */
  readonly until: string | null;
  readonly onClose: () => void;
};

const instant = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

export function SecretDialog({ destination, secret, until, onClose }: Props) {
  return (
    <Dialog
      open
      title={`The signing secret of ${destination}`}
      description="It is shown only now. Put it where the receiver verifies signatures."
      actions={
        <Button look="main" onClick={onClose}>
          I have it
        </Button>
      }
    >
      <p className="rounded-control border border-line bg-ground px-3 py-2 font-mono text-sm wrap-anywhere">
        {secret}
      </p>
      <div className="mt-3 flex items-center gap-2">
        <CopyButton text={secret}>Copy secret</CopyButton>
      </div>
      {until !== null && (
        <p className="mt-4 text-sm text-soft text-pretty">
          Until {instant.format(new Date(until))} every webhook carries two signatures, by this one and by the
          one before, so the receiver can change at any moment until then.
        </p>
      )}
    </Dialog>
  );
}
