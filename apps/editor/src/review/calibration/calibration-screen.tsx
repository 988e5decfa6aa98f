// What outcomes say of the agreement: who counts, what each threshold brings, and what points they propose.
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Ago } from '../../parts/ago.tsx';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { meQuery } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { calibrate, calibrationQuery, type Outcome } from './calibration-query.ts';
import { leadsInWords, type Result } from './calibration-words.ts';
import { CurvePanel, type WorthInWords } from './curve-panel.tsx';
import { MakeDraft } from './make-draft.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { TodayTable } from './rules-table.tsx';
import { nothingTyped, WorthFields, worthOf } from './worth-fields.tsx';

const choices = [
  { value: 'accepted', label: 'Accepted' },
  { value: 'sql', label: 'SQL' },
  { value: 'won', label: 'Won' },
] as const;

export function CalibrationScreen() {
  const { outcome = 'accepted', ...search } = useSearch({ from: '/shell/review/review/calibration' });
  const navigate = useNavigate();
  const choose = (next: Outcome): void =>
    void navigate({
      to: '/review/calibration',
      search: next === 'accepted' ? search : { ...search, outcome: next },
      replace: true,
    });
  return (
    <section aria-label="Calibration">
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl font-semibold">Calibration</h2>
        <span className="flex-1" />
        <span className="text-sm text-soft" aria-hidden="true">
          Learn from what was
        </span>
        <Segments label="Learn from what was" value={outcome} onChange={choose} choices={choices} />
      </div>
      <OneOutcome key={outcome} outcome={outcome} />
    </section>
  );
}

function OneOutcome({ outcome }: { readonly outcome: Outcome }) {
  const queries = useQueryClient();
  const say = useSay();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data, isError, error, refetch } = useQuery(calibrationQuery(outcome));
  const run = useMutation({
    mutationFn: () => calibrate(outcome),
    onSuccess: (found) => queries.setQueryData(calibrationQuery(outcome).queryKey, found),
    onError: (refusal) => say(refusalInWords(refusal)),
  });
  if (isError && data === undefined) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} label="Loading the calibration" />;
  if (data.inForce === null)
    return (
      <Empty title="No agreement is in force">
        Calibration says what outcomes teach about the points and the threshold of an agreement. It begins
        when marketing and sales have signed one.
      </Empty>
    );
  const isRunning = run.isPending || data.running;
  const button = (look: 'main' | 'plain') => (
    <Button look={look} busy={isRunning} onClick={() => run.mutate()}>
      {isRunning ? 'Calibrating' : data.result === null ? 'Calibrate' : 'Calibrate again'}
    </Button>
  );
  if (data.result === null)
    return (
      <Empty title="What do outcomes say?" action={button('main')}>
        Every lead is looked at again: what was known when it was handed over, and what became of it. That
        takes from a second to a minute; nothing is changed.
      </Empty>
    );
  return (
    <>
      <Panel
        title="Who counts"
        action={
          <span className="flex items-center gap-3 text-sm text-soft">
            <span>
              <Ago at={data.result.at} />
            </span>
            <span className="print:hidden">{button('plain')}</span>
          </span>
        }
      >
        {data.outdated && (
          <p className="mb-2">
            <Tag tone="warn">Outdated</Tag> It was made under version {data.result.agreement}; version{' '}
            {data.inForce} is in force.
          </p>
        )}
        <div className="max-w-160 space-y-1 text-pretty">
          {leadsInWords(data.result).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Panel>
      <Calibrated
        key={data.result.at}
        result={data.result}
        outdated={data.outdated}
        mayWrite={me.rights.includes('agreement.write')}
      />
    </>
  );
}

type Props = { readonly result: Result; readonly outdated: boolean; readonly mayWrite: boolean };

function Calibrated({ result, outdated, mayWrite }: Props) {
  const [typed, setTyped] = useState(nothingTyped);
  const worth = worthOf(result, typed);
  if (result.leads.known === 0)
    return (
      <Empty title="Nothing is known yet">
        As soon as sales has said of some leads what became of them, the curve and what it teaches stand here.
      </Empty>
    );
  return (
    <div className="mt-4 grid gap-4 [&>*]:min-w-0">
      <TodayCurve {...{ result, worth, mayWrite }} />
      <Panel
        title="What it is worth"
        about="Share × worth − cost, times the handoffs of a week. It is asked here and kept nowhere."
      >
        <WorthFields {...{ result, typed }} onChange={setTyped} />
      </Panel>
      <ProposalPanel {...{ result, worth, mayWrite, outdated }} />
      <Panel
        title="What today’s points rest on"
        about="Each rule of the agreement in force, and what became of the leads whom it gave points."
      >
        <TodayTable result={result} />
      </Panel>
    </div>
  );
}

type TodayProps = {
  readonly result: Result;
  readonly worth: WorthInWords | null;
  readonly mayWrite: boolean;
};

function TodayCurve({ result, worth, mayWrite }: TodayProps) {
  const { curve, outcome, threshold: inForce } = result;
  const [threshold, setThreshold] = useState(Math.max(1, Math.round(inForce)));
  return (
    <CurvePanel
      title="Today’s threshold"
      definition="Each lead by its score when it was handed over, or else the one it has now. Shares with Wilson’s interval, handoffs a week of the last thirteen weeks. Where lines are hatched nobody was handed over with so few points, so nothing is known."
      file="threshold"
      points={curve}
      reach={inForce}
      {...{ outcome, worth, threshold, inForce }}
      onMove={setThreshold}
    >
      {mayWrite && threshold !== inForce && (
        <div className="mt-2 print:hidden">
          <MakeDraft outcome={outcome} what="threshold" from={threshold} />
        </div>
      )}
    </CurvePanel>
  );
}
