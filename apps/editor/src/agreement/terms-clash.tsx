// What both changed of the agreement's draft, asked one by one.
import { ClashWindow } from '../saving/clash-window.tsx';
import type { Clash } from '../saving/merge-documents.ts';
import { useTerms } from './terms-context.ts';

type Props = { readonly clashes: readonly Clash[]; readonly who: string };

export function TermsClash({ clashes, who }: Props) {
  const { saver } = useTerms();
  return (
    <ClashWindow
      clashes={clashes}
      who={who}
      clashInWords={({ path }) => path.join(' · ')}
      valueInWords={inWords}
      onChoose={(choices) => saver.choose(choices)}
    />
  );
}

function inWords(value: unknown): string {
  if (value === undefined) return 'Taken away';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
