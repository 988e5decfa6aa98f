// Who can get leads and sign, and who takes turns with whom.
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Plus, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { PeopleList } from '@baton/worker/api-types';
import { AskToRemove } from '../parts/ask-to-remove.tsx';
import { Button, buttonClasses } from '../parts/button.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { meQuery } from '../server/queries.ts';
import { AwayDialog } from './away-dialog.tsx';
import { PeopleTable, type Doing } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { RemovePerson } from './remove-person.tsx';
import { TeamCard } from './team-card.tsx';
import { TeamDialog } from './team-dialog.tsx';
import {
  peopleListQuery,
  teamListQuery,
  teamPath,
  useRefresh,
  type Listed,
  type ListedTeam,
} from './team-queries.ts';

type Open =
  | { readonly kind: Doing; readonly person: Listed }
  | { readonly kind: 'add' }
  | { readonly kind: 'team'; readonly team: ListedTeam | null }
  | { readonly kind: 'remove-team'; readonly team: ListedTeam };

export function TeamsScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const people = useQuery(peopleListQuery);
  const teams = useQuery(teamListQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const mayWrite = me.rights.includes('workspace.write');
  const all = people.data?.people ?? [];
  const failed = people.isError ? people : teams.isError ? teams : null;
  return (
    <div className="mx-auto max-w-280 px-4 py-6 md:px-8 md:py-8">
      <title>Teams · Baton</title>
      <h1 className="mb-6 text-2xl font-semibold tracking-tight">Teams</h1>
      {failed !== null ? (
        <div className="rounded-card border border-line bg-card">
          <Failed error={failed.error} again={() => void failed.refetch()} />
        </div>
      ) : people.data === undefined || teams.data === undefined ? (
        <div className="rounded-card border border-line bg-card">
          <Loading lines={6} label="Loading people and teams" />
        </div>
      ) : (
        <div className="space-y-8">
          <Part
            title="People"
            about="Who can get leads, and who signs for their side."
            action={
              mayWrite &&
              all.length > 0 && (
                <div className="flex flex-wrap gap-2">
                  <a href="/people" className={buttonClasses()}>
                    Invite people
                  </a>
                  <Button
                    icon={<UserPlus size={16} aria-hidden="true" />}
                    onClick={() => setOpen({ kind: 'add' })}
                  >
                    Add person
                  </Button>
                </div>
              )
            }
          >
            {all.length === 0 ? (
              <Empty
                title="Nobody yet"
                action={
                  mayWrite && (
                    <>
                      <Button onClick={() => setOpen({ kind: 'add' })}>Add person</Button>
                      <a href="/people" className={buttonClasses('main')}>
                        Invite people
                      </a>
                    </>
                  )
                }
              >
                Whoever takes up an invitation of marketing or sales stands here at once. Somebody who only
                gets leads by mail is added by hand.
              </Empty>
            ) : (
              <PeopleTable
                people={all}
                today={people.data.today}
                mayWrite={mayWrite}
                own={me.rights.includes('leads.write') ? (me.actor.email ?? null) : null}
                onDo={(person, kind) => setOpen({ kind, person })}
              />
            )}
          </Part>
          <Part
            title="Teams"
            about="A new lead goes to whoever’s turn it is, by their shares; who is away is passed over."
            action={
              mayWrite &&
              teams.data.length > 0 && (
                <Button
                  look="main"
                  icon={<Plus size={16} aria-hidden="true" />}
                  onClick={() => setOpen({ kind: 'team', team: null })}
                >
                  New team
                </Button>
              )
            }
          >
            {teams.data.length === 0 ? (
              <Empty
                title="No team yet"
                action={
                  mayWrite &&
                  all.length > 0 && (
                    <Button
                      look="main"
                      icon={<Plus size={16} aria-hidden="true" />}
                      onClick={() => setOpen({ kind: 'team', team: null })}
                    >
                      New team
                    </Button>
                  )
                }
              >
                A team is for leads that several people could take: the agreement routes them to the team, and
                each goes to the next in turn who is there.
                {!mayWrite && ' Admins make teams.'}
              </Empty>
            ) : (
              <ul aria-label="Teams">
                {teams.data.map((team) => (
                  <TeamCard
                    key={team.id}
                    team={team}
                    mayWrite={mayWrite}
                    onEdit={() => setOpen({ kind: 'team', team })}
                    onRemove={() => setOpen({ kind: 'remove-team', team })}
                  />
                ))}
              </ul>
            )}
          </Part>
        </div>
      )}
      {open !== null && people.data !== undefined && teams.data !== undefined && (
        <Window open={open} people={people.data} teams={teams.data} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

type PartProps = {
  readonly title: string;
  readonly about: string;
  readonly action: ReactNode;
  readonly children: ReactNode;
};

function Part({ title, about, action, children }: PartProps) {
  return (
    <section aria-label={title}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-sm text-soft text-pretty">{about}</p>
        </div>
        {action}
      </div>
      <div className="rounded-card border border-line bg-card">{children}</div>
    </section>
  );
}

type WindowProps = {
  readonly open: Open;
  readonly people: PeopleList;
  readonly teams: readonly ListedTeam[];
  readonly onClose: () => void;
};

function Window({ open, people: { people, today }, teams, onClose }: WindowProps) {
  switch (open.kind) {
    case 'add':
    case 'edit':
      return (
        <PersonDialog
          person={open.kind === 'edit' ? open.person : null}
          taken={people.map(({ email }) => email)}
          onClose={onClose}
        />
      );
    case 'away':
      return <AwayDialog person={open.person} today={today} onClose={onClose} />;
    case 'remove':
      return (
        <RemovePerson
          person={open.person}
          others={people.filter(({ email }) => email !== open.person.email)}
          onClose={onClose}
        />
      );
    case 'team':
      return (
        <TeamDialog team={open.team} people={people} taken={teams.map(({ id }) => id)} onClose={onClose} />
      );
    case 'remove-team':
      return <RemoveTeam team={open.team} onClose={onClose} />;
  }
}

function RemoveTeam({ team, onClose }: { readonly team: ListedTeam; readonly onClose: () => void }) {
  const refresh = useRefresh();
  const say = useSay();
  const removal = useMutation({
    mutationFn: () => ask(`${teamPath(team.id)}/remove`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      await refresh();
      say(`The team ${team.name} is removed.`);
      onClose();
    },
  });
  return (
    <AskToRemove
      name={`the team ${team.name}`}
      says="Its people stay, with the leads that they have."
      removal={removal}
      onClose={onClose}
    />
  );
}
