// How leads come in that no form has sent: one by hand, or a table.
import { FileUp, Plus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Menu, MenuItem } from '../../parts/menu.tsx';
import { AddLeadDialog } from './add-lead-dialog.tsx';
import { ImportLeadsDialog } from './import-dialog.tsx';

export function AddMenu() {
  const [open, setOpen] = useState<'one' | 'table' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Menu trigger={<Button icon={<Plus size={16} aria-hidden="true" />}>Add leads</Button>}>
        <MenuItem icon={<UserPlus size={15} aria-hidden="true" />} onPick={() => setOpen('one')}>
          Add one by hand
        </MenuItem>
        <MenuItem icon={<FileUp size={15} aria-hidden="true" />} onPick={() => setOpen('table')}>
          Import a table
        </MenuItem>
      </Menu>
      {open === 'one' && <AddLeadDialog onClose={close} />}
      {open === 'table' && <ImportLeadsDialog onClose={close} />}
    </>
  );
}
