// A window with questions and one button that sends them; what is wrong with all of it stands above them.
import { useId, type FormEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly title: string;
  readonly description?: ReactNode;
  /** What the button says. */
  readonly send: string;
  readonly busy: boolean;
  /** Sentences; none where nothing is wrong. */
  readonly wrong: readonly string[];
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export function FormDialog({ title, description, send, busy, wrong, onSend, onClose, children }: Props) {
  const form = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="main" type="submit" form={form} busy={busy}>
            {send}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="space-y-5">
        {wrong.length > 0 && (
          <div role="alert" className="rounded-control border border-bad px-3 py-2 text-bad">
            {wrong.map((said) => (
              <p key={said}>{said}</p>
            ))}
          </div>
        )}
        {children}
      </form>
    </Dialog>
  );
}
