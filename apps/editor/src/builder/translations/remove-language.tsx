// Whether a language goes, with everything that was said in it.
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useSayDone } from '../use-say-done.ts';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly name: string;
  /** Texts that go with it. */
  readonly count: number;
  readonly onRemove: () => void;
};

export function RemoveLanguage({ open, onClose, name, count, onRemove }: Props) {
  const sayDone = useSayDone();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Remove ${name}?`}
      description={
        count === 0
          ? 'Nothing was translated yet.'
          : `${count === 1 ? 'One text goes' : `${count} texts go`} with it. Versions that are published keep theirs.`
      }
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            look="bad"
            onClick={() => {
              onClose();
              onRemove();
              sayDone(`${name} is removed.`);
            }}
          >
            Remove {name}
          </Button>
        </>
      }
    >
      <p className="text-soft">Visitors who speak it read the form’s own words once this is published.</p>
    </Dialog>
  );
}
