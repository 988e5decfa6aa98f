// One part of the review as it is loaded: nothing yet, not to be had, on its way, or there.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { reviewChoicesQuery, useReview } from './use-review.ts';

type Props<T> = {
  /** As the worker is asked for it. */
  readonly part: string;
  /** What will stand here, in words. */
  readonly what: string;
  readonly children: (answer: T) => ReactNode;
};

export function ReviewPart<T>({ part, what, children }: Props<T>) {
  const choices = useQuery(reviewChoicesQuery);
  const answer = useReview<T>(part);
  const failed = [choices, answer].find((query) => query.isError && query.data === undefined);
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (choices.data?.leads === 0)
    return (
      <Empty title="Nothing to count yet">As soon as somebody sends a form, {what} will be shown here.</Empty>
    );
  if (choices.data === undefined || answer.data === undefined)
    return <Loading lines={8} label={`Loading ${what}`} />;
  return <>{children(answer.data)}</>;
}
