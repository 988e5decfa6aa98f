// What can be done with a form of the list without opening it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CopyPlus, Ellipsis, ExternalLink } from 'lucide-react';
import type { Draft, FormList } from '@baton/worker/api-types';
import { copyOfForm } from '../draft/copy-form.ts';
import { readDraft } from '../draft/form-draft.ts';
import { IconButton } from '../parts/button.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { formPath } from '../server/queries.ts';
import { refusalInWords } from '../server/refusal.ts';

type Props = {
  readonly form: FormList['forms'][number];
  readonly taken: readonly string[];
  readonly mayWrite: boolean;
  /** Where visitors find it; null where it is not live. */
  readonly page: string | null;
};

export function FormMenu({ form, taken, mayWrite, page }: Props) {
  const duplicate = useDuplicate(form.id, taken);
  if (!mayWrite && page === null) return <span className="size-7" />;
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          label={`What to do with ${form.name}`}
          busy={duplicate.isPending}
          // The row itself is a link, all over.
          className="relative z-10"
        >
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      }
    >
      {mayWrite && (
        <MenuItem icon={<CopyPlus size={15} aria-hidden="true" />} onPick={() => duplicate.mutate()}>
          Duplicate
        </MenuItem>
      )}
      {page !== null && (
        <MenuItem
          icon={<ExternalLink size={15} aria-hidden="true" />}
          onPick={() => window.open(page, '_blank', 'noreferrer')}
        >
          Open its page
        </MenuItem>
      )}
    </Menu>
  );
}

/** As it is worked on, with what is not live yet. */
function useDuplicate(form: string, taken: readonly string[]) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useSay();
  return useMutation({
    mutationFn: async () => {
      const { document } = await ask<Draft>(`${formPath(form)}/draft`);
      const draft = readDraft(document);
      if (draft === null) return null;
      const copy = copyOfForm(draft, new Set(taken));
      const body = { revision: null, document: copy };
      await ask<Draft>(`${formPath(copy.id)}/draft`, { method: 'PUT', body });
      return copy.id;
    },
    onSuccess: async (id) => {
      if (id === null) {
        say('This draft cannot be read, so it cannot be copied.');
        return;
      }
      await queries.invalidateQueries({ queryKey: ['forms'] });
      await navigate({ to: '/forms/$form/$tab', params: { form: id, tab: 'build' } });
    },
    onError: (error) => void say(refusalInWords(error)),
  });
}
