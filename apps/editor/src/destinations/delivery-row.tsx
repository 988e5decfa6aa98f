// One notification: where it went, how it ended, and on request every try.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronRight, RotateCw } from 'lucide-react';
import { useId, useState } from 'react';
import { Ago } from '../parts/ago.tsx';
import { Button } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Tag } from '../parts/state.tsx';
import { useSay } from '../parts/toast.tsx';
import { ask } from '../server/ask.ts';
import { destinationsQuery } from '../server/queries.ts';
import { refusalInWords } from '../server/refusal.ts';
import { failureInWords, happened, kindNames, stateNames, type Delivery } from './destination-words.ts';

type Props = { readonly delivery: Delivery; readonly mayReplay: boolean };

export function DeliveryRow({ delivery, mayReplay }: Props) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { tone, word } = stateNames[delivery.state];
  const last = delivery.attempts.at(-1);
  const isLost = delivery.state === 'dead' || delivery.state === 'disabled';
  return (
    <li className="border-line not-first:border-t">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-center gap-3 px-5 py-3 text-left hover:bg-ink/3"
      >
        <ChevronRight
          size={15}
          aria-hidden="true"
          className={classes('shrink-0 text-soft transition-transform duration-100', isOpen && 'rotate-90')}
        />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">
            {delivery.destination ?? 'To the owner'}{' '}
            <span className="font-normal text-soft">{happened[delivery.type] ?? delivery.type}</span>
          </span>
          <span className="block truncate text-sm text-soft">
            {kindNames[delivery.channel]} · {delivery.to}
          </span>
        </span>
        <span className="hidden text-sm text-soft tabular-nums sm:block">
          {last !== undefined && delivery.state === 'delivered' && `${last.milliseconds} ms`}
          {delivery.state !== 'delivered' &&
            last !== undefined &&
            (delivery.attempts.length === 1 ? 'One try' : `${delivery.attempts.length} tries`)}
        </span>
        <Tag tone={tone}>{word}</Tag>
        <span className="w-24 shrink-0 text-right text-sm text-soft max-sm:hidden">
          <Ago at={delivery.createdAt} />
        </span>
      </button>
      {isOpen && (
        <div id={id} className="border-t border-line bg-ground/60 px-5 py-4 pl-12">
          <Tries delivery={delivery} />
          <p className="mt-3 font-mono text-xs text-soft wrap-anywhere">{delivery.id}</p>
          {mayReplay && isLost && <Replay id={delivery.id} />}
        </div>
      )}
    </li>
  );
}

const instant = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

function Tries({ delivery }: { readonly delivery: Delivery }) {
  if (delivery.attempts.length === 0) return <p className="text-sm text-soft">It has not been tried yet.</p>;
  return (
    <ol className="space-y-1 text-sm">
      {delivery.attempts.map(({ number, at, milliseconds, status, error }) => (
        <li key={number} className="flex flex-wrap gap-x-3">
          <time dateTime={at} className="text-soft tabular-nums">
            {instant.format(new Date(at))}
          </time>
          <span className="min-w-0 flex-1">
            {error === null
              ? `It arrived${status === null ? '' : ` (${status})`}.`
              : failureInWords(error, status)}
          </span>
          <span className="text-soft tabular-nums">{milliseconds.toLocaleString('en')} ms</span>
        </li>
      ))}
      {delivery.nextAt !== null && (
        <li className="text-soft">Tried again at {instant.format(new Date(delivery.nextAt))}.</li>
      )}
    </ol>
  );
}

function Replay({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const say = useSay();
  const replay = useMutation({
    mutationFn: () => ask(`/api/deliveries/${id}/replay`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      say('It is on its way again, with the same id and the same bytes.');
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['deliveries'] }),
        queries.invalidateQueries(destinationsQuery),
      ]);
    },
    onError: (error) => say(refusalInWords(error)),
  });
  return (
    <Button
      size="small"
      className="mt-3"
      busy={replay.isPending}
      icon={<RotateCw size={14} aria-hidden="true" />}
      onClick={() => replay.mutate()}
    >
      Send it again
    </Button>
  );
}
