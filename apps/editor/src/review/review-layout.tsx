// The review's frame: its tabs, the period, and what it is narrowed down to, all of it in the address.
import { useEffect, useRef } from 'react';
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { classes } from '../parts/classes.ts';
import { ReviewBar } from './review-bar.tsx';
import { readReviewSearch, type ReviewSearch } from './review-search.ts';

/** In the order in which one asks. */
const tabs = [
  { to: '/review', name: 'Numbers' },
  { to: '/review/commitments', name: 'Commitments' },
  { to: '/review/funnel', name: 'Funnel' },
  { to: '/review/speed', name: 'Speed' },
  { to: '/review/feedback', name: 'Feedback' },
  { to: '/review/money', name: 'Money' },
  { to: '/review/alerts', name: 'Alerts' },
  { to: '/review/report', name: 'Weekly report' },
  { to: '/review/calibration', name: 'Calibration' },
] as const;

/** What is asked of one period alone, or of all there is to learn from. */
const withoutBar: ReadonlySet<string> = new Set([
  '/review/commitments',
  '/review/alerts',
  '/review/report',
  '/review/calibration',
]);

export function ReviewLayout() {
  const search: ReviewSearch = useSearch({ from: '/shell/review' });
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone not all tabs are in sight.
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [pathname]);
  if (search.big === true) return <Outlet />;
  return (
    <div className="mx-auto max-w-300 px-4 py-6 md:px-8 md:py-8 print:max-w-none print:p-0">
      <title>Review · Baton</title>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1 className="text-2xl font-semibold tracking-tight">Review</h1>
        <Link
          to="/review/start"
          className="text-soft underline-offset-4 hover:text-ink hover:underline print:hidden"
        >
          Start from history
        </Link>
      </div>
      <nav
        ref={nav}
        aria-label="Review"
        className="mt-4 flex gap-1 overflow-x-auto border-b border-line print:hidden"
      >
        {tabs.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            search={readReviewSearch({ ...search, number: undefined, open: undefined })}
            activeOptions={{ exact: true, includeSearch: false }}
            className={tabClasses}
            activeProps={{ className: 'border-accent text-ink font-medium' }}
            inactiveProps={{ className: 'border-transparent text-soft hover:text-ink' }}
          >
            {name}
          </Link>
        ))}
      </nav>
      {withoutBar.has(pathname) ? (
        <div className="mt-6" />
      ) : (
        <ReviewBar
          search={search}
          onChange={(change) =>
            void navigate({ to: '.', search: readReviewSearch({ ...search, ...change }), replace: true })
          }
        />
      )}
      <Outlet />
    </div>
  );
}

const tabClasses = classes('-mb-px shrink-0 border-b-2 px-3 py-2 text-base');
