// Companies with what is known of their people together, and the lists of those that are wanted.
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Upload } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Empty, Failed, Loading, Tag } from '../parts/state.tsx';
import { meQuery } from '../server/queries.ts';
import { AccountDialog } from './account-dialog.tsx';
import { companiesQuery, targetListsQuery } from './company-queries.ts';
import { readCompanySearch, type CompanySearch } from './company-search.ts';
import { orderNames, peopleOf, stageNames, type ListedCompany } from './company-words.ts';
import { ImportDialog } from './import-dialog.tsx';
import { RemoveList } from './remove-list.tsx';

export function CompaniesScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: lists = [] } = useQuery(targetListsQuery);
  const search = useSearch({ from: '/shell/companies' });
  const navigate = useNavigate();
  const [open, setOpen] = useState<'import' | 'account' | 'remove' | null>(null);
  const mayWrite = me.rights.includes('leads.write');
  const show = (next: Readonly<Record<string, unknown>>): void => {
    void navigate({ to: '/companies', search: readCompanySearch({ ...search, ...next }), replace: true });
  };
  const list = lists.find(({ name }) => name === search.list);
  const actions = mayWrite && (
    <div className="flex gap-2">
      <Button icon={<Plus size={16} aria-hidden="true" />} onClick={() => setOpen('account')}>
        Add account
      </Button>
      <Button look="main" icon={<Upload size={16} aria-hidden="true" />} onClick={() => setOpen('import')}>
        Import list
      </Button>
    </div>
  );
  return (
    <div className="mx-auto max-w-280 px-4 py-6 md:px-8 md:py-8">
      <title>Companies · Baton</title>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Companies</h1>
        {actions}
      </div>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <SearchField value={search.search ?? ''} onChange={(text) => show({ search: text })} />
        {lists.length > 0 && (
          <div className="min-w-0 max-md:flex-1 md:w-56">
            <SelectField
              label="List"
              hideLabel
              value={search.list ?? ''}
              onChange={({ target }) => show({ list: target.value })}
            >
              <option value="">All companies</option>
              {lists.map(({ name, accounts }) => (
                <option key={name} value={name}>
                  {name} ({accounts.toLocaleString('en')})
                </option>
              ))}
            </SelectField>
          </div>
        )}
        <div className="min-w-0 max-md:flex-1 md:w-44">
          <SelectField
            label="Order"
            hideLabel
            value={search.sort ?? 'score'}
            onChange={({ target }) => show({ sort: target.value })}
          >
            {Object.entries(orderNames).map(([order, name]) => (
              <option key={order} value={order}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
      {list !== undefined && (
        <p className="mb-3 flex flex-wrap items-center gap-x-3 text-soft">
          {list.reached.toLocaleString('en')} of {list.accounts.toLocaleString('en')} accounts reached.
          {mayWrite && (
            <Button look="quiet" onClick={() => setOpen('remove')}>
              Remove list
            </Button>
          )}
        </p>
      )}
      <Found
        search={search}
        isAny={search.search === undefined && search.list === undefined}
        action={actions}
      />
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
      {open === 'account' && <AccountDialog account={null} onClose={() => setOpen(null)} />}
      {open === 'remove' && list !== undefined && (
        <RemoveList
          list={list}
          onClose={() => setOpen(null)}
          onRemoved={() => {
            setOpen(null);
            show({ list: '' });
          }}
        />
      )}
    </div>
  );
}

/** Looks for what was typed a moment after the last key. */
function SearchField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className="min-w-0 max-md:w-full md:flex-1">
      <TextField
        label="Search"
        hideLabel
        type="search"
        placeholder="Domain or name"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  );
}

type FoundProps = {
  readonly search: CompanySearch;
  readonly isAny: boolean;
  readonly action: React.ReactNode;
};

function Found({ search, isAny, action }: FoundProps) {
  const found = useInfiniteQuery(companiesQuery(search));
  const companies = found.data?.pages.flatMap((page) => page.companies) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  return (
    <>
      <div className="rounded-card border border-line bg-card">
        {found.isError ? (
          <Failed error={found.error} again={() => void found.refetch()} />
        ) : found.isPending ? (
          <Loading lines={6} label="Loading companies" />
        ) : companies.length === 0 && isAny ? (
          <Empty title="No company yet" action={action}>
            Everybody who sends a form from a company’s e-mail address is shown here with their colleagues.
            Import the companies that you want, and their leads go to the right person at once.
          </Empty>
        ) : companies.length === 0 ? (
          <Empty title="None of these">Look for another word, or in all companies.</Empty>
        ) : (
          <ul aria-label="Companies">
            {companies.map((company) => (
              <CompanyRow key={company.domain} company={company} />
            ))}
          </ul>
        )}
      </div>
      {companies.length > 0 && (
        <p className="mt-3 flex items-center justify-center gap-4 text-sm text-soft">
          {companies.length.toLocaleString('en')} of {total.toLocaleString('en')}
          {found.hasNextPage && (
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              Show more
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function CompanyRow({ company }: { readonly company: ListedCompany }) {
  const { domain, name, list, tier, owner, contacts, stage, score, best, lastActivityAt } = company;
  return (
    <li className="border-line not-first:border-t">
      <Link
        to="/companies/$domain"
        params={{ domain }}
        className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-5 py-3 hover:bg-ink/3 md:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,1fr)_4rem_6rem]"
      >
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-sm text-soft">
            {name === domain ? '' : `${domain} · `}
            {contacts === 0 ? 'Nobody known yet' : peopleOf(contacts)}
            {best !== null && `, best ${best.name}`}
          </span>
        </span>
        <span className="min-w-0 max-md:order-3 max-md:col-span-2">
          {list === null ? (
            <span className="text-sm text-soft max-md:hidden">On no list</span>
          ) : (
            <Tag tone="accent">{tier === null ? list : `${list} · ${tier}`}</Tag>
          )}
        </span>
        <span className="min-w-0 truncate text-sm max-md:hidden">
          {owner === null ? <span className="text-soft">Nobody’s</span> : owner.name}
        </span>
        <span className="text-right">
          <span className="block font-medium tabular-nums">{score === null ? '–' : score.total}</span>
          <span className="block text-xs text-soft">{stage === null ? 'No lead' : stageNames[stage]}</span>
        </span>
        <span className="text-right text-sm text-soft max-md:hidden">
          {lastActivityAt !== null && <Ago at={lastActivityAt} />}
        </span>
      </Link>
    </li>
  );
}
