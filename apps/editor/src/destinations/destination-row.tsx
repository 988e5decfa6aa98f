// One destination in a line: where it is, what goes there, how it is doing, and what can be done about it.
import {
  Mail,
  MessageSquare,
  Pencil,
  Play,
  Send,
  Trash2,
  Webhook,
  Pause,
  KeyRound,
  Ellipsis,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { agoInWords } from '../parts/ago.tsx';
import { IconButton } from '../parts/button.tsx';
import { classes } from '../parts/classes.ts';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { Tag } from '../parts/state.tsx';
import {
  failureInWords,
  kindNames,
  statusInWords,
  whatInWords,
  type Destination,
  type Kind,
} from './destination-words.ts';

export type Doing = 'edit' | 'test' | 'pause' | 'resume' | 'secret' | 'remove';

type Props = {
  readonly destination: Destination;
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onDo: (doing: Doing) => void;
};

export function DestinationRow({ destination, mayWrite, busy, onDo }: Props) {
  const { id, kind, to, pausedAt } = destination;
  const status = statusInWords(destination, ago);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line px-5 py-4 not-first:border-t">
      <KindSign kind={kind} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="font-medium">{id}</h2>
          <Tag tone={status.tone}>{status.word}</Tag>
        </div>
        <p className="truncate text-sm text-soft" title={to}>
          {kindNames[kind]} · {to}
        </p>
        <p className="text-sm text-soft">{whatInWords(destination)}</p>
        {status.says !== null && <p className="mt-1 text-sm text-pretty">{status.says}</p>}
        {destination.previousSecretUntil !== null && (
          <p className="mt-1 text-sm text-pretty">
            The secret before signs too until {instant.format(new Date(destination.previousSecretUntil))}.
          </p>
        )}
      </div>
      <Recent recent={destination.recent} />
      {mayWrite && (
        <Menu
          trigger={
            <IconButton size="small" label={`What to do with ${id}`} busy={busy}>
              <Ellipsis size={16} aria-hidden="true" />
            </IconButton>
          }
        >
          <Item sign={Send} onPick={() => onDo('test')}>
            Send a test
          </Item>
          <Item sign={Pencil} onPick={() => onDo('edit')}>
            Change
          </Item>
          {pausedAt === null ? (
            <Item sign={Pause} onPick={() => onDo('pause')}>
              Pause
            </Item>
          ) : (
            <Item sign={Play} onPick={() => onDo('resume')}>
              Resume
            </Item>
          )}
          {kind === 'webhook' && (
            <Item sign={KeyRound} onPick={() => onDo('secret')}>
              New secret
            </Item>
          )}
          <MenuItem bad icon={<Trash2 size={15} aria-hidden="true" />} onPick={() => onDo('remove')}>
            Remove
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}

const instant = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

function ago(at: string): string {
  return agoInWords((Date.now() - Date.parse(at)) / 1000);
}

type ItemProps = { readonly sign: typeof Send; readonly onPick: () => void; readonly children: ReactNode };

function Item({ sign: Sign, onPick, children }: ItemProps) {
  return (
    <MenuItem icon={<Sign size={15} aria-hidden="true" />} onPick={onPick}>
      {children}
    </MenuItem>
  );
}

const signs: Readonly<Record<Kind, typeof Send>> = {
  webhook: Webhook,
  email: Mail,
  slack: MessageSquare,
  teams: MessageSquare,
};

export function KindSign({ kind }: { readonly kind: Kind }) {
  const Sign = signs[kind];
  return (
    <span className="mt-0.5 grid size-9 shrink-0 place-items-center rounded-control bg-ink/6 text-soft">
      <Sign size={16} aria-hidden="true" />
    </span>
  );
}

const fills: Readonly<Record<Destination['recent'][number]['state'], string>> = {
  delivered: 'bg-good h-4',
  waiting: 'bg-accent h-2.5',
  dead: 'bg-bad h-1.5',
  disabled: 'bg-bad h-1.5',
};

/** Its last deliveries as bars, the latest at the right: high ones arrived. */
function Recent({ recent }: Pick<Destination, 'recent'>) {
  if (recent.length === 0) return null;
  const there = recent.filter(({ state }) => state === 'delivered');
  const times = there.flatMap(({ milliseconds }) => milliseconds ?? []).toSorted((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  const lost = recent.find(({ error }) => error !== null)?.error ?? null;
  const says = `${there.length} of the last ${recent.length} arrived`;
  return (
    <div
      className="w-36 text-right text-xs text-soft max-md:order-last max-md:w-full max-md:pl-13 max-md:text-left"
      title={lost === null ? says : `${says}. ${failureInWords(lost, null)}`}
    >
      <span className="flex h-4 items-end justify-end gap-0.5 max-md:justify-start" aria-hidden="true">
        {recent.toReversed().map(({ id, state }) => (
          <span key={id} className={classes('w-1 rounded-full', fills[state])} />
        ))}
      </span>
      <span className="mt-1 block tabular-nums">{`${there.length} of ${recent.length} arrived`}</span>
      {middle !== undefined && (
        <span className="block tabular-nums">{`in ${middle.toLocaleString('en')} ms as a rule`}</span>
      )}
    </div>
  );
}
