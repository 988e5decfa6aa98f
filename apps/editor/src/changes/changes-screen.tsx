// Who changed what in the workspace, the latest first, and how it was before.
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { Check, SelectField } from '../parts/field.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { meQuery, peopleQuery } from '../server/queries.ts';
import { ChangeRow } from './change-row.tsx';
import { authorInWords } from './change-words.ts';
import { changesQuery } from './changes-query.ts';
import { areaNames, isArea, type ChangesSearch } from './changes-search.ts';
import { byDay } from './days.ts';

export function ChangesScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const search: ChangesSearch = useSearch({ from: '/shell/changes' });
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>Changes · Baton</title>
      <h1 className="text-2xl font-semibold tracking-tight">Changes</h1>
      <p className="mt-1 max-w-160 text-soft">
        Who changed what, and how it was before. Whatever a person, a key or an import has changed is here.
      </p>
      {me.rights.includes('audit.read') ? (
        <>
          <Filters search={search} />
          <Changes key={JSON.stringify(search)} search={search} />
        </>
      ) : (
        <Empty title="Admins see who changed what">Ask an admin of this workspace.</Empty>
      )}
    </div>
  );
}

function usePeopleNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(peopleQuery);
  return new Map(data?.map(({ email, name }) => [email, name]));
}

function Filters({ search }: { readonly search: ChangesSearch }) {
  const go = useNavigate({ from: '/changes' });
  const names = usePeopleNames();
  const { area, author, subject, drafts } = search;
  const show = (next: ChangesSearch): void => void go({ search: next, replace: true });
  return (
    <div className="mt-4 mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <SelectField
        label="Part of Baton"
        hideLabel
        value={area ?? ''}
        className="w-56!"
        onChange={({ target: { value } }) => {
          show({ ...without(search, 'area'), ...(isArea(value) ? { area: value } : {}) });
        }}
      >
        <option value="">All of Baton</option>
        {Object.entries(areaNames).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Check
        label="Saved drafts too"
        checked={drafts ?? false}
        onChange={({ target: { checked } }) => {
          show({ ...without(search, 'drafts'), ...(checked ? { drafts: true } : {}) });
        }}
      />
      {author !== undefined && (
        <Without search={without(search, 'author')}>{authorInWords(author, names)}</Without>
      )}
      {subject !== undefined && <Without search={without(search, 'subject')}>{subject}</Without>}
    </div>
  );
}

function without(search: ChangesSearch, name: keyof ChangesSearch): ChangesSearch {
  const { [name]: _gone, ...others } = search;
  return others;
}

/** What the list is narrowed to, and the way back. */
function Without({ search, children }: { readonly search: ChangesSearch; readonly children: string }) {
  return (
    <Link
      to="/changes"
      search={search}
      className="inline-flex h-8 max-w-72 items-center gap-1.5 rounded-full bg-tint px-3 text-sm text-accent"
    >
      <span className="truncate">
        <span className="sr-only">No longer only: </span>
        {children}
      </span>
      <X size={14} aria-hidden="true" className="shrink-0" />
    </Link>
  );
}

function Changes({ search }: { readonly search: ChangesSearch }) {
  const list = useInfiniteQuery(changesQuery(search));
  const names = usePeopleNames();
  const changes = list.data?.pages.flatMap((page) => page.changes) ?? [];
  if (list.isPending) return <Loading lines={8} label="Loading changes" />;
  if (list.isError && changes.length === 0) {
    return <Failed error={list.error} again={() => void list.refetch()} />;
  }
  if (changes.length === 0) {
    return (
      <Empty title="Nothing of this was changed">
        {Object.keys(search).length > 0 ? (
          <Link to="/changes" search={{}} className="text-accent underline">
            Show all changes
          </Link>
        ) : (
          'What people, keys and imports change is told here, with how it was before.'
        )}
      </Empty>
    );
  }
  return (
    <>
      {byDay(changes, new Date()).map(({ day, of }) => (
        <section key={day} aria-label={day} className="mt-5 first:mt-0">
          <h2 className="mb-1.5 text-sm font-medium text-soft">{day}</h2>
          <ul className="rounded-card border border-line bg-card">
            {of.map((change) => (
              <ChangeRow key={change.id} change={change} names={names} />
            ))}
          </ul>
        </section>
      ))}
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show earlier ones
          </Button>
        </div>
      )}
    </>
  );
}
