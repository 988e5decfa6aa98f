// Many options at once: one on each line.
import { useState } from 'react';
import { labelsIn } from '../../../draft/edit-options.ts';
import { Button } from '../../../parts/button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextArea } from '../../../parts/field.tsx';

type Props = { readonly onClose: () => void; readonly onText: (text: string) => void };

export function PasteOptions({ onClose, onText }: Props) {
  const [text, setText] = useState('');
  const count = labelsIn(text).length;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Paste options"
      description="One on each line. They are put behind those that are there."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="main"
            disabled={count === 0}
            onClick={() => {
              onText(text);
              onClose();
            }}
          >
            {count === 0 ? 'Add' : count === 1 ? 'Add 1 option' : `Add ${count} options`}
          </Button>
        </>
      }
    >
      <TextArea
        label="Options"
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={'Sales\nMarketing\nOperations'}
      />
    </Dialog>
  );
}
