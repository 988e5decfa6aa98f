// The numbers for a screen on the wall: large enough to be read from the other end of the room, nothing to press, asked
// for anew each minute while somebody sees it. Escape leaves it.
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sharedNumbers } from '@baton/review';
import type { ReviewNumbers } from '@baton/worker/api-types';
import { readReviewSearch, type ReviewSearch } from '../review-search.ts';
import { againstBefore, againstTarget, valueInWords, type Judged, type ShownNumber } from './number-words.ts';

const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'short' });

type Props = { readonly view: ReviewNumbers; readonly search: ReviewSearch };

export function BigScreen({ view, search }: Props) {
  const navigate = useNavigate();
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      void navigate({ to: '/review', search: readReviewSearch({ ...search, big: undefined }) });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate, search]);
  const { from, to } = view.period;
  return (
    <div
      role="group"
      aria-label="The seven numbers"
      // On a small screen it scrolls, by keys too.
      tabIndex={0}
      className="fixed inset-0 z-40 flex flex-col overflow-y-auto bg-ground p-[2.5vmin]"
    >
      <title>Review · Baton</title>
      <h1 className="sr-only">Review</h1>
      <div className="grid flex-1 auto-rows-fr grid-cols-1 gap-[2vmin] sm:grid-cols-2 lg:grid-cols-4">
        {view.numbers.map((number) => (
          <Tile key={number.id} number={number} />
        ))}
        <div className="flex flex-col justify-end p-[2vmin] text-[max(14px,2.4vmin)] leading-snug text-soft">
          <p>
            {days.format(new Date(from))} – {days.format(new Date(to))}
          </p>
          <p>As of {clock.format(new Date(view.asOf))}. Escape leaves.</p>
        </div>
      </div>
    </div>
  );
}

/** About how many hundredths of the type's size a character is wide. */
const characterWidth = 62;

function Tile({ number }: { readonly number: ShownNumber }) {
  const target = againstTarget(number);
  const value = valueInWords(number.id, number.value);
  // As large as the screen allows, and as fits beside each other into the tile.
  const fitting = `${Math.round(10_000 / characterWidth / value.length)}cqi`;
  return (
    <section className="@container flex min-w-0 flex-col justify-between rounded-card border border-line bg-card p-[2.5vmin]">
      <h2 className="text-[max(14px,2.8vmin)] leading-tight font-medium">{sharedNumbers[number.id].title}</h2>
      <p
        style={{ fontSize: `min(max(40px, 11vmin), ${fitting})` }}
        className="leading-none font-semibold tracking-tight whitespace-nowrap tabular-nums max-lg:py-4"
      >
        {value}
      </p>
      <div className="text-[max(14px,2.6vmin)] leading-snug font-medium">
        {target && <Said judged={target} />}
        <Said judged={againstBefore(number)} />
      </div>
    </section>
  );
}

function Said({ judged: { isGood, says } }: { readonly judged: Judged }) {
  return <p className={isGood === null ? 'text-soft' : isGood ? 'text-good' : 'text-bad'}>{says}</p>;
}
