// The form's words in its languages, side by side. On a language of its own only what Baton says by itself.
import { Languages } from 'lucide-react';
import { useMemo, useState } from 'react';
import { linesOf, missingOf, wordsIn } from '../../draft/translations.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/state.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { AddLanguage } from './add-language.tsx';
import { LanguageList } from './language-list.tsx';
import { TranslationTable } from './translation-table.tsx';

export function TranslationsTab() {
  const { attributes, mayWrite } = useBuilder();
  const [name, description, steps, outcomes, consent] = [
    useDraft((draft) => draft.name),
    useDraft((draft) => draft.description),
    useDraft((draft) => draft.steps),
    useDraft((draft) => draft.outcomes),
    useDraft((draft) => draft.consent),
  ];
  const own = useDraft((draft) => draft.language) ?? 'en';
  const translations = useDraft((draft) => draft.translations);
  const lines = useMemo(
    () =>
      linesOf(
        {
          name,
          steps,
          ...(description === undefined ? {} : { description }),
          ...(outcomes === undefined ? {} : { outcomes }),
          ...(consent === undefined ? {} : { consent }),
        },
        attributes,
      ),
    [name, description, steps, outcomes, consent, attributes],
  );
  const languages = useMemo(
    () =>
      Object.keys(translations ?? {})
        .filter((tag) => tag !== own)
        .map((tag) => ({
          tag,
          missing: missingOf(lines, wordsIn({ translations: translations ?? {} }, tag)).length,
        })),
    [translations, own, lines],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const isThere = chosen !== null && (chosen === own || languages.some(({ tag }) => tag === chosen));
  const language = isThere ? chosen : languages[0]?.tag;
  return (
    <div className="h-full overflow-y-auto md:grid md:grid-cols-[264px_minmax(0,1fr)] md:overflow-hidden">
      <LanguageList
        own={own}
        languages={languages}
        needed={lines.filter(({ isNeeded }) => isNeeded).length}
        chosen={language}
        onChoose={setChosen}
        onAdd={() => setAdding(true)}
      />
      {language === undefined ? (
        <Empty
          title="This form speaks one language"
          action={
            mayWrite && (
              <Button
                look="main"
                icon={<Languages size={16} aria-hidden="true" />}
                onClick={() => setAdding(true)}
              >
                Add a language
              </Button>
            )
          }
        >
          Visitors read it in the language of the page it stands on, where it speaks that one; else in its
          own.
        </Empty>
      ) : (
        <TranslationTable
          key={language}
          language={language}
          own={own}
          lines={lines}
          onRemoved={() => setChosen(null)}
          onChosen={setChosen}
        />
      )}
      <AddLanguage
        open={isAdding}
        taken={[own, ...languages.map(({ tag }) => tag)]}
        onClose={() => setAdding(false)}
        onAdded={setChosen}
      />
    </div>
  );
}
