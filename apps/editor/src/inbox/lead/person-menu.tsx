// What a person may ask of whoever keeps their data: all of it in a file, or that it is erased. For those who may.
import { useMutation } from '@tanstack/react-query';
import { Download, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { IconButton } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { leadPath } from './queries.ts';

export function PersonMenu({ lead }: { readonly lead: Lead }) {
  const say = useSay();
  const [isErasing, setErasing] = useState(false);
  const take = useMutation({
    mutationFn: () => ask<object>(`${leadPath(lead.id)}/export`),
    onSuccess: (kept) => {
      saveFile(`${lead.id}.json`, JSON.stringify(kept, null, 2), 'application/json');
      say(`Saved all that is kept of ${lead.name}`);
    },
    onError: (error) => void say(refusalInWords(error)),
  });
  return (
    <>
      <Menu
        trigger={
          <IconButton size="small" label="Their data" busy={take.isPending} className="ml-auto">
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem icon={<Download size={15} aria-hidden="true" />} onPick={() => take.mutate()}>
          Export all that is kept
        </MenuItem>
        <MenuLine />
        <MenuItem bad icon={<Trash2 size={15} aria-hidden="true" />} onPick={() => setErasing(true)}>
          Erase this person
        </MenuItem>
      </Menu>
      {isErasing && <EraseDialog lead={lead} onClose={() => setErasing(false)} />}
    </>
  );
}
