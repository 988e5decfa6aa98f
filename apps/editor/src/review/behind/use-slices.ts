// Which bar, row or cell of the pictures is open to the leads behind it. It stands in the address, so whoever gets that
// sees the same.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { parseSlice, sliceText, type Slice } from '@baton/review';
import { readReviewSearch, type ReviewSearch } from '../review-search.ts';

export type Slices = {
  readonly opened: Slice | null;
  /** What opens one; nothing where there is nobody behind it. */
  readonly opens: (slice: Slice, count: number) => (() => void) | undefined;
  readonly close: () => void;
};

export function useSlices(): Slices {
  const search: ReviewSearch = useSearch({ from: '/shell/review' });
  const navigate = useNavigate();
  const go = (open: string | undefined) =>
    void navigate({ to: '.', search: readReviewSearch({ ...search, open }), resetScroll: false });
  return {
    opened: search.open === undefined ? null : parseSlice(search.open),
    opens: (slice, count) => (count === 0 ? undefined : () => go(sliceText(slice))),
    close: () => go(undefined),
  };
}
