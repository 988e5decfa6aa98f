// A deadline: a ring that fills as the time is used up, and the time left in words.
import { useEffect, useState } from 'react';
import { classes } from '../parts/classes.ts';
import type { InboxRow } from './inbox-rows.ts';
import { timeLeft, type Urgency } from './time-left.ts';

const full = new Intl.DateTimeFormat('en', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const colours: Readonly<Record<Urgency, string>> = {
  calm: 'text-accent',
  soon: 'text-warn',
  over: 'text-bad',
};
const length = 2 * Math.PI * 8;

type Props = {
  readonly handoff: Pick<NonNullable<InboxRow['handoff']>, 'since' | 'deadline' | 'running'>;
  readonly size?: number;
  readonly className?: string;
};

export function DeadlineRing({ handoff, size = 18, className }: Props) {
  const now = useNow();
  const { deadline, since, running } = handoff;
  if (deadline === null) return <span className={classes('text-soft', className)}>No deadline</span>;
  const { used, urgency, words } = timeLeft(Date.parse(since), Date.parse(deadline), now);
  // Before the owner is told, nothing is over.
  const told = running ? urgency : 'calm';
  return (
    <span
      className={classes('inline-flex items-center gap-2 align-middle whitespace-nowrap', className)}
      title={`${running ? 'Until' : 'Not delivered yet; until'} ${full.format(new Date(deadline))}`}
    >
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        aria-hidden="true"
        className={classes('shrink-0 -rotate-90', colours[told])}
      >
        <circle cx="10" cy="10" r="8" fill="none" stroke="var(--line)" strokeWidth="3" />
        <circle
          cx="10"
          cy="10"
          r="8"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={`${used * length} ${length}`}
        />
      </svg>
      <span className={classes('tabular-nums', told === 'calm' ? '' : `font-medium ${colours[told]}`)}>
        {running || urgency !== 'over' ? words : 'not delivered'}
      </span>
    </span>
  );
}

/** The time, told anew every ten seconds. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
