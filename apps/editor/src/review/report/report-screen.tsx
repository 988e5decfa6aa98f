// The weekly report before it is sent, as both teams will read it, and sent to whoever wants it now.
import { useMutation, useQuery } from '@tanstack/react-query';
import { sharedNumbers } from '@baton/review';
import type { ReviewReport } from '@baton/worker/api-types';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { countInWords } from '../../parts/share.ts';
import { Failed, Loading, Tag } from '../../parts/state.tsx';
import { useSay } from '../../parts/toast.tsx';
import { ask } from '../../server/ask.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { AgendaLink } from './agenda-link.tsx';
import { linkClasses, Row, Section } from './report-section.tsx';

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
  return <Report report={report.data} isSending={send.isPending} onSend={() => send.mutate()} />;
}

type Props = { readonly report: ReviewReport; readonly isSending: boolean; readonly onSend: () => void };

function Report({ report, isSending, onSend }: Props) {
  const { week, leads, agenda, numbers, changes, happened, alerts, breaches, questions, sample } = report;
  return (
    <div className="grid max-w-200 gap-4 print:block print:max-w-none">
      <title>Weekly report · Baton</title>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold">{weekInWords(week)}</h2>
          <p className="text-soft">
            {leads === 0
              ? 'No leads came in this week.'
              : leads === 1
                ? 'One lead came in.'
                : `${countInWords(leads)} leads came in.`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button icon={<Printer size={16} aria-hidden="true" />} onClick={() => print()}>
            Print
          </Button>
          <Button look="main" busy={isSending} onClick={onSend}>
            Send me this now
          </Button>
        </div>
      </div>
      <Section title="For the meeting" none="Nothing has to be decided.">
        {agenda.map((item) => (
          <Row key={`${item.kind} ${item.says}`} name={item.label}>
            <AgendaLink item={item} week={week} />
          </Row>
        ))}
      </Section>
      <Section title="Open questions between the teams" none="Everything is answered.">
        {questions.map(({ lead, name, to, text, late, at }) => (
          <Row key={`${lead} ${text}`} name={`To ${to}, ${dayInWords(at)}`}>
            <LeadLink lead={lead}>{name}</LeadLink>: {text} {late && <Tag tone="warn">Late</Tag>}
          </Row>
        ))}
      </Section>
      {sample !== null && (
        <Section title={`Leads of ${monthInWords(sample.month)} to talk about`} none="None was handed off.">
          {sample.leads.map(({ lead, kind, name, company, says }) => (
            <Row key={lead} name={kinds[kind]}>
              <LeadLink lead={lead}>{company === '' ? name : `${name}, ${company}`}</LeadLink>
              <span className="block text-sm text-soft">{says}</span>
            </Row>
          ))}
        </Section>
      )}
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
          <Row key={`${at} ${says}`} name={dayInWords(at)}>
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
            {countInWords(count)}
          </Row>
        ))}
      </Section>
    </div>
  );
}

const kinds = { rejected: 'Rejected', accepted: 'Accepted', unanswered: 'Not answered' } as const;
const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function dayInWords(at: string): string {
  return days.format(new Date(at));
}

function monthInWords(month: string): string {
  return months.format(new Date(`${month}-01`));
}

function weekInWords({ from, to }: ReviewReport['week']): string {
  return `${dayInWords(from)} to ${dayInWords(to)}`;
}

function LeadLink({ lead, children }: { readonly lead: string; readonly children: ReactNode }) {
  return (
    <Link to="/inbox/$lead" params={{ lead }} className={linkClasses}>
      {children}
    </Link>
  );
}
