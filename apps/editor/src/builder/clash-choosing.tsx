// What both changed of a form, in the window that asks for each of it.
import type { Clash } from '../saving/merge-documents.ts';
import { ClashWindow } from '../saving/clash-window.tsx';
import { authorName } from './author-name.ts';
import { useBuilder, useDraft } from './builder-context.ts';
import { clashInWords, valueInWords } from './clash-in-words.ts';

type Props = { readonly clashes: readonly Clash[]; readonly author: string | null };

export function ClashChoosing({ clashes, author }: Props) {
  const { saver } = useBuilder();
  const draft = useDraft((whole) => whole);
  return (
    <ClashWindow
      clashes={clashes}
      who={authorName(author)}
      clashInWords={(clash) => clashInWords(clash, draft)}
      valueInWords={(value) => valueInWords(value)}
      onChoose={(choices) => saver.choose(choices)}
    />
  );
}
