// A sentence with its names and values made out, and what is gone marked.
import { Fragment } from 'react';
import type { Words } from '@baton/rules';

export function WordsShown({ words }: { readonly words: Words }) {
  return words.map(({ text, as }, index) => {
    // A sentence has no ids: its pieces are where they are.
    const key = `${index} ${text}`;
    if (as === 'plain') return <Fragment key={key}>{text}</Fragment>;
    if (as === 'gone') {
      return (
        <span key={key} className="font-medium text-bad">
          {text}
        </span>
      );
    }
    return (
      <strong key={key} className={as === 'name' ? 'font-semibold text-ink' : 'font-semibold text-accent'}>
        {text}
      </strong>
    );
  });
}
