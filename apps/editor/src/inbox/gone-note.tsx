// Says that a view asks for somebody who is gone, and mends it: the filter goes, from the address and from the view that
// was kept. What then asks for nothing of its own is no view of one's own any more.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { goneIn, goneInWords, isUsual, withoutGone } from './gone.ts';
import type { Told } from './inbox-rows.ts';
import { queryOf, type InboxSearch, type ViewName } from './inbox-search.ts';
import { searchOf, useKeepViews } from './own-views.ts';
import { choicesQuery } from './use-inbox.ts';

type Props = {
  readonly search: InboxSearch;
  readonly usual: ViewName;
  readonly told: Told | undefined;
};

export function GoneNote({ search, usual, told }: Props) {
  const { data: choices } = useQuery(choicesQuery);
  const navigate = useNavigate();
  const keep = useKeepViews();
  const gone = goneIn(search, choices);
  if (gone.length === 0) return null;
  const rest = withoutGone(search, gone);
  const views = told?.views ?? [];
  const own = views.find((view) => queryOf(searchOf(view), usual) === queryOf(search, usual));
  const isEmpty = isUsual(rest, usual);
  const filters = gone.length > 1 ? 'filters' : 'filter';
  const mend = (): void => {
    if (own !== undefined) {
      const mended = { ...own, search: queryOf(rest, usual) };
      keep.mutate(views.flatMap((view) => (view !== own ? [view] : isEmpty ? [] : [mended])));
    }
    void navigate({ to: '.', search: rest, replace: true });
  };
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-warn/12 px-4 py-2 text-sm md:px-6"
    >
      <p className="min-w-0 flex-1 basis-64 break-words text-warn">
        {own === undefined ? '' : `“${own.name}” finds nothing. `}
        {goneInWords(gone)}
      </p>
      <Button size="small" onClick={mend}>
        {own === undefined
          ? `Take the ${filters} away`
          : isEmpty
            ? 'Remove this view'
            : `Take the ${filters} out of this view`}
      </Button>
    </div>
  );
}
