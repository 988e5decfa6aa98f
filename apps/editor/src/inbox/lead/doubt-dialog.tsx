// An answer that does not seem right goes back to marketing, with the field that it concerns.
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/field.tsx';
import { useWriteNote } from './use-write-note.ts';

type Props = {
  readonly lead: Lead;
  readonly field: string;
  readonly label: string;
  readonly onClose: () => void;
};

export function DoubtDialog({ lead, field, label, onClose }: Props) {
  const [text, setText] = useState('');
  const write = useWriteNote(lead.id, onClose);
  const send = (): void => {
    if (text.trim() !== '') write.mutate({ text: text.trim(), to: 'marketing', field });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Tell marketing"
      description={`That the answer to “${label}” does not seem right. Marketing is mailed, and answers here.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="main" disabled={text.trim() === ''} busy={write.isPending} onClick={send}>
            Send
          </Button>
        </>
      }
    >
      <TextArea
        label="What is wrong with it?"
        autoFocus
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
