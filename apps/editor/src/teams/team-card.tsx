// One team: who takes turns, in which order, with how much of them, and whether any lead comes to it.
import { Link } from '@tanstack/react-router';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '../parts/button.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { Tag } from '../parts/state.tsx';
import type { ListedTeam } from './team-queries.ts';
import { shareInWords } from './team-words.ts';

type Props = {
  readonly team: ListedTeam;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
};

export function TeamCard({ team: { name, members, rules }, mayWrite, onEdit, onRemove }: Props) {
  return (
    <li className="border-line px-5 py-4 not-first:border-t">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="font-medium wrap-anywhere">{name}</h3>
          <p className="text-sm text-soft">
            {rules.length > 0 ? (
              `Gets leads by the ${rules.length > 1 ? 'rules' : 'rule'} ${new Intl.ListFormat('en').format(rules)}.`
            ) : (
              <>
                No rule in force gives it leads yet.{' '}
                <Link
                  to="/agreement"
                  hash="section-routing"
                  className="text-accent underline underline-offset-2"
                >
                  Name it in the agreement’s routing
                </Link>
              </>
            )}
          </p>
        </div>
        {mayWrite && (
          <Menu
            trigger={
              <IconButton size="small" label={`What to do with the team ${name}`}>
                <Ellipsis size={16} aria-hidden="true" />
              </IconButton>
            }
          >
            <MenuItem icon={<Pencil size={15} aria-hidden="true" />} onPick={onEdit}>
              Change
            </MenuItem>
            <MenuItem bad icon={<Trash2 size={15} aria-hidden="true" />} onPick={onRemove}>
              Remove
            </MenuItem>
          </Menu>
        )}
      </div>
      {members.length === 0 ? (
        <p className="mt-2 text-sm text-warn">Nobody is in it: its leads go to the fallback.</p>
      ) : (
        <ol aria-label={`Who takes turns in ${name}`} className="mt-3 max-w-140 space-y-2">
          {members.map((member) => (
            <li key={member.email} className="grid grid-cols-[minmax(0,1fr)_6rem_3rem] items-center gap-3">
              <span className="flex min-w-0 items-center gap-2">
                <span className="truncate" title={member.email}>
                  {member.name}
                </span>
                {member.isAway && <Tag tone="warn">Away</Tag>}
              </span>
              <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-ink/8">
                <span
                  className={`block h-full rounded-full ${member.isAway ? 'bg-soft/50' : 'bg-accent'}`}
                  style={{ width: `${member.share * 100}%` }}
                />
              </span>
              <span className="text-right text-sm tabular-nums">
                {shareInWords(member.share)}
                <span className="sr-only"> of the turns</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}
