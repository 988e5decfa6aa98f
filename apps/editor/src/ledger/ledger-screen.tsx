// The ledger: of each day, how many submissions were accepted and in which one state each of them is; that it adds up;
// and a way to judge again what failed.
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Ledger } from '@baton/worker/api-types';
import { SelectField } from '../parts/field.tsx';
import { countInWords } from '../parts/share.ts';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { meQuery } from '../server/queries.ts';
import { readLedgerSearch, type LedgerSearch } from './ledger-search.ts';
import { LedgerTable } from './ledger-table.tsx';
import { ledgerQuery } from './queries.ts';

export function LedgerScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const search: LedgerSearch = useSearch({ from: '/shell/ledger' });
  const navigate = useNavigate();
  const days = search.days ?? 30;
  const ledger = useQuery(ledgerQuery(days));
  return (
    <div className="mx-auto max-w-300 px-4 py-6 md:px-8 md:py-8">
      <title>Ledger · Baton</title>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">Ledger</h1>
          <p className="mt-1 max-w-160 text-soft">
            Every submission that was accepted is in exactly one state. Days are UTC.
          </p>
        </div>
        <div className="w-40">
          <SelectField
            label="Days"
            hideLabel
            value={days}
            onChange={({ target }) =>
              void navigate({
                to: '/ledger',
                search: readLedgerSearch({ days: target.value }),
                replace: true,
              })
            }
          >
            <option value={30}>Last 30 days</option>
            <option value={90}>Last 90 days</option>
            <option value={365}>Last 365 days</option>
          </SelectField>
        </div>
      </div>
      {ledger.isPending && <Loading lines={8} label="Loading the ledger" />}
      {ledger.isError && ledger.data === undefined && (
        <Failed error={ledger.error} again={() => void ledger.refetch()} />
      )}
      {ledger.data !== undefined &&
        (ledger.data.days.length === 0 ? (
          <div className="rounded-card border border-line bg-card">
            <Empty title="Nothing came in these days">
              As soon as somebody sends a form, its day stands here with what became of it.
            </Empty>
          </div>
        ) : (
          <>
            <Verdict ledger={ledger.data} />
            <LedgerTable ledger={ledger.data} mayWrite={me.rights.includes('leads.write')} />
          </>
        ))}
    </div>
  );
}

function Verdict({ ledger: { days, total } }: { readonly ledger: Ledger }) {
  const { accepted, erased, balanced } = total;
  const off = days.filter((one) => !one.balanced).length;
  return (
    <p
      role="status"
      className={`mb-4 flex items-center gap-2.5 rounded-card border border-line bg-card px-4 py-3 ${balanced ? '' : 'text-bad'}`}
    >
      {balanced ? (
        <CircleCheck size={18} aria-hidden="true" className="shrink-0 text-good" />
      ) : (
        <TriangleAlert size={18} aria-hidden="true" className="shrink-0" />
      )}
      <span>
        <span className="font-medium">
          {balanced ? 'It adds up' : `It does not add up on ${off === 1 ? 'one day' : `${off} days`}`}
        </span>
        <span className="text-soft">
          {' '}
          · {countInWords(accepted)} accepted{erased > 0 && `, ${countInWords(erased)} of them erased`}
          {!balanced && '. Whoever runs Baton finds more in the log.'}
        </span>
      </span>
    </p>
  );
}
