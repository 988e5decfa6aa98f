// A sentence with its names and values made out, and what is gone marked.
import { Fragment } from 'react';
import type { Words } from '@baton/rules';
import { classes } from '../../parts/classes.ts';

type Props = {
  readonly words: Words;
  /** Where it is read from beginning to end: values stand out by their weight alone. */
  readonly calm?: boolean;
};

export function WordsShown({ words, calm = false }: Props) {
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
      <strong
        key={key}
        className={classes(
          calm ? 'font-medium' : 'font-semibold',
          as === 'name' || calm ? 'text-ink' : 'text-accent',
        )}
      >
        {text}
      </strong>
    );
  });
}
