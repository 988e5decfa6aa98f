// The question before something is removed: what becomes of it, and why it could not be done.
import { refusalInWords } from '../server/refusal.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly name: string;
  /** What becomes of it and of what hangs on it. */
  readonly says: string;
  readonly removal: { readonly isPending: boolean; readonly error: unknown; readonly mutate: () => void };
  readonly onClose: () => void;
};

export function AskToRemove({ name, says, removal, onClose }: Props) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${name}?`}
      description={says}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="bad" busy={removal.isPending} onClick={() => removal.mutate()}>
            Remove
          </Button>
        </>
      }
    >
      {removal.error !== null && (
        <p role="alert" className="text-bad">
          {refusalInWords(removal.error)}
        </p>
      )}
    </Dialog>
  );
}
