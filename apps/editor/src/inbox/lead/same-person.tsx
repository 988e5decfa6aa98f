// Leads that may be the same person as this one. A suggestion: nothing happens until somebody merges them.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Duplicates, Lead } from '@baton/worker/api-types';
import { Button } from '../../parts/button.tsx';
import type { InboxSearch } from '../inbox-search.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { Part } from './part.tsx';
import { duplicatesQuery } from './queries.ts';

type Duplicate = Duplicates['duplicates'][number];

const reasons: Readonly<Record<Duplicate['why'][number], string>> = {
  name: 'the same name in the same company',
  phone: 'the same number',
};

export function SamePerson({ lead }: { readonly lead: Lead }) {
  const { data } = useQuery(duplicatesQuery(lead.id));
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  const [merged, setMerged] = useState<Duplicate | null>(null);
  if (data === undefined || data.duplicates.length === 0) return null;
  return (
    <Part title="May be the same person">
      <ul className="space-y-1">
        {data.duplicates.map((one) => (
          <li key={one.id} className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Link
                to="/inbox/$lead"
                params={{ lead: one.id }}
                search={search}
                className="block truncate font-medium hover:underline"
              >
                {one.email}
              </Link>
              <p className="text-sm text-soft">
                {[
                  one.name === one.email ? null : one.name,
                  ...one.why.map((why) => reasons[why]),
                  one.ownerName,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
            </div>
            <Button size="small" aria-label={`Merge with ${one.email}`} onClick={() => setMerged(one)}>
              Merge
            </Button>
          </li>
        ))}
      </ul>
      {merged !== null && <MergeDialog lead={lead} other={merged.email} onClose={() => setMerged(null)} />}
    </Part>
  );
}
