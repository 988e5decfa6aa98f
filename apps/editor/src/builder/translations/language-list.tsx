// The languages of the form, and how much of each is still to be said.
import { Plus } from 'lucide-react';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { useBuilder } from '../builder-context.ts';
import { nameLanguage } from './language-names.ts';

type Props = {
  readonly own: string;
  readonly languages: readonly { readonly tag: string; readonly missing: number }[];
  /** How many texts a translation takes. */
  readonly needed: number;
  readonly chosen: string | undefined;
  readonly onChoose: (tag: string) => void;
  readonly onAdd: () => void;
};

export function LanguageList({ own, languages, needed, chosen, onChoose, onAdd }: Props) {
  const { mayWrite } = useBuilder();
  return (
    <nav
      aria-label="Languages"
      className="border-line bg-card p-3 max-md:border-b md:overflow-y-auto md:border-r"
    >
      <ul className="max-md:flex max-md:flex-wrap max-md:gap-1">
        <Item tag={own} isChosen={chosen === own} onChoose={onChoose} says="the form’s own" />
        {languages.map(({ tag, missing }) => (
          <Item
            key={tag}
            tag={tag}
            isChosen={chosen === tag}
            onChoose={onChoose}
            says={missing === 0 ? 'complete' : `${missing} missing`}
            share={needed === 0 ? 1 : 1 - missing / needed}
          />
        ))}
      </ul>
      {mayWrite && (
        <Button
          look="quiet"
          className="mt-2 text-soft"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={onAdd}
        >
          Add language
        </Button>
      )}
    </nav>
  );
}

type ItemProps = {
  readonly tag: string;
  readonly isChosen: boolean;
  readonly says: string;
  readonly share?: number;
  readonly onChoose: (tag: string) => void;
};

function Item({ tag, isChosen, says, share, onChoose }: ItemProps) {
  const { name } = nameLanguage(tag);
  return (
    <li>
      <button
        type="button"
        aria-current={isChosen || undefined}
        onClick={() => onChoose(tag)}
        className={classes(
          'w-full rounded-control px-3 py-2 text-left hover:bg-ink/6',
          isChosen && 'bg-ink/6 font-medium',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="flex-1 truncate">{name}</span>
          <span
            className={classes(
              'text-xs font-normal',
              share === undefined || share === 1 ? 'text-soft' : 'text-warn',
            )}
          >
            {says}
          </span>
        </span>
        {share !== undefined && (
          <span aria-hidden="true" className="mt-1.5 block h-1 overflow-hidden rounded-full bg-ink/8">
            <span
              className={classes('block h-full rounded-full', share === 1 ? 'bg-good' : 'bg-accent')}
              style={{ width: `${share * 100}%` }}
            />
          </span>
        )}
      </button>
    </li>
  );
}
