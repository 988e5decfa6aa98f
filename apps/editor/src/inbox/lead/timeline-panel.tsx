// Everything that happened to a lead, the latest first.
import { useQuery } from '@tanstack/react-query';
import {
  Award,
  CornerDownRight,
  Eye,
  Flag,
  Forward,
  Gauge,
  Globe,
  MessageSquare,
  Scale,
  Send,
  type LucideIcon,
} from 'lucide-react';
import type { Lead } from '@baton/worker/api-types';
import { Ago } from '../../parts/ago.tsx';
import { classes } from '../../parts/classes.ts';
import { Failed, Loading } from '../../parts/state.tsx';
import { Part } from './part.tsx';
import { timelineQuery } from './queries.ts';
import { inWords, type Event } from './timeline-words.ts';

const signs: Readonly<Record<Event['kind'], LucideIcon>> = {
  visit: Globe,
  behaviour: Eye,
  submission: Send,
  score: Gauge,
  handoff: Forward,
  verdict: Scale,
  stage: Award,
  delivery: Flag,
  note: MessageSquare,
  answer: CornerDownRight,
};

const tones = { good: 'text-good', bad: 'text-bad', accent: 'text-accent' } as const;

export function TimelinePanel({ lead }: { readonly lead: Lead }) {
  const timeline = useQuery(timelineQuery(lead.id));
  return (
    <Part title="Timeline">
      {timeline.isPending && <Loading />}
      {timeline.isError && timeline.data === undefined && (
        <Failed error={timeline.error} again={() => void timeline.refetch()} />
      )}
      <ol className="space-y-3">
        {timeline.data?.events.map((event) => {
          const { says, more, tone } = inWords(event);
          const Sign = signs[event.kind];
          return (
            <li key={event.id} className="flex gap-3">
              <Sign
                size={15}
                aria-hidden="true"
                className={classes('mt-0.5 shrink-0', tone === undefined ? 'text-soft' : tones[tone])}
              />
              <div className="min-w-0 flex-1">
                <p className="break-words">{says}</p>
                {more !== undefined && <p className="line-clamp-3 text-sm break-words text-soft">{more}</p>}
              </div>
              <span className="shrink-0 text-sm text-soft">
                <Ago at={event.at} />
              </span>
            </li>
          );
        })}
      </ol>
      {timeline.data !== undefined && timeline.data.next !== null && (
        <p className="mt-3 text-sm text-soft">What happened before that is not shown.</p>
      )}
    </Part>
  );
}
