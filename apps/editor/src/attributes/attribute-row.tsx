// One attribute: what it is, of how many leads it is known, where it is used, and what can be done with it.
import { Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Ellipsis, Merge, Pencil } from 'lucide-react';
import { IconButton } from '../parts/button.tsx';
import { Menu, MenuItem } from '../parts/menu.tsx';
import { Tag } from '../parts/state.tsx';
import { aboutNames, typeNames } from '../builder/inspector/attribute/attribute-words.ts';
import type { Listed } from './attribute-queries.ts';
import { placeInWords } from './catalogue-words.ts';

type Props = {
  readonly attribute: Listed;
  /** How many leads were looked at. */
  readonly leads: number;
  /** What the one is called that it was merged into. */
  readonly mergedInto: string | null;
  readonly mayWrite: boolean;
  readonly onEdit: () => void;
  readonly onMerge: () => void;
  readonly onArchive: () => void;
};

export function AttributeRow({ attribute, leads, mergedInto, mayWrite, onEdit, onMerge, onArchive }: Props) {
  const { id, label, type, about, ordered, options, derived, archived, known, uses } = attribute;
  return (
    <li className="flex items-start gap-4 border-line px-5 py-3 not-first:border-t">
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 font-medium">
          <span className="wrap-anywhere">{label}</span>
          {derived && <Tag>Derived</Tag>}
          {mergedInto !== null ? (
            <Tag tone="warn">Merged into {mergedInto}</Tag>
          ) : (
            archived && <Tag tone="warn">Archived</Tag>
          )}
        </h2>
        <p className="text-sm text-soft wrap-anywhere">
          <span className="font-mono text-xs">{id}</span> · {typeNames[type]}
          {ordered && ', in their order'} · {aboutNames[about]}
          {leads > 0 && ` · known of ${known.toLocaleString('en')} of ${leads.toLocaleString('en')} leads`}
        </p>
        {options.length > 0 && (
          <p
            className="mt-1 truncate text-sm text-soft"
            title={options.map((option) => option.label).join(', ')}
          >
            {options.map((option) => option.label).join(', ')}
          </p>
        )}
        {uses.length > 0 && (
          <ul aria-label={`Where ${label} is used`} className="mt-1 flex flex-wrap gap-x-3 text-sm">
            {uses.map((use) => (
              <li key={`${use.kind} ${use.id}`}>
                <UseLink use={use} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {mayWrite && !derived && (
        <Menu
          trigger={
            <IconButton size="small" label={`What to do with ${label}`}>
              <Ellipsis size={16} aria-hidden="true" />
            </IconButton>
          }
        >
          <MenuItem icon={<Pencil size={15} aria-hidden="true" />} onPick={onEdit}>
            Change
          </MenuItem>
          {attribute.mergedInto === null && (
            <MenuItem icon={<Merge size={15} aria-hidden="true" />} onPick={onMerge}>
              Merge into another
            </MenuItem>
          )}
          {attribute.mergedInto === null && (
            <MenuItem
              icon={
                archived ? (
                  <ArchiveRestore size={15} aria-hidden="true" />
                ) : (
                  <Archive size={15} aria-hidden="true" />
                )
              }
              onPick={onArchive}
            >
              {archived ? 'Restore' : 'Archive'}
            </MenuItem>
          )}
        </Menu>
      )}
    </li>
  );
}

const linkClasses = 'text-accent hover:underline';

function UseLink({ use }: { readonly use: Listed['uses'][number] }) {
  const words = placeInWords(use);
  switch (use.kind) {
    case 'form':
    case 'draft':
      return (
        <Link to="/forms/$form/$tab" params={{ form: use.id, tab: 'build' }} className={linkClasses}>
          {words}
        </Link>
      );
    case 'proposal':
      return (
        <Link to="/agreement/proposals/$version" params={{ version: use.id }} className={linkClasses}>
          {words}
        </Link>
      );
    case 'agreement':
    case 'agreement_draft':
      return (
        <Link to="/agreement" className={linkClasses}>
          {words}
        </Link>
      );
  }
}
