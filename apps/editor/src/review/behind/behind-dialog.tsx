// The leads behind something that was counted: what speaks against it first. Each leads on to the inbox.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReviewSlice } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { countInWords } from '../../parts/share.ts';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { ask } from '../../server/ask.ts';
import { useReviewQuery } from '../use-review.ts';

const pageSize = 50;
const instants = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const tones = { for: 'good', against: 'bad', neither: 'neutral' } as const;

type Page = Pick<ReviewSlice, 'total' | 'counts' | 'leads'>;

export type Sums = Readonly<Partial<Record<keyof typeof tones, string>>>;

type Props = {
  readonly title: string;
  readonly description: string;
  /** Under `/api/review`, as what is asked for, without a query. */
  readonly part: string;
  /** More of the query. */
  readonly how?: Readonly<Record<string, string>>;
  /** What it is to speak for it or against it, such as `kept` and `missed`. */
  readonly sums?: Sums;
  readonly onClose: () => void;
};

export function BehindDialog({ title, description, part, how = {}, sums = {}, onClose }: Props) {
  const { query } = useReviewQuery();
  const more = new URLSearchParams(how).toString();
  const behind = useInfiniteQuery({
    queryKey: ['review', 'behind', part, more, query],
    queryFn: ({ pageParam, signal }) =>
      ask<Page>(
        `/api/review/${part}?${query ?? ''}${more && `&${more}`}&limit=${pageSize}&offset=${pageParam}`,
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _pages, offset) =>
      offset + pageSize < total ? offset + pageSize : undefined,
    enabled: query !== null,
  });
  const pages = behind.data?.pages ?? [];
  const [first] = pages;
  return (
    <Dialog open wide onClose={onClose} title={title} description={description}>
      {behind.isPending && <Loading lines={8} label="Loading the leads" />}
      {behind.isError && <Failed error={behind.error} again={() => void behind.refetch()} />}
      {first?.total === 0 && (
        <Empty title="Nothing counts in this period">Choose another period, or fewer filters.</Empty>
      )}
      {first !== undefined && first.total > 0 && (
        <>
          <p className="text-sm text-soft tabular-nums">{totalInWords(first, sums)}</p>
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

/** `12 in all: 3 missed, 9 kept`. */
function totalInWords({ total, counts }: Page, sums: Sums): string {
  const said = (['against', 'for', 'neither'] as const).flatMap((side) =>
    sums[side] !== undefined && counts[side] > 0 ? [`${countInWords(counts[side])} ${sums[side]}`] : [],
  );
  return `${countInWords(total)} in all${said.length === 0 ? '' : `: ${said.join(', ')}`}`;
}

function BehindRow({ lead }: { readonly lead: Page['leads'][number] }) {
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
