// The period and the filters of the review: what is chosen stands in the address.
import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal, X } from 'lucide-react';
import { useState } from 'react';
import type { ReviewChoices } from '@baton/worker/api-types';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Segments } from '../parts/segments.tsx';
import {
  daysOf,
  narrowedBy,
  reviewFilters,
  spans,
  type ReviewFilter,
  type ReviewSearch,
} from './review-search.ts';
import { choicesFor, wordInWords } from './filter-choices.ts';
import { reviewChoicesQuery } from './use-review.ts';

type Change = { readonly [name in keyof ReviewSearch]?: ReviewSearch[name] | undefined };

type Props = { readonly search: ReviewSearch; readonly onChange: (change: Change) => void };

export function ReviewBar({ search, onChange }: Props) {
  const { data: choices } = useQuery(reviewChoicesQuery);
  const narrowed = narrowedBy(search);
  const [open, setOpen] = useState(narrowed.length > 0);
  const isOwn = search.from !== undefined;
  const [from, to] = daysOf(search, choices?.usual.to ?? '1970-01-01');
  return (
    <div className="mt-4 mb-6 print:hidden">
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-44">
          <SelectField
            label="Period"
            hideLabel
            value={isOwn ? 'own' : (search.span ?? 'month')}
            onChange={({ target }) => onChange(periodChange(target.value, from, to))}
          >
            {Object.entries(spans).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="own">From … to …</option>
          </SelectField>
        </div>
        {isOwn && (
          <>
            <TextField
              type="date"
              label="First day"
              hideLabel
              value={from}
              max={to}
              onChange={({ target }) => target.value !== '' && onChange({ from: target.value, to })}
            />
            <TextField
              type="date"
              label="Last day"
              hideLabel
              value={to}
              min={from}
              onChange={({ target }) => target.value !== '' && onChange({ from, to: target.value })}
            />
          </>
        )}
        <Segments
          label="Count"
          value={search.by ?? 'lead'}
          onChange={(by) => onChange({ by: by === 'company' ? by : undefined })}
          choices={[
            { value: 'lead', label: 'Leads' },
            { value: 'company', label: 'Companies' },
          ]}
        />
        <Button
          icon={<SlidersHorizontal size={16} aria-hidden="true" />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Filters{narrowed.length > 0 && ` · ${narrowed.length}`}
        </Button>
        {narrowed.length > 0 && (
          <Button
            look="quiet"
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => onChange(Object.fromEntries(reviewFilters.map((name) => [name, undefined])))}
          >
            Everything
          </Button>
        )}
      </div>
      {open && choices && <Filters search={search} choices={choices} onChange={onChange} />}
    </div>
  );
}

function periodChange(value: string, from: string, to: string): Change {
  if (value === 'own') return { span: undefined, from, to };
  const span = Object.keys(spans).find((id): id is keyof typeof spans => id === value);
  return { span: span === 'month' ? undefined : span, from: undefined, to: undefined };
}

const labels: Readonly<Record<ReviewFilter, string>> = {
  form: 'Form',
  version: 'Version',
  source: 'Source',
  medium: 'Medium',
  campaign: 'Campaign',
  tier: 'Tier',
  team: 'Team',
  person: 'Person',
  country: 'Country',
  account: 'Target list',
};

function Filters({ search, choices, onChange }: Props & { readonly choices: ReviewChoices }) {
  return (
    <div
      role="group"
      aria-label="Filters"
      className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-2"
    >
      {reviewFilters.map((name) => {
        const value = search[name];
        const list = choicesFor(name, choices);
        return (
          <SelectField
            key={name}
            label={labels[name]}
            hideLabel
            // What is not known is a choice of its own, told from none.
            value={value === undefined ? 'any' : `=${value}`}
            onChange={({ target }) =>
              onChange({ [name]: target.value === 'any' ? undefined : target.value.slice(1) })
            }
            className={value === undefined ? 'text-soft' : 'border-accent font-medium'}
          >
            <option value="any">{labels[name]}: any</option>
            {value !== undefined && !list.some(([id]) => id === value) && (
              <option value={`=${value}`}>{wordInWords(name, value, choices)}</option>
            )}
            {list.map(([id, text]) => (
              <option key={id} value={`=${id}`}>
                {text}
              </option>
            ))}
          </SelectField>
        );
      })}
    </div>
  );
}
