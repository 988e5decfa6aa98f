// How quickly leads are answered, what was missed, and when leads come while nobody is there.
import { speedDefinitions } from '@baton/review';
import type { ReviewSpeed } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import { NumberButton } from '../behind/number-button.tsx';
import { SliceDialog } from '../behind/slice-dialog.tsx';
import { useSlices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { ReviewPart } from '../review-part.tsx';
import { usePeopleNames } from '../use-people-names.ts';
import { ArrivalsChart, arrivalsTable } from './arrivals-chart.tsx';
import { BreachesByHour, BreachesByPerson, BreachesByReason } from './breach-panels.tsx';
import { TouchPanel } from './touch-panel.tsx';

export function SpeedScreen() {
  return (
    <ReviewPart<ReviewSpeed> part="speed" what="how quickly leads are answered">
      {({ touch, breaches, arrivals }) => (
        <div className="grid gap-4 lg:grid-cols-2">
          <h2 className="sr-only">How quickly leads are answered</h2>
          <TouchPanel touch={touch} />
          <Arrivals arrivals={arrivals} />
          <div className="grid min-w-0 content-start gap-4">
            <BreachesByPerson breaches={breaches} />
            <BreachesByReason breaches={breaches} />
          </div>
          <BreachesByHour breaches={breaches} />
          <SpeedSlice />
        </div>
      )}
    </ReviewPart>
  );
}

function SpeedSlice() {
  return <SliceDialog person={usePeopleNames()} />;
}

function Arrivals({ arrivals }: Pick<ReviewSpeed, 'arrivals'>) {
  const { opens } = useSlices();
  const { arrived, unattended, people, week } = arrivals;
  return (
    <ChartFrame
      title="When leads come, and who is there"
      definition={speedDefinitions.arrivals}
      file="arrivals"
      table={arrivalsTable({ week, opens })}
      {...(arrived === 0
        ? { instead: <p className="py-8 text-center text-soft">No lead came in this period.</p> }
        : {})}
    >
      <p className="mb-3">
        <NumberButton
          onOpen={opens({ kind: 'arrived', cell: null }, arrived)}
          className="text-2xl font-semibold tabular-nums"
        >
          {shareInWords(unattended, arrived)}
        </NumberButton>{' '}
        <span className="text-soft">
          came when nobody was there: {countInWords(unattended)} of {countInWords(arrived)}.
        </span>
      </p>
      <ArrivalsChart week={week} opens={opens} />
      <p className="mt-2 text-xs text-soft">
        The larger the circle, the more leads. Hatched: closed, or all away.{' '}
        {people === 0 ? 'Nobody is named to be given leads.' : `${countInWords(people)} can be given leads.`}
      </p>
    </ChartFrame>
  );
}
