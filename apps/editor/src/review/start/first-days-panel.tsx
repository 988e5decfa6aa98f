// The first thirty days: what is done and what comes next, read from what the workspace holds. Nobody ticks anything.
import { Check } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { FirstDays } from '@baton/worker/api-types';
import { Panel } from '../../parts/panel.tsx';
import { Failed, Loading } from '../../parts/state.tsx';
import { firstDaysQuery } from './start-queries.ts';

type Step = FirstDays['steps'][number]['step'];

type Told = { readonly name: string; readonly about: string; readonly to: string };

const told: Readonly<Record<Step, Told>> = {
  history_imported: {
    name: 'Bring in past leads',
    about: 'What was won and lost says what to look for.',
    to: '#past',
  },
  attributes_described: {
    name: 'Describe what you know of leads',
    about: 'Attributes are what forms ask and rules read.',
    to: '/attributes',
  },
  people_invited: {
    name: 'Have both sides in',
    about: 'Somebody of marketing and somebody of sales.',
    to: '/people',
  },
  teams_made: { name: 'Make a team that gets leads', about: 'Leads go round in it by turns.', to: '/teams' },
  agreement_drafted: {
    name: 'Draft the agreement',
    about: 'What a qualified lead is, who gets it, how soon.',
    to: '#agreement',
  },
  agreement_proposed: {
    name: 'Propose it',
    about: 'Try it on the past first: who would have been handed off.',
    to: '/agreement',
  },
  agreement_signed: {
    name: 'Both sides sign',
    about: 'From that second it judges every lead.',
    to: '/agreement',
  },
  form_published: { name: 'Publish the first form', about: 'From a template in minutes.', to: '/forms' },
  destination_tested: {
    name: 'Send a notification somewhere',
    about: 'To Slack, Teams, a mailbox or your CRM.',
    to: '/destinations',
  },
  first_submission: {
    name: 'The first submission',
    about: 'Put the form on a page, and it comes.',
    to: '/forms',
  },
  first_handoff: {
    name: 'The first handoff',
    about: 'A lead reaches the threshold and goes to sales.',
    to: '/inbox',
  },
  first_verdict: { name: 'The first verdict', about: 'Sales accepts it, or says why not.', to: '/inbox' },
  first_outcome: {
    name: 'The first outcome',
    about: 'Won or lost: from here on the points can be checked.',
    to: '/inbox',
  },
  first_review: { name: 'The first review', about: 'Both sides look at the same numbers.', to: '/review' },
};

const groups: readonly { readonly name: string; readonly until: number; readonly steps: readonly Step[] }[] =
  [
    {
      name: 'Know',
      until: 3,
      steps: ['history_imported', 'attributes_described', 'people_invited', 'teams_made'],
    },
    { name: 'Agree', until: 10, steps: ['agreement_drafted', 'agreement_proposed', 'agreement_signed'] },
    {
      name: 'Go live',
      until: 17,
      steps: ['form_published', 'destination_tested', 'first_submission', 'first_handoff'],
    },
    { name: 'Learn', until: 30, steps: ['first_verdict', 'first_outcome', 'first_review'] },
  ];

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

export function FirstDaysPanel() {
  const { data, isError, error, refetch } = useQuery(firstDaysQuery);
  if (isError) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading lines={5} />;
  const steps = new Map(data.steps.map((one) => [one.step, one]));
  const done = data.steps.filter((one) => one.done).length;
  const next = groups.flatMap((group) => group.steps).find((step) => steps.get(step)?.done !== true);
  return (
    <Panel
      title="First thirty days"
      about={`Day ${data.day}. ${done} of ${data.steps.length} steps are done; they tick themselves.`}
    >
      <div
        role="progressbar"
        aria-label="Steps done"
        aria-valuemin={0}
        aria-valuemax={data.steps.length}
        aria-valuenow={done}
        className="mb-5 h-1.5 overflow-hidden rounded-full bg-ink/8"
      >
        <div
          className="h-full rounded-full bg-accent"
          style={{ width: `${(done / data.steps.length) * 100}%` }}
        />
      </div>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-4">
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name}>
            <h3 className="mb-2 flex items-baseline gap-2 text-sm font-medium">
              {group.name} <span className="font-normal text-soft">until day {group.until}</span>
            </h3>
            <ul className="space-y-1">
              {group.steps.map((step) => {
                const state = steps.get(step);
                const { name, about, to } = told[step];
                const isDone = state?.done === true;
                return (
                  <li key={step}>
                    <a
                      href={to}
                      aria-current={step === next ? 'step' : undefined}
                      className="-mx-2 flex gap-2.5 rounded-control px-2 py-1.5 hover:bg-ink/6 aria-[current=step]:bg-tint"
                    >
                      <span
                        aria-hidden="true"
                        className={`mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border ${isDone ? 'border-good bg-good text-card' : 'border-soft'}`}
                      >
                        {isDone && <Check size={11} strokeWidth={3} />}
                      </span>
                      <span className="min-w-0">
                        <span className={isDone ? 'text-soft' : 'font-medium'}>{name}</span>
                        <span className="sr-only">{isDone ? ', done' : ', to do'}</span>
                        <span className="block text-xs text-soft">
                          {isDone ? doneOn(state?.at ?? null) : about}
                        </span>
                      </span>
                    </a>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function doneOn(at: string | null): string {
  return at === null ? 'Done' : `Done on ${day.format(new Date(at))}`;
}
