// Search, order and filters; all of it is the address.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, useState, type Ref } from 'react';
import { Button, IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { controlClasses, SelectField } from '../parts/field.tsx';
import { goneIn } from './gone.ts';
import { narrowed, sortNames, sortOf, type Filter, type InboxSearch, type ViewName } from './inbox-search.ts';
import { stageNames, stateNames, tierName } from './stage-words.ts';
import { choicesQuery } from './use-inbox.ts';

type Props = {
  readonly search: InboxSearch;
  readonly usual: ViewName;
  readonly searchBox: Ref<HTMLInputElement>;
};

/** After the last key, ms. */
const pause = 180;

export function FilterBar({ search, usual, searchBox }: Props) {
  const navigate = useNavigate();
  const [areOpen, setOpen] = useState(false);
  const set = (change: InboxSearch): void => {
    void navigate({ to: '.', search: { ...search, ...change }, replace: true });
  };
  const count = narrowed(search).filter((name) => name !== 'q').length;
  return (
    <div className="px-4 pb-3 md:px-6">
      <div className="flex items-center gap-2">
        <SearchBox key={search.view} value={search.q ?? ''} box={searchBox} onChange={(q) => set({ q })} />
        <Button
          aria-expanded={areOpen}
          icon={<SlidersHorizontal size={15} aria-hidden="true" />}
          onClick={() => setOpen(!areOpen)}
        >
          <span className="max-sm:sr-only">Filter</span>
          {count > 0 && <span className="tabular-nums text-accent">{count}</span>}
        </Button>
        <SelectField
          label="Order"
          hideLabel
          value={sortOf(search, usual)}
          onChange={({ target }) => set(readSort(target.value))}
          className="max-w-34"
        >
          {Object.entries(sortNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {(areOpen || count > 0) && <Filters search={search} onChange={set} />}
    </div>
  );
}

function readSort(value: string): InboxSearch {
  for (const sort of ['deadline', 'score', 'newest', 'oldest'] as const) if (sort === value) return { sort };
  return {};
}

type SearchBoxProps = {
  readonly value: string;
  readonly box: Ref<HTMLInputElement>;
  readonly onChange: (text: string) => void;
};

function SearchBox({ value, box, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // Gone back or forth, or cleared.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(text.trim()), pause);
    return () => clearTimeout(timer);
  });
  return (
    <div className="relative min-w-0 flex-1">
      <Search size={15} aria-hidden="true" className="absolute top-2.5 left-3 text-soft" />
      <input
        ref={box}
        type="search"
        aria-label="Search"
        placeholder="Name, company or e-mail"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('');
          event.currentTarget.blur();
        }}
        className={classes(controlClasses, 'h-9 pl-9 [&::-webkit-search-cancel-button]:hidden')}
      />
    </div>
  );
}

type FiltersProps = { readonly search: InboxSearch; readonly onChange: (change: InboxSearch) => void };

type Choice = readonly [id: string, name: string];

function Filters({ search, onChange }: FiltersProps) {
  const { data: choices } = useQuery(choicesQuery);
  const lists: Readonly<Record<Filter, readonly [label: string, choices: readonly Choice[]]>> = {
    owner: [
      'Owner',
      [
        ['me', 'Me'],
        ['none', 'Nobody'],
        ...(choices?.people ?? [])
          .filter(({ party }) => party === 'sales')
          .map(({ email, name }): Choice => [email, name]),
      ],
    ],
    team: ['Team', (choices?.teams ?? []).map(({ id, name }) => [id, name])],
    tier: ['Tier', (choices?.tiers ?? []).map((id) => [id, tierName(id)])],
    stage: ['Stage', Object.entries(stageNames)],
    form: ['Form', (choices?.forms ?? []).map(({ id, name }) => [id, name])],
    source: ['Source', [...(choices?.sources ?? []).map((id): Choice => [id, id]), ['none', 'Not known']]],
    state: ['Ledger', Object.entries(stateNames)],
    deadline: [
      'Deadline',
      [
        ['overdue', 'Over'],
        ['hour', 'Within an hour'],
        ['day', 'Within a day'],
      ],
    ],
  };
  const gone = goneIn(search, choices);
  const unlisted = (name: string, value: string): string => {
    if (gone.some(({ filter }) => filter === name)) return `${value} (gone)`;
    const person = name === 'owner' ? choices?.people.find(({ email }) => email === value) : undefined;
    return person?.name ?? value;
  };
  const clear = Object.fromEntries(Object.keys(lists).map((name) => [name, undefined]));
  return (
    <div
      role="group"
      aria-label="Filters"
      className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(132px,1fr))] gap-2"
    >
      {Object.entries(lists).map(([name, [label, list]]) => {
        const value = narrowValue(search, name);
        return (
          <SelectField
            key={name}
            label={label}
            hideLabel
            value={value}
            onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
            className={value === '' ? 'text-soft' : 'border-accent font-medium'}
          >
            <option value="">{label}: any</option>
            {/* What the address says, though it cannot be chosen. */}
            {value !== '' && !list.some(([id]) => id === value) && (
              <option value={value}>{unlisted(name, value)}</option>
            )}
            {list.map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </SelectField>
        );
      })}
      {narrowed(search).some((name) => name !== 'q') && (
        <IconButton label="Take all filters away" onClick={() => onChange(clear)}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function narrowValue(search: InboxSearch, name: string): string {
  return new Map<string, string | undefined>(Object.entries(search)).get(name) ?? '';
}
