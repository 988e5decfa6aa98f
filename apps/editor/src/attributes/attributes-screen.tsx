// The catalogue: everything that can be known of a person or their company, where it is used, and its upkeep.
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Check, TextField } from '../parts/field.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { meQuery } from '../server/queries.ts';
import { AttributeDialog } from './attribute-dialog.tsx';
import { attributePath, attributesQuery, catalogueKey, type Listed } from './attribute-queries.ts';
import { AttributeRow } from './attribute-row.tsx';
import { refusedInWords } from './catalogue-words.ts';
import { MergeDialog } from './merge-dialog.tsx';

type Open =
  | { readonly kind: 'edit'; readonly attribute: Listed | null }
  | { readonly kind: 'merge'; readonly attribute: Listed };

export function AttributesScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const catalogue = useQuery(attributesQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const [search, setSearch] = useState('');
  const [showsArchived, setShowsArchived] = useState(false);
  const archiving = useArchiving();
  const mayWrite = me.rights.includes('forms.write');
  const all = catalogue.data?.attributes ?? [];
  const word = search.trim().toLowerCase();
  const shown = all.filter(
    ({ id, label, archived }) =>
      (showsArchived || !archived) && (label.toLowerCase().includes(word) || id.includes(word)),
  );
  const close = (): void => setOpen(null);
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>Attributes · Baton</title>
      <div className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Attributes</h1>
        {mayWrite && (
          <Button
            look="main"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => setOpen({ kind: 'edit', attribute: null })}
          >
            New attribute
          </Button>
        )}
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <TextField
            label="Search"
            hideLabel
            type="search"
            placeholder="Name or id"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
        {all.some(({ archived }) => archived) && (
          <Check
            label="Archived too"
            checked={showsArchived}
            onChange={({ target }) => setShowsArchived(target.checked)}
          />
        )}
      </div>
      <div className="rounded-card border border-line bg-card">
        {catalogue.isError ? (
          <Failed error={catalogue.error} again={() => void catalogue.refetch()} />
        ) : catalogue.isPending ? (
          <Loading lines={6} label="Loading attributes" />
        ) : shown.length === 0 ? (
          <Empty title="None of these">Look for another word.</Empty>
        ) : (
          <ul aria-label="Attributes">
            {shown.map((attribute) => (
              <AttributeRow
                key={attribute.id}
                attribute={attribute}
                leads={catalogue.data.leads}
                mergedInto={all.find(({ id }) => id === attribute.mergedInto)?.label ?? null}
                mayWrite={mayWrite}
                onEdit={() => setOpen({ kind: 'edit', attribute })}
                onMerge={() => setOpen({ kind: 'merge', attribute })}
                onArchive={() => archiving.mutate(attribute)}
              />
            ))}
          </ul>
        )}
      </div>
      {open?.kind === 'edit' && (
        <AttributeDialog attribute={open.attribute} taken={all.map(({ id }) => id)} onClose={close} />
      )}
      {open?.kind === 'merge' && <MergeDialog attribute={open.attribute} all={all} onClose={close} />}
    </div>
  );
}

function useArchiving() {
  const queries = useQueryClient();
  const say = useSay();
  return useMutation({
    mutationFn: ({ id, archived }: Listed) =>
      ask(`${attributePath(id)}/archive`, { method: 'POST', body: { archived: !archived } }),
    onSuccess: async (_, { label, archived }) => {
      await queries.invalidateQueries(catalogueKey);
      say(archived ? `${label} is offered again.` : `${label} is archived. What uses it goes on.`);
    },
    onError: (error) => say(refusedInWords(error, (option) => option).join(' ')),
  });
}
