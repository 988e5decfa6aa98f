// What was missed: by whom, at which hour it had come, and why, as people said.
import { speedDefinitions } from '@baton/review';
import type { ReviewSpeed } from '@baton/worker/api-types';
import { breachInWords } from '../../inbox/lead/breach-words.ts';
import { countInWords, shareInWords } from '../../parts/share.ts';
import { hourInWords } from '../behind/slice-words.ts';
import { useSlices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ColumnBars } from '../charts/column-bars.tsx';
import { RowBars } from '../charts/row-bars.tsx';
import { usePeopleNames } from '../use-people-names.ts';

type Props = { readonly breaches: ReviewSpeed['breaches'] };

const nothing = <p className="py-8 text-center text-soft">Nothing in this period had a deadline.</p>;
const none = <p className="py-8 text-center text-soft">No deadline was missed.</p>;

export function BreachesByPerson({ breaches: { people, of } }: Props) {
  const nameOf = usePeopleNames();
  const { opens } = useSlices();
  const opened = people.map((one) => opens({ kind: 'missed', by: 'person', word: one.person }, one.of));
  return (
    <ChartFrame
      title="Missed by person"
      definition={speedDefinitions.breaches}
      file="missed-by-person"
      table={{
        opens: opened,
        columns: ['Person', 'Missed', 'With a deadline', 'Share'],
        rows: people.map((one) => [
          nameOf(one.person),
          one.breached,
          one.of,
          shareInWords(one.breached, one.of),
        ]),
      }}
      {...(of === 0 ? { instead: nothing } : {})}
    >
      <RowBars
        bars={people.slice(0, 12).map((one, index) => ({
          onOpen: opened[index],
          name: nameOf(one.person),
          value: one.breached,
          parts: [
            {
              value: one.of - one.breached,
              look: 'outlined',
              says: `${countInWords(one.of - one.breached)} not missed`,
            },
          ],
          says: `${countInWords(one.breached)} of ${countInWords(one.of)} · ${shareInWords(one.breached, one.of)}`,
        }))}
      />
    </ChartFrame>
  );
}

export function BreachesByHour({ breaches: { hours, of } }: Props) {
  const { opens } = useSlices();
  const opened = hours.map((one, hour) => opens({ kind: 'missed', by: 'hour', word: String(hour) }, one.of));
  return (
    <ChartFrame
      title="Missed by hour of handoff"
      definition={speedDefinitions.breaches}
      file="missed-by-hour"
      table={{
        opens: opened.filter((_, hour) => (hours[hour]?.of ?? 0) > 0),
        columns: ['Hour', 'Missed', 'With a deadline', 'Share'],
        rows: hours.flatMap((one, hour) =>
          one.of === 0 ? [] : [[hourInWords(hour), one.breached, one.of, shareInWords(one.breached, one.of)]],
        ),
      }}
      {...(of === 0 ? { instead: nothing } : {})}
    >
      <ColumnBars
        columns={hours.map((one, hour) => ({
          name: String(hour).padStart(2, '0'),
          value: one.breached,
          whole: one.of,
          says: `${hourInWords(hour)}: ${countInWords(one.breached)} of ${countInWords(one.of)} missed`,
          onOpen: opened[hour],
        }))}
        every={3}
      />
      <p className="mt-2 text-xs text-soft">Outlined: all that had a deadline. Filled: what was missed.</p>
    </ChartFrame>
  );
}

export function BreachesByReason({ breaches: { reasons, of, breached } }: Props) {
  const { opens } = useSlices();
  const named = reasons.map(({ reason, count }) => ({
    name: breachInWords(reason),
    count,
    onOpen: opens({ kind: 'missed', by: 'reason', word: reason }, count),
  }));
  return (
    <ChartFrame
      title="Why it was missed"
      definition={speedDefinitions.breaches}
      file="missed-why"
      table={{
        columns: ['Reason', 'Missed'],
        rows: named.map(({ name, count }) => [name, count]),
        opens: named.map(({ onOpen }) => onOpen),
      }}
      {...(of === 0 ? { instead: nothing } : breached === 0 ? { instead: none } : {})}
    >
      <RowBars
        bars={named.map(({ name, count, onOpen }) => ({
          name,
          onOpen,
          value: count,
          says: `${countInWords(count)} · ${shareInWords(count, breached)}`,
        }))}
      />
    </ChartFrame>
  );
}
