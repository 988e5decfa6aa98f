// The language that the form is written in.
import { setOwnLanguage } from '../../draft/translations.ts';
import { SelectField } from '../../parts/field.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { findLanguages, nameLanguage } from './language-names.ts';

type Props = { readonly own: string; readonly onChosen: (language: string) => void };

export function OwnLanguage({ own, onChosen }: Props) {
  const { store, mayWrite } = useBuilder();
  const translations = useDraft((draft) => draft.translations);
  const taken = new Set([...Object.keys(translations ?? {}), own]);
  const offered = [nameLanguage(own), ...findLanguages('', taken)];
  return (
    <div className="max-w-110 px-4 pt-5 md:px-6">
      <SelectField
        label="The form is written in"
        hint="Visitors whose language it does not speak read it in this one."
        disabled={!mayWrite}
        value={own}
        onChange={({ target }) => {
          store.edit((draft) => setOwnLanguage(draft, target.value));
          onChosen(target.value);
        }}
      >
        {offered.map(({ tag, name }) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
