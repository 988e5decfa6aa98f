// One lead, whole: beside the list where there is room, else in its place.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Mail, Phone, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { Empty, Failed, Loading, Tag } from '../../parts/state.tsx';
import { meQuery } from '../../server/queries.ts';
import { Refusal } from '../../server/refusal.ts';
import type { InboxSearch } from '../inbox-search.ts';
import { stageOf, tierName } from '../stage-words.ts';
import { AnswersPanel } from './answers-panel.tsx';
import { CompanyPanel } from './company-panel.tsx';
import { HandoffPanel } from './handoff-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { Aliases } from './aliases.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SamePerson } from './same-person.tsx';
import { leadQuery } from './queries.ts';
import { ScorePanel } from './score-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

export function LeadPanel() {
  const { lead: id } = useParams({ from: '/shell/inbox/$lead' });
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const lead = useQuery(leadQuery(id));
  return (
    <section
      aria-label="Lead"
      className="flex min-w-0 flex-col border-line bg-card max-lg:flex-1 lg:w-120 lg:shrink-0 lg:border-l xl:w-140"
    >
      <div className="flex h-12 shrink-0 items-center border-b border-line px-3 lg:justify-end">
        <Link
          to="/inbox"
          search={search}
          className="flex h-9 items-center gap-2 rounded-control px-2.5 text-soft hover:bg-ink/6 hover:text-ink"
        >
          <ArrowLeft size={16} aria-hidden="true" className="lg:hidden" />
          <span className="lg:sr-only">Inbox</span>
          <X size={16} aria-hidden="true" className="max-lg:hidden" />
          <span className="sr-only lg:hidden">: back to the list</span>
        </Link>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {lead.isPending && <Loading lines={9} label="Loading the lead" />}
        {lead.isError &&
          lead.data === undefined &&
          (lead.error instanceof Refusal && lead.error.status === 404 ? (
            <Empty title="This lead is not there">
              It was erased, or there never was one at this address.
            </Empty>
          ) : (
            <Failed error={lead.error} again={() => void lead.refetch()} />
          ))}
        {lead.data !== undefined && <LeadCard key={lead.data.id} lead={lead.data} />}
      </div>
    </section>
  );
}

function LeadCard({ lead }: { readonly lead: Lead }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const mayWrite = me.rights.includes('leads.write');
  const mayErase = me.rights.includes('leads.erase');
  const [latest] = lead.handoffs;
  const isOpen = latest !== undefined && latest.verdict === null;
  const stage = stageOf({
    stage: lead.stage,
    contacted: lead.contactedAt !== null,
    rejected: lead.stage === 'lead' && latest?.verdict?.kind === 'rejected',
    handoff: isOpen ? { id: latest.id, since: latest.at, deadline: latest.deadline, running: true } : null,
  });
  const phone = lead.attributes['phone'];
  return (
    <article className="pb-10">
      <title>{`${lead.name} · Inbox · Baton`}</title>
      <header className="px-5 pt-5 pb-4">
        <div className="flex flex-wrap items-center gap-2">
          <Tag tone={stage.tone}>{stage.words}</Tag>
          {lead.tier !== null && lead.score !== null && (
            <Tag tone="accent">
              {tierName(lead.tier)} · {lead.score.total}
            </Tag>
          )}
          {(mayWrite || mayErase) && <PersonMenu lead={lead} mayMerge={mayWrite} mayErase={mayErase} />}
        </div>
        <h2 className="mt-2 text-xl font-semibold tracking-tight break-words">{lead.name}</h2>
        {lead.company.name !== '' && <p className="text-soft">{lead.company.name}</p>}
        <div className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          <Reach href={`mailto:${lead.email}`} icon={<Mail size={14} aria-hidden="true" />}>
            {lead.email}
          </Reach>
          {typeof phone === 'string' && (
            <Reach
              href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
              icon={<Phone size={14} aria-hidden="true" />}
            >
              {phone}
            </Reach>
          )}
        </div>
        <Aliases lead={lead} mayWrite={mayWrite} />
      </header>
      {mayWrite && <SamePerson lead={lead} />}
      <HandoffPanel lead={lead} mayWrite={mayWrite} />
      <ScorePanel lead={lead} />
      <AnswersPanel lead={lead} mayWrite={mayWrite} />
      <NotesPanel lead={lead} mayWrite={mayWrite} />
      <CompanyPanel lead={lead} />
      <TimelinePanel lead={lead} />
    </article>
  );
}

type ReachProps = { readonly href: string; readonly icon: ReactNode; readonly children: ReactNode };

function Reach({ href, icon, children }: ReachProps) {
  return (
    <a href={href} className="inline-flex min-w-0 items-center gap-1.5 text-accent hover:underline">
      <span className="text-soft">{icon}</span>
      <span className="truncate">{children}</span>
    </a>
  );
}
