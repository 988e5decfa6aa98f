// The people of the workspace, one a row: on which side, how many turns, away or not, and what waits for them.
import { CalendarOff, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { IconButton } from '../parts/button.tsx';
import { Menu, MenuItem, MenuLine } from '../parts/menu.tsx';
import { Tag } from '../parts/state.tsx';
import type { Listed } from './team-queries.ts';
import { awayInWords, sideNames } from './team-words.ts';

export type Doing = 'edit' | 'away' | 'remove';

type Props = {
  readonly people: readonly Listed[];
  /** ISO date. */
  readonly today: string;
  readonly mayWrite: boolean;
  /** Whose own days away may be said. */
  readonly own: string | null;
  readonly onDo: (person: Listed, doing: Doing) => void;
};

const cell = 'px-3 py-2.5 text-left align-top';
const numeric = `${cell} text-right tabular-nums`;

export function PeopleTable({ people, today, mayWrite, own, onDo }: Props) {
  return (
    <table className="w-full border-collapse max-md:block">
      <thead className="text-xs text-soft max-md:sr-only">
        <tr>
          <th scope="col" className={`${cell} pl-5 font-medium`}>
            Person
          </th>
          <th scope="col" className={`${cell} font-medium`}>
            Side
          </th>
          <th scope="col" className={`${numeric} font-medium`}>
            Share of turns
          </th>
          <th scope="col" className={`${numeric} font-medium`}>
            Most a day
          </th>
          <th scope="col" className={`${cell} font-medium`}>
            Away
          </th>
          <th scope="col" className={`${numeric} font-medium`}>
            Open leads
          </th>
          <th scope="col" className="w-12 pr-3">
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {people.map((person) => (
          <Row
            key={person.email}
            person={person}
            today={today}
            mayWrite={mayWrite}
            isOwn={person.email === own}
            onDo={(doing) => onDo(person, doing)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly person: Listed;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly isOwn: boolean;
  readonly onDo: (doing: Doing) => void;
};

function Row({ person, today, mayWrite, isOwn, onDo }: RowProps) {
  const { email, name, party, weight, capacity, isAway, openHandoffs } = person;
  const away = awayInWords(person, today);
  return (
    <tr className="border-line max-md:relative max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-3 max-md:pr-12 max-md:pl-5 max-md:not-first:border-t md:border-t">
      <th scope="row" className={`${cell} font-normal max-md:w-full max-md:p-0 md:pl-5`}>
        <span className="block font-medium wrap-anywhere">{name}</span>
        <span className="block text-sm text-soft wrap-anywhere">{email}</span>
      </th>
      <td className={`${cell} max-md:p-0`}>{sideNames[party]}</td>
      <td className={`${numeric} max-md:p-0`}>
        <Said word="share " />
        {weight.toLocaleString('en')}
      </td>
      <td className={`${numeric} max-md:p-0 ${capacity === null ? 'max-md:hidden' : ''}`}>
        {capacity === null ? (
          <span className="text-soft">any</span>
        ) : (
          <>
            {capacity.toLocaleString('en')}
            <Said word=" a day at most" />
          </>
        )}
      </td>
      <td className={`${cell} max-md:p-0 ${away === null ? 'max-md:hidden' : ''}`}>
        {away === null ? (
          <span className="text-soft">–</span>
        ) : (
          <Tag tone={isAway ? 'warn' : 'neutral'}>{away}</Tag>
        )}
      </td>
      <td className={`${numeric} max-md:p-0`}>
        {openHandoffs.toLocaleString('en')}
        <Said word={openHandoffs === 1 ? ' open lead' : ' open leads'} />
      </td>
      <td className="w-12 py-2 pr-3 text-right align-top max-md:absolute max-md:top-0.5 max-md:right-0">
        {(mayWrite || isOwn) && (
          <Menu
            trigger={
              <IconButton size="small" label={`What to do with ${name}`}>
                <Ellipsis size={16} aria-hidden="true" />
              </IconButton>
            }
          >
            {mayWrite && (
              <MenuItem icon={<Pencil size={15} aria-hidden="true" />} onPick={() => onDo('edit')}>
                Change
              </MenuItem>
            )}
            <MenuItem icon={<CalendarOff size={15} aria-hidden="true" />} onPick={() => onDo('away')}>
              Away
            </MenuItem>
            {mayWrite && (
              <>
                <MenuLine />
                <MenuItem bad icon={<Trash2 size={15} aria-hidden="true" />} onPick={() => onDo('remove')}>
                  Remove
                </MenuItem>
              </>
            )}
          </Menu>
        )}
      </td>
    </tr>
  );
}

/** What the head of its column says, where there is none. */
function Said({ word }: { readonly word: string }) {
  return (
    <span className="text-soft md:hidden" aria-hidden="true">
      {word}
    </span>
  );
}
