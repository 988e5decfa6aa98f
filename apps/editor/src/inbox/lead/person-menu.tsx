// What is done with a person rather than with their lead: merged with another lead of theirs, all that is kept of them in
// a file, or erased. For those who may.
import { useMutation } from '@tanstack/react-query';
import { Download, Ellipsis, Merge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { IconButton } from '../../parts/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { leadPath } from './queries.ts';

type Props = { readonly lead: Lead; readonly mayMerge: boolean; readonly mayErase: boolean };

export function PersonMenu({ lead, mayMerge, mayErase }: Props) {
  const say = useSay();
  const [isErasing, setErasing] = useState(false);
  const [isMerging, setMerging] = useState(false);
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
          <IconButton size="small" label="More to do with them" busy={take.isPending} className="ml-auto">
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        }
      >
        {mayMerge && (
          <MenuItem icon={<Merge size={15} aria-hidden="true" />} onPick={() => setMerging(true)}>
            Merge with another lead
          </MenuItem>
        )}
        {mayMerge && mayErase && <MenuLine />}
        {mayErase && (
          <>
            <MenuItem icon={<Download size={15} aria-hidden="true" />} onPick={() => take.mutate()}>
              Export all that is kept
            </MenuItem>
            <MenuLine />
            <MenuItem bad icon={<Trash2 size={15} aria-hidden="true" />} onPick={() => setErasing(true)}>
              Erase this person
            </MenuItem>
          </>
        )}
      </Menu>
      {isMerging && <MergeDialog lead={lead} other={null} onClose={() => setMerging(false)} />}
      {isErasing && <EraseDialog lead={lead} onClose={() => setErasing(false)} />}
    </>
  );
}
