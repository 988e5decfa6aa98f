// What both sides promised each other, on one board: how this month stands, where it will end, and days on which more
// leads are expected than people can take.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewCommitments } from '@baton/worker/api-types';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { buttonClasses } from '../../parts/button.tsx';
import { useReview } from '../use-review.ts';
import { CapacityChart } from './capacity-chart.tsx';
import { inTimeLine, shareLine, type Line } from './commitment-words.ts';
import { PaceChart } from './pace-chart.tsx';

const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function CommitmentsScreen() {
  const board = useReview<ReviewCommitments>('commitments');
  if (board.isError && board.data === undefined)
    return <Failed error={board.error} again={() => void board.refetch()} />;
  if (board.data === undefined) return <Loading lines={8} label="Loading the commitments" />;
  if (!board.data.promised)
    return (
      <Empty
        title="Nobody has promised anything yet"
        action={
          <Link to="/agreement" className={buttonClasses('main')}>
            Open the agreement
          </Link>
        }
      >
        As soon as both sides have signed an agreement, its commitments stand here with how the month goes.
      </Empty>
    );
  const { month, marketing, sales, capacity } = board.data;
  return (
    <>
      <p className="mb-4 text-sm text-soft">
        This month, {months.format(new Date(month.from))}, whatever period and filters are chosen.
      </p>
      <div className="grid gap-4 lg:grid-cols-2">
        <Side
          title="Marketing promised"
          lines={[inTimeLine('Answers to sales', 'questions answered', marketing.answers)]}
        >
          <PaceChart volume={marketing.volume} month={month} />
        </Side>
        <Side
          title="Sales promised"
          lines={[
            shareLine('Follow-up within the deadline', 'deadlines', sales.followUp),
            shareLine('Acceptance', 'verdicts', sales.acceptance),
            inTimeLine('Verdicts', 'verdicts given', sales.verdicts),
            inTimeLine('Answers to marketing', 'questions answered', sales.answers),
          ]}
        />
      </div>
      <div className="mt-4">
        <CapacityChart capacity={capacity} />
      </div>
    </>
  );
}

type SideProps = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly children?: ReactNode;
};

function Side({ title, lines, children }: SideProps) {
  return (
    <section aria-label={title} className="min-w-0 space-y-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
      <ul className="divide-y divide-line rounded-card border border-line bg-card px-5">
        {lines.map(({ name, promised, stands, standing }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="min-w-40 flex-1">
              <span className="block font-medium">{name}</span>
              <span className="block text-sm text-soft">{promised}</span>
            </span>
            <span className="text-sm tabular-nums">{stands}</span>
            {standing !== null && (
              <Tag tone={standing === 'kept' ? 'good' : 'bad'}>
                {standing === 'kept' ? '✓ Kept' : '✗ Not kept'}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
