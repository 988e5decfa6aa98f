// What both changed of the agreement's draft, asked one by one.
import { ClashWindow } from '../saving/clash-window.tsx';
import type { Clash } from '../saving/merge-documents.ts';
import { clashInWords, sideInWords } from './clash-words.ts';
import { namesOf, useTerms, useTermsDraft } from './terms-context.ts';

type Props = { readonly clashes: readonly Clash[]; readonly who: string };

export function TermsClash({ clashes, who }: Props) {
  const { saver, around } = useTerms();
  const draft = useTermsDraft();
  const names = namesOf(around);
  return (
    <ClashWindow
      clashes={clashes}
      who={who}
      clashInWords={(clash) => clashInWords(draft, clash, names)}
      valueInWords={(value, clash) => sideInWords(draft, clash, value, names)}
      onChoose={(choices) => saver.choose(choices)}
    />
  );
}
