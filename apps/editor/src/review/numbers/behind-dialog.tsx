// The leads behind a number: what speaks against it first. Each leads on to the inbox.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sharedNumbers, type NumberId } from '@baton/review';
import type { ReviewBehind } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { countInWords } from '../../parts/share.ts';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { useReviewQuery } from '../use-review.ts';

const pageSize = 50;
const instants = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const tones = { for: 'good', against: 'bad', neither: 'neutral' } as const;

type Props = { readonly id: NumberId; readonly onClose: () => void };

export function BehindDialog({ id, onClose }: Props) {
  const { title, definition, formula } = sharedNumbers[id];
  const { query } = useReviewQuery();
  const behind = useInfiniteQuery({
    queryKey: ['review', 'behind', id, query],
    queryFn: ({ pageParam, signal }) =>
      ask<ReviewBehind>(
        `/api/review/numbers/${id}/leads?${query ?? ''}&limit=${pageSize}&offset=${pageParam}`,
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) =>
      offset + pageSize < total ? offset + pageSize : undefined,
    enabled: query !== null,
  });
  const pages = behind.data?.pages ?? [];
  const total = pages[0]?.total ?? 0;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`${title}: what is behind it`}
      description={`${definition} Formula: ${formula}.`}
    >
      {behind.isPending && <Loading lines={8} label="Loading the leads" />}
      {behind.isError && <Failed error={behind.error} again={() => void behind.refetch()} />}
      {behind.isSuccess && total === 0 && (
        <Empty title="Nothing counts in this period">Choose another period, or fewer filters.</Empty>
      )}
      {total > 0 && (
        <>
          <p className="text-sm text-soft tabular-nums">{countInWords(total)} in all</p>
          <ul className="mt-2 divide-y divide-line">
            {pages.flatMap(({ leads }, page) =>
              leads.map((lead, place) => <BehindRow key={`${page}.${place}`} lead={lead} />),
            )}
          </ul>
          {behind.hasNextPage && (
            <Button
              className="mt-3"
              busy={behind.isFetchingNextPage}
              onClick={() => void behind.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

function BehindRow({ lead }: { readonly lead: ReviewBehind['leads'][number] }) {
  const from = [lead.company, lead.owner?.name ?? 'Nobody’s'].filter((word) => word !== '');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <span className="min-w-48 flex-1">
        <Link
          to="/inbox/$lead"
          params={{ lead: lead.lead }}
          className="font-medium underline-offset-2 hover:underline"
        >
          {lead.name}
        </Link>
        <span className="block truncate text-sm text-soft">{from.join(' · ')}</span>
      </span>
      <Tag tone={tones[lead.speaks]}>{lead.says}</Tag>
      <time dateTime={lead.at} className="text-sm text-soft tabular-nums sm:w-44 sm:text-right">
        {instants.format(new Date(lead.at))}
      </time>
    </li>
  );
}
