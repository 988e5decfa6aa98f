// Writes an attribute into the workspace's catalogue. What somebody else did to it meanwhile is not overwritten.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Attribute } from '@baton/rules';
import { isSame } from '@baton/form/changes';
import { ask } from '../../../server/ask.ts';
import { catalogueQuery } from '../../../server/queries.ts';
import { Refusal } from '../../../server/refusal.ts';

type Saving = {
  readonly attribute: Attribute;
  /** As it was when somebody began to change it; null: it is new. */
  readonly from: Attribute | null;
};

export function useSaveAttribute() {
  const queries = useQueryClient();
  return useMutation({
    async mutationFn({ attribute, from }: Saving) {
      const catalogue = await queries.fetchQuery({ ...catalogueQuery, staleTime: 0 });
      const now = catalogue.find(({ id }) => id === attribute.id) ?? null;
      if (!isSame(now, from)) {
        throw new Refusal(
          409,
          'Somebody else has changed this meanwhile. Close this and look again.',
          [],
          now,
        );
      }
      await ask('/api/workspace', { method: 'PUT', body: { format: 1, attributes: [attribute] } });
      await queries.invalidateQueries(catalogueQuery);
      return attribute;
    },
  });
}
