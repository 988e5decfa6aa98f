// Every notification with its tries: which are shown stands in the address, so that a link leads to them.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { RotateCw } from 'lucide-react';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Empty, Failed, Loading } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { deliveriesQuery, destinationsQuery } from '../server/queries.ts';
import { refusalInWords } from '../server/refusal.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { stateNames, type Destination } from './destination-words.ts';
import { readLogSearch, type LogSearch } from './log-search.ts';

type Props = { readonly destinations: readonly Destination[]; readonly mayReplay: boolean };

export function DeliveryLog({ destinations, mayReplay }: Props) {
  const search = useSearch({ from: '/shell/destinations' });
  const navigate = useNavigate();
  const log = useInfiniteQuery(deliveriesQuery(search));
  const show = (next: Readonly<Record<string, unknown>>): void => {
    void navigate({ to: '/destinations', search: readLogSearch({ ...search, ...next }), replace: true });
  };
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const isLost = search.state === 'dead' || search.state === 'disabled';
  return (
    <section aria-labelledby="log" className="mt-10">
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <h2 id="log" className="text-lg font-semibold max-md:w-full md:flex-1">
          Deliveries
        </h2>
        {mayReplay && isLost && deliveries.length > 0 && <ReplayAll search={search} />}
        <div className="min-w-0 max-md:flex-1 md:w-40">
          <SelectField
            label="State"
            hideLabel
            value={search.state ?? ''}
            onChange={({ target }) => show({ state: target.value })}
          >
            <option value="">In any state</option>
            {Object.entries(stateNames).map(([state, { word }]) => (
              <option key={state} value={state}>
                {word}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="min-w-0 max-md:flex-1 md:w-44">
          <SelectField
            label="Destination"
            hideLabel
            value={search.destination ?? ''}
            onChange={({ target }) => show({ destination: target.value })}
          >
            <option value="">Everywhere</option>
            {named(destinations, search.destination).map((id) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </SelectField>
        </div>
      </div>
      <div className="rounded-card border border-line bg-card">
        {log.isError ? (
          <Failed error={log.error} again={() => void log.refetch()} />
        ) : log.isPending ? (
          <Loading lines={5} label="Loading deliveries" />
        ) : deliveries.length === 0 ? (
          <Nothing search={search} />
        ) : (
          <ul>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} mayReplay={mayReplay} />
            ))}
          </ul>
        )}
      </div>
      {log.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show earlier ones
          </Button>
        </div>
      )}
    </section>
  );
}

/** One that was removed is still in the log. */
function named(destinations: readonly Destination[], asked: string | undefined): string[] {
  const ids = destinations.map(({ id }) => id);
  return asked === undefined || ids.includes(asked) ? ids : [...ids, asked];
}

function Nothing({ search }: { readonly search: LogSearch }) {
  if (search.state === 'dead' || search.state === 'disabled')
    return <Empty title="Nothing was given up">Everything arrived, or is still on its way.</Empty>;
  if (search.state !== undefined || search.destination !== undefined)
    return <Empty title="There are none of these">Choose another state or destination above.</Empty>;
  return (
    <Empty title="Nothing was sent yet">
      As soon as a lead is handed off, what goes out is listed here with every try.
    </Empty>
  );
}

function ReplayAll({ search }: { readonly search: LogSearch }) {
  const queries = useQueryClient();
  const say = useSay();
  const replay = useMutation({
    mutationFn: () => replayEverything(search.destination ?? null),
    onSuccess: async (many) => {
      say(many === 1 ? 'One delivery is on its way again.' : `${many} deliveries are on their way again.`);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['deliveries'] }),
        queries.invalidateQueries(destinationsQuery),
      ]);
    },
    onError: (error) => say(refusalInWords(error)),
  });
  return (
    <Button
      busy={replay.isPending}
      icon={<RotateCw size={15} aria-hidden="true" />}
      onClick={() => replay.mutate()}
    >
      Send all again
    </Button>
  );
}

/** Portion by portion, until nothing is left that was given up. */
async function replayEverything(destination: string | null): Promise<number> {
  let many = 0;
  for (;;) {
    const { replayed, more } = await ask<{ readonly replayed: number; readonly more: boolean }>(
      '/api/deliveries/replay',
      { method: 'POST', body: { destination } },
    );
    many += replayed;
    if (!more) return many;
  }
}
