// The seven numbers that both teams read, on one page; each opens to the leads behind it. What is open stands in the
// address too, so whoever gets it sees the same.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Monitor } from 'lucide-react';
import { sharedNumbers, type NumberId } from '@baton/review';
import type { ReviewNumbers } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { buttonClasses } from '../../parts/button.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { BehindDialog } from '../behind/behind-dialog.tsx';
import { readReviewSearch, sharedAddress, type ReviewSearch } from '../review-search.ts';
import { reviewChoicesQuery, useReview } from '../use-review.ts';
import { BigScreen } from './big-screen.tsx';
import { NumberCard } from './number-card.tsx';

/** A screen on the wall asks so often, ms. */
const often = 60_000;

export function NumbersScreen() {
  const search: ReviewSearch = useSearch({ from: '/shell/review' });
  const navigate = useNavigate();
  const every = search.big === true ? often : false;
  const choices = useQuery({ ...reviewChoicesQuery, refetchInterval: every });
  const numbers = useReview<ReviewNumbers>('numbers', {}, every);
  const failed = [choices, numbers].find((query) => query.isError && query.data === undefined);
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (choices.data?.leads === 0)
    return (
      <Empty title="Nothing to count yet">
        As soon as somebody sends a form, the numbers that marketing and sales share stand here.
      </Empty>
    );
  const view = numbers.data;
  if (choices.data === undefined || view === undefined)
    return <Loading lines={8} label="Loading the numbers" />;
  if (search.big === true) return <BigScreen view={view} search={search} />;
  const open = (number: ReviewSearch['number']) =>
    void navigate({ to: '/review', search: readReviewSearch({ ...search, number }), resetScroll: false });
  return (
    <>
      <h2 className="sr-only">The seven numbers</h2>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <p className="mr-auto text-sm text-soft">
          {view.period.from} to {view.period.to}, {view.period.timeZone}. Counted <Ago at={view.asOf} />.
        </p>
        <div className="flex items-center gap-2 print:hidden">
          <CopyButton text={sharedAddress(location.href, search, view.period)}>Copy link</CopyButton>
          <Link
            to="/review"
            search={readReviewSearch({ ...search, big: true })}
            className={buttonClasses('plain', 'small')}
          >
            <Monitor size={14} aria-hidden="true" /> Big screen
          </Link>
        </div>
      </div>
      <div
        aria-busy={numbers.isPlaceholderData}
        className="grid gap-4 md:grid-cols-2 xl:grid-cols-3 [&>:last-child]:xl:col-span-3"
      >
        {view.numbers.map((number) => (
          <NumberCard key={number.id} number={number} view={view} onOpen={() => open(number.id)} />
        ))}
      </div>
      {search.number !== undefined && <NumberBehind id={search.number} onClose={() => open(undefined)} />}
    </>
  );
}

function NumberBehind({ id, onClose }: { readonly id: NumberId; readonly onClose: () => void }) {
  const { title, definition, formula } = sharedNumbers[id];
  return (
    <BehindDialog
      title={`${title}: what is behind it`}
      description={`${definition} Formula: ${formula}.`}
      part={`numbers/${id}/leads`}
      onClose={onClose}
    />
  );
}
