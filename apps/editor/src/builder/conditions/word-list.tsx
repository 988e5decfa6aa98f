// Several words to compare with, each a piece of its own: typed, and put in by Enter, a comma, or by going on.
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';

type Props = {
  readonly label: string;
  readonly words: readonly string[];
  readonly onWords: (words: readonly string[]) => void;
  readonly disabled: boolean;
};

export function WordList({ label, words, onWords, disabled }: Props) {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const put = (): void => {
    const word = typed.trim();
    setTyped('');
    if (word !== '' && !words.includes(word)) onWords([...words, word]);
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ul aria-label={label} className="contents">
        {words.map((word) => (
          <li
            key={word}
            className="inline-flex h-8 max-w-full items-center gap-1 rounded-control border border-accent bg-tint pl-2.5 text-accent"
          >
            <span className="truncate">{word}</span>
            {!disabled && (
              <IconButton
                label={`Remove ${word}`}
                size="small"
                onClick={() => {
                  onWords(words.filter((one) => one !== word));
                  input.current?.focus();
                }}
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <div className="flex min-w-40 flex-1 gap-1">
          <input
            ref={input}
            aria-label="Another value"
            placeholder={words.length === 0 ? 'Type, then Enter' : 'And another'}
            maxLength={500}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={put}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ',') return;
              if (typed.trim() === '') return;
              event.preventDefault();
              put();
            }}
            className={classes(controlClasses, 'h-8')}
          />
          <IconButton label="Add the value" className="size-8" onClick={put}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </div>
  );
}
