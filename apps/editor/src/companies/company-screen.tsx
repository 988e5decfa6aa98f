// One company with all its people: who they are, what they are worth, whose they are.
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CompanyPeople } from '@baton/worker/api-types';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Failed, Loading, Tag } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { meQuery } from '../server/queries.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { AccountDialog } from './account-dialog.tsx';
import { accountPath, companyQuery } from './company-queries.ts';
import { stageNames } from './company-words.ts';
import { ScoreParts } from './score-parts.tsx';

export function CompanyScreen() {
  const { domain } = useParams({ from: '/shell/companies/$domain' });
  const company = useQuery(companyQuery(domain));
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>{`${company.data?.name ?? domain} · Baton`}</title>
      <Link to="/companies" className="mb-4 inline-flex items-center gap-1.5 text-soft hover:text-ink">
        <ArrowLeft size={15} aria-hidden="true" /> Companies
      </Link>
      {company.data !== undefined ? (
        <Shown company={company.data} />
      ) : company.isPending ? (
        <Loading lines={6} label="Loading the company" />
      ) : company.error instanceof Refusal && company.error.status === 404 ? (
        <Empty title="Nothing is known of this company">
          Nobody has written from {domain}, and it is on no list of target accounts.
        </Empty>
      ) : (
        <Failed error={company.error} again={() => void company.refetch()} />
      )}
    </div>
  );
}

function Shown({ company }: { readonly company: CompanyPeople }) {
  const { domain, name, list, tier, owner, score, stage, people, contacts, accountOwner, accountName } =
    company;
  const { data: me } = useSuspenseQuery(meQuery);
  const [isOpen, setOpen] = useState(false);
  const mayWrite = me.rights.includes('leads.write');
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{name}</h1>
          {name !== domain && <p className="text-soft">{domain}</p>}
        </div>
        {mayWrite && (
          <div className="flex gap-2">
            {list !== null && <TakeOff domain={domain} list={list} />}
            <Button icon={<Pencil size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
              {list === null ? 'Put on a list' : 'Change'}
            </Button>
          </div>
        )}
      </div>
      <dl className="mb-8 grid gap-x-8 gap-y-4 rounded-card border border-line bg-card p-5 sm:grid-cols-2">
        <Fact what="Score">
          <ScoreParts score={score} />
        </Fact>
        <Fact what="Furthest stage">{stage === null ? 'No lead yet' : stageNames[stage]}</Fact>
        <Fact what="Target account">
          {list === null ? (
            <span className="text-soft">On no list</span>
          ) : (
            <Tag tone="accent">{tier === null ? list : `${list} · ${tier}`}</Tag>
          )}
        </Fact>
        <Fact what="Owner">
          {owner === null ? (
            <span className="text-soft">Nobody’s</span>
          ) : (
            <>
              {owner.name}{' '}
              <span className="text-sm text-soft">
                {accountOwner === null ? 'was given the first of its leads' : 'by the target account'}
              </span>
            </>
          )}
        </Fact>
      </dl>
      <h2 className="mb-3 text-lg font-semibold">People</h2>
      <div className="rounded-card border border-line bg-card">
        {people.length === 0 ? (
          <Empty title="Nobody known yet">As soon as somebody writes from {domain}, they stand here.</Empty>
        ) : (
          <ul aria-label="People">
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        )}
      </div>
      {contacts > people.length && (
        <p className="mt-3 text-sm text-soft">
          The {people.length} with the highest scores of {contacts.toLocaleString('en')}.
        </p>
      )}
      {isOpen && (
        <AccountDialog
          account={{ domain, list, tier, name: accountName, owner: accountOwner }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Fact({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 text-sm text-soft">{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PersonRow({ person }: { readonly person: CompanyPeople['people'][number] }) {
  const { id, name, email, stage, tier, score, owner, lastActivityAt } = person;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-line px-5 py-3 not-first:border-t">
      <span className="min-w-0">
        <Link
          to="/inbox/$lead"
          params={{ lead: id }}
          className="block truncate font-medium hover:text-accent"
        >
          {name}
        </Link>
        <span className="block truncate text-sm text-soft">
          {name === email ? '' : `${email} · `}
          {owner === null ? 'nobody’s' : owner.name} · <Ago at={lastActivityAt} />
        </span>
      </span>
      <span className="flex items-center gap-2">
        {tier !== null && <Tag>{tier}</Tag>}
        <Tag tone={stage === 'won' ? 'good' : stage === 'lost' ? 'neutral' : 'accent'}>
          {stageNames[stage]}
        </Tag>
      </span>
      <span className="col-span-2">
        <ScoreParts score={score} />
      </span>
    </li>
  );
}

function TakeOff({ domain, list }: { readonly domain: string; readonly list: string }) {
  const queries = useQueryClient();
  const say = useSay();
  const remove = useMutation({
    mutationFn: () => ask(`${accountPath(domain)}/remove`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['companies'] });
      say(`${domain} is no longer on ${list}.`);
    },
    onError: (error) => say(refusalInWords(error)),
  });
  return (
    <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
      Take off the list
    </Button>
  );
}
