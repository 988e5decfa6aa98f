// How a form begins: from one that is written already, or from nothing.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '@baton/worker/api-types';
import { freeId } from '../draft/ids.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ask } from '../server/ask.ts';
import { catalogueQuery, formPath } from '../server/queries.ts';
import { refusalInWords } from '../server/refusal.ts';
import { attributesToAdd, templates, type Template } from './templates.ts';

type Props = { readonly taken: readonly string[]; readonly onClose: () => void };

export function NewForm({ taken, onClose }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const begin = useMutation({
    mutationFn: async (template: Template) => {
      const [{ attributes, form }, known] = await Promise.all([
        template.load(),
        queries.ensureQueryData(catalogueQuery),
      ]);
      const added = attributesToAdd(attributes, known);
      if (added.length > 0) {
        await ask('/api/workspace', { method: 'PUT', body: { format: 1, attributes: added } });
      }
      const id = freeId(form.id, new Set(taken));
      const body = { revision: null, document: { ...form, id } };
      await ask<Draft>(`${formPath(id)}/draft`, { method: 'PUT', body });
      return id;
    },
    onSuccess: async (id) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['forms'] }),
        queries.invalidateQueries(catalogueQuery),
      ]);
      await navigate({ to: '/forms/$form/$tab', params: { form: id, tab: 'build' } });
    },
  });
  const start = (template: Template): void => {
    setChosen(template.id);
    begin.mutate(template);
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="New form"
      description="Everything can be changed afterwards. Nobody sees it before you publish it."
    >
      {begin.isError && (
        <p role="alert" className="mb-4 rounded-control border border-bad px-3 py-2 text-bad">
          {refusalInWords(begin.error)}
        </p>
      )}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {templates.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              disabled={begin.isPending}
              aria-busy={begin.isPending && chosen === template.id}
              onClick={() => start(template)}
              className="flex h-full w-full flex-col rounded-card border border-line p-4 text-left hover:border-accent disabled:opacity-60"
            >
              <span className="font-semibold">{template.name}</span>
              <span className="mt-1 text-sm text-soft">{template.says}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
