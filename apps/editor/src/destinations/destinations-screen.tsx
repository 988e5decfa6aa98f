// Where notifications go, how it has been going there, and everything that was sent.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RotatedSecret, TestedDestination } from '@baton/worker/api-types';
import { AskToRemove } from '../parts/ask-to-remove.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { destinationPath, destinationsQuery, meQuery } from '../server/queries.ts';
import { refusalInWords } from '../server/refusal.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { DestinationDialog } from './destination-dialog.tsx';
import { DestinationRow, KindSign, type Doing } from './destination-row.tsx';
import { failureInWords, type Destination } from './destination-words.ts';
import { SecretDialog } from './secret-dialog.tsx';

type Open =
  | { readonly kind: 'edit'; readonly destination: Destination | null }
  | { readonly kind: 'remove'; readonly destination: Destination }
  | {
      readonly kind: 'secret';
      readonly destination: string;
      readonly secret: string;
      readonly until: string | null;
    };

export function DestinationsScreen() {
  const { data } = useSuspenseQuery(destinationsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const mayWrite = me.rights.includes('workspace.write');
  const { act, busy } = useActs(setOpen);
  const close = (): void => setOpen(null);
  const begin = mayWrite && (
    <Button
      look="main"
      icon={<Plus size={16} aria-hidden="true" />}
      onClick={() => setOpen({ kind: 'edit', destination: null })}
    >
      New destination
    </Button>
  );
  return (
    <div className="mx-auto max-w-240 px-4 py-6 md:px-8 md:py-8">
      <title>Destinations · Baton</title>
      <div className="mb-6 flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">Destinations</h1>
        {data.destinations.length > 0 && begin}
      </div>
      <div className="rounded-card border border-line bg-card">
        <OwnersMail isSetUp={data.mail} />
        {data.destinations.length === 0 ? (
          <div className="border-t border-line">
            <Empty title="Nowhere else yet" action={begin}>
              {mayWrite
                ? 'A webhook for your CRM, a channel in Slack or Teams, a shared mailbox: each gets what you choose, within a second.'
                : 'Admins say where notifications go beside the owner’s mail.'}
            </Empty>
          </div>
        ) : (
          <ul className="border-t border-line">
            {data.destinations.map((destination) => (
              <DestinationRow
                key={destination.id}
                destination={destination}
                mayWrite={mayWrite}
                busy={busy === destination.id}
                onDo={(doing) => act(destination, doing)}
              />
            ))}
          </ul>
        )}
      </div>
      <DeliveryLog destinations={data.destinations} mayReplay={me.rights.includes('deliveries.replay')} />
      {open?.kind === 'edit' && (
        <DestinationDialog
          destination={open.destination}
          taken={data.destinations.map(({ id }) => id)}
          onClose={close}
          onSaved={(destination, { secret }) =>
            setOpen(secret === null ? null : { kind: 'secret', destination, secret, until: null })
          }
        />
      )}
      {open?.kind === 'secret' && <SecretDialog {...open} onClose={close} />}
      {open?.kind === 'remove' && <RemoveDialog destination={open.destination} onClose={close} />}
    </div>
  );
}

function OwnersMail({ isSetUp }: { readonly isSetUp: boolean }) {
  return (
    <div className="flex items-start gap-4 px-5 py-4">
      <KindSign kind="email" />
      <div className="min-w-0 flex-1">
        <h2 className="font-medium">The owner’s mail</h2>
        <p className="text-sm text-soft text-pretty">
          {isSetUp
            ? 'Whoever is given a lead gets a mail with everything, always.'
            : 'No mail is set up, so owners get none. Whoever runs Baton sets BATON_SMTP or BATON_RESEND_KEY.'}
        </p>
      </div>
    </div>
  );
}

/** What is done at once, and said; the rest opens a window. */
function useActs(setOpen: (open: Open) => void) {
  const queries = useQueryClient();
  const say = useSay();
  const acting = useMutation({
    mutationFn: ({ destination, doing }: { readonly destination: Destination; readonly doing: Doing }) =>
      done(destination, doing, say, setOpen),
    onSuccess: () => queries.invalidateQueries(destinationsQuery),
    onError: (error) => say(refusalInWords(error)),
  });
  const act = (destination: Destination, doing: Doing): void => {
    if (doing === 'edit' || doing === 'remove') setOpen({ kind: doing, destination });
    else acting.mutate({ destination, doing });
  };
  return { act, busy: acting.isPending ? acting.variables.destination.id : null };
}

async function done(
  { id }: Destination,
  doing: Doing,
  say: (title: string) => void,
  setOpen: (open: Open) => void,
): Promise<void> {
  const path = destinationPath(id);
  switch (doing) {
    case 'test': {
      const tested = await ask<TestedDestination>(`${path}/test`, { method: 'POST', body: {} });
      const took = `${tested.milliseconds.toLocaleString('en')} ms`;
      const answer = tested.status === null ? '' : ` (${tested.status})`;
      say(
        tested.ok
          ? `The test arrived${answer} in ${took}.`
          : `The test did not arrive. ${failureInWords(tested.error ?? '', tested.status)}`,
      );
      return;
    }
    case 'pause':
    case 'resume':
      await ask(`${path}/pause`, { method: 'POST', body: { paused: doing === 'pause' } });
      say(
        doing === 'pause'
          ? `${id} is paused. What it is owed waits.`
          : `${id} goes on. What waited is on its way.`,
      );
      return;
    case 'secret': {
      const { secret, until } = await ask<RotatedSecret>(`${path}/secret`, { method: 'POST', body: {} });
      setOpen({ kind: 'secret', destination: id, secret, until });
      return;
    }
    case 'edit':
    case 'remove':
      return;
  }
}

type RemoveProps = { readonly destination: Destination; readonly onClose: () => void };

function RemoveDialog({ destination: { id, waiting }, onClose }: RemoveProps) {
  const queries = useQueryClient();
  const say = useSay();
  const remove = useMutation({
    mutationFn: () => ask(`${destinationPath(id)}/remove`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      await queries.invalidateQueries(destinationsQuery);
      say(`${id} is removed.`);
      onClose();
    },
  });
  return (
    <AskToRemove
      name={id}
      says={
        waiting === 0
          ? 'Nothing goes there any more. What was sent stays in the log.'
          : `${waiting.toLocaleString('en')} deliveries that still wait are given up. What was sent stays in the log. To keep them, pause it instead.`
      }
      removal={remove}
      onClose={onClose}
    />
  );
}
