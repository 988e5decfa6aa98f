// One more language, found by its name.
import { textLanguages } from '@baton/page/render';
import { useState } from 'react';
import { addLanguage } from '../../draft/translations.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Tag } from '../../parts/state.tsx';
import { useBuilder } from '../builder-context.ts';
import { findLanguages } from './language-names.ts';

type Props = {
  readonly open: boolean;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: (tag: string) => void;
};

export function AddLanguage({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Add a language"
      description="Of what is not translated, visitors read the form’s own words."
    >
      <Search {...rest} onClose={onClose} />
    </Dialog>
  );
}

function Search({ taken, onClose, onAdded }: Omit<Props, 'open'>) {
  const { store } = useBuilder();
  const [typed, setTyped] = useState('');
  const found = findLanguages(typed, new Set(taken));
  const add = (tag: string): void => {
    store.edit((draft) => addLanguage(draft, tag));
    onAdded(tag);
    onClose();
  };
  const [first] = found;
  return (
    <form
      className="pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (first) add(first.tag);
      }}
    >
      <TextField
        label="Language"
        hideLabel
        autoFocus
        autoComplete="off"
        placeholder="German, Español, pt-BR"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.length === 0 && (
        <p role="status" className="px-3 py-6 text-center text-soft">
          No language of this name. A tag such as <span className="text-ink">lb</span> does as well.
        </p>
      )}
      <ul className="mt-2 h-80 overflow-y-auto" aria-label="Languages found">
        {found.map(({ tag, name, own }) => (
          <li key={tag}>
            <button
              type="button"
              onClick={() => add(tag)}
              className="flex w-full items-center gap-2 rounded-control px-3 py-2 text-left hover:bg-ink/6"
            >
              <span className="font-medium">{name}</span>
              <span lang={tag} dir="auto" className="flex-1 truncate text-soft">
                {own === name ? '' : own}
              </span>
              {!textLanguages.includes(tag.split('-')[0] ?? tag) && <Tag>Buttons in English</Tag>}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
