// The weekly report before it is sent, as both teams will read it, and sent to whoever wants it now.
import { useMutation, useQuery } from '@tanstack/react-query';
import { sharedNumbers } from '@baton/review';
import type { ReviewReport } from '@baton/worker/api-types';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from '../../parts/button.tsx';
import { Failed, Loading, Tag } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';

export function ReportScreen() {
  const say = useSay();
  const report = useQuery({
    queryKey: ['review', 'report'],
    queryFn: ({ signal }) => ask<ReviewReport>('/api/review/report', { signal }),
  });
  const send = useMutation({
    mutationFn: () => ask<{ to: string }>('/api/review/report/send', { method: 'POST', body: {} }),
    onSuccess: ({ to }) => void say(`On its way to ${to}`),
    onError: (error) => void say(refusalInWords(error)),
  });
  if (report.isError && report.data === undefined)
    return <Failed error={report.error} again={() => void report.refetch()} />;
  if (report.data === undefined) return <Loading lines={8} label="Loading the report" />;
  const { week, leads, numbers, changes, happened, alerts, breaches, questions, sample, redefinition } =
    report.data;
  return (
    <div className="grid max-w-200 gap-4">
      <title>Weekly report · Baton</title>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold">
            {week.from} to {week.to}
          </h2>
          <p className="text-soft">
            {leads === 0 ? 'No leads came in this week.' : `${leads} leads came in.`}
          </p>
        </div>
        <Button look="main" disabled={send.isPending} onClick={() => send.mutate()}>
          Send me this now
        </Button>
      </div>
      {leads > 0 && (
        <Section title="The numbers">
          {numbers.map(({ id, says, missed }) => (
            <Row key={id} name={sharedNumbers[id].title}>
              {says} {missed && <Tag tone="warn">Missed</Tag>}
            </Row>
          ))}
        </Section>
      )}
      <Section title="What changed, and with what" none="No more than chance makes of so few.">
        {changes.map(({ id, says, why }) => (
          <Row key={id} name={says}>
            {why.length === 0 ? 'Everywhere alike.' : why.join(' ')}
          </Row>
        ))}
      </Section>
      <Section title="What was published or signed" none="Nothing.">
        {happened.map(({ at, says }) => (
          <Row key={`${at} ${says}`} name={at.slice(0, 10)}>
            {says}
          </Row>
        ))}
      </Section>
      <Section title="Alerts" none="None.">
        {alerts.map(({ title, open }) => (
          <Row key={title} name={open ? 'Open' : 'Over'}>
            {title}
          </Row>
        ))}
      </Section>
      <Section title="Breaches" none="No deadline was missed.">
        {breaches.map(({ says, count }) => (
          <Row key={says} name={says}>
            {count}
          </Row>
        ))}
      </Section>
      <Section title="Open questions between the teams" none="Everything is answered.">
        {questions.map(({ lead, name, to, text, late }) => (
          <Row key={`${lead} ${text}`} name={`To ${to}${late ? ', late' : ''}`}>
            <LeadLink lead={lead}>{name}</LeadLink>: {text}
          </Row>
        ))}
      </Section>
      {sample !== null && (
        <Section title={`Leads of ${sample.month} to talk about`} none="None was handed off.">
          {sample.leads.map(({ lead, name, company, says }) => (
            <Row key={lead} name={says}>
              <LeadLink lead={lead}>{company === '' ? name : `${name}, ${company}`}</LeadLink>
            </Row>
          ))}
        </Section>
      )}
      {redefinition !== null && (
        <Section title="The agreement">
          <Row name={redefinition.late ? 'Review is due' : 'Review is near'}>
            <Link to="/agreement" className="text-accent underline">
              Look at it again: keep it as it is, or propose what outcomes suggest.
            </Link>
          </Row>
        </Section>
      )}
    </div>
  );
}

type SectionProps = {
  readonly title: string;
  readonly none?: string;
  readonly children: readonly ReactNode[] | ReactNode;
};

function Section({ title, none, children }: SectionProps) {
  const isEmpty = Array.isArray(children) && children.length === 0;
  return (
    <section className="rounded-card border border-line bg-card p-5">
      <h3 className="font-semibold">{title}</h3>
      {isEmpty ? (
        <p className="mt-2 text-soft">{none}</p>
      ) : (
        <dl className="mt-2 divide-y divide-line">{children}</dl>
      )}
    </section>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 py-2 md:grid-cols-[14rem_1fr]">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 wrap-break-word tabular-nums">{children}</dd>
    </div>
  );
}

function LeadLink({ lead, children }: { readonly lead: string; readonly children: ReactNode }) {
  return (
    <Link to="/inbox/$lead" params={{ lead }} className="text-accent underline">
      {children}
    </Link>
  );
}
