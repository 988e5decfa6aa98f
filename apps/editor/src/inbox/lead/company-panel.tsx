// The company of a lead, with its other people.
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { Lead } from '@baton/worker/api-types';
import { countInWords } from '../../parts/share.ts';
import type { InboxSearch } from '../inbox-search.ts';
import { stageNames } from '../stage-words.ts';
import { Part } from './part.tsx';
import { companyQuery } from './queries.ts';

export function CompanyPanel({ lead }: { readonly lead: Lead }) {
  const { data: company } = useQuery({ ...companyQuery(lead.id), enabled: lead.company.domain !== null });
  const search: InboxSearch = useSearch({ from: '/shell/inbox' });
  if (company === undefined) return null;
  return (
    <Part
      title={company.name === '' ? 'Company' : company.name}
      beside={<span className="text-sm text-soft">{company.domain}</span>}
    >
      {company.people.length === 0 ? (
        <p className="text-soft">Nobody else of this company has written.</p>
      ) : (
        <ul>
          {company.people.map((one) => (
            <li
              key={one.id}
              className="relative -mx-2 flex items-center gap-3 rounded-control px-2 py-1.5 hover:bg-ink/4"
            >
              <Link
                to="/inbox/$lead"
                params={{ lead: one.id }}
                search={search}
                className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
              >
                {one.name}
              </Link>
              <span className="truncate text-sm text-soft">{one.ownerName ?? ''}</span>
              <span className="text-sm text-soft">{stageNames[one.stage]}</span>
              <span className="w-7 text-right font-medium tabular-nums">{one.total ?? ''}</span>
            </li>
          ))}
        </ul>
      )}
      {company.others > company.people.length && (
        <p className="mt-1 text-sm text-soft">
          and {countInWords(company.others - company.people.length)} more
        </p>
      )}
    </Part>
  );
}
