// The form's own words in its language. While another language is loaded, the last one stays: nothing is taken off the
// screen, and whoever chose it stands where they stood.
import type { Words } from '@baton/page/canvas';
import { use, useEffect, useState } from 'react';
import { useDraft } from './builder-context.ts';
import { knownWords, loadWords } from './form-words.ts';

export function useFormWords(): Words {
  const language = useDraft((draft) => draft.language) ?? 'en';
  const [last, setLast] = useState(() => knownWords(language));
  const now = knownWords(language);
  useEffect(() => {
    let isWanted = true;
    void loadWords(language).then((words) => isWanted && setLast(words));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return now ?? last ?? use(loadWords(language));
}
