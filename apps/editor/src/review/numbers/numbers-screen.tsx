// The seven numbers that both teams read.
import { useQuery } from '@tanstack/react-query';
import { sharedNumbers } from '@baton/review';
import type { ReviewNumbers } from '@baton/worker/api-types';
import { Empty, Failed, Loading } from '../../parts/state.tsx';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { reviewChoicesQuery, useReview } from '../use-review.ts';

export function NumbersScreen() {
  const choices = useQuery(reviewChoicesQuery);
  const numbers = useReview<ReviewNumbers>('numbers');
  const failed = [choices, numbers].find((query) => query.isError && query.data === undefined);
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (choices.data?.leads === 0)
    return (
      <Empty title="Nothing to count yet">
        As soon as somebody sends a form, the numbers that marketing and sales share stand here.
      </Empty>
    );
  if (choices.data === undefined || numbers.data === undefined)
    return <Loading lines={8} label="Loading the numbers" />;
  const { days } = numbers.data.buckets;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {numbers.data.numbers.map(({ id, value, of, trend }) => {
        const { title, definition, formula } = sharedNumbers[id];
        return (
          <ChartFrame
            key={id}
            title={title}
            definition={`${definition} ${formula}`}
            file={id}
            table={{
              columns: ['From', title, 'Of'],
              rows: trend.map((one, index) => [days[index] ?? '', one.value, one.of]),
            }}
          >
            <p className="text-2xl font-semibold tabular-nums">
              {value === null ? '–' : `${Math.round(value * 100)}%`}
            </p>
            <p className="text-sm text-soft">of {of}</p>
          </ChartFrame>
        );
      })}
    </div>
  );
}
