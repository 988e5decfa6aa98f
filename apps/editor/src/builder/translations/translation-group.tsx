// The texts of one place in the form, side by side with what is said in the language.
import { memo, useState } from 'react';
import { saidAt, type Line } from '../../draft/translations.ts';
import { classes } from '../../parts/classes.ts';
import { controlClasses } from '../../parts/field.tsx';
import { useBuilder } from '../builder-context.ts';

type Shared = {
  readonly language: string;
  readonly own: string;
  readonly onText: (line: Line, text: string) => void;
};

type GroupProps = Shared & {
  readonly where: string;
  readonly group: readonly Line[];
  readonly words: unknown;
};

export function TranslationGroup({ where, group, words, ...shared }: GroupProps) {
  const isOwnWords = group[0]?.path[0] === 'texts';
  const [isOpen, setOpen] = useState(!isOwnWords || shared.language === shared.own);
  const said = group.filter(({ path }) => saidAt(words, path) !== '').length;
  return (
    <section aria-label={where}>
      {isOwnWords && shared.language !== shared.own ? (
        <h3>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="flex w-full items-baseline gap-2 border-b border-line px-4 py-4 text-left hover:bg-ink/3 md:px-6"
          >
            <span className="font-semibold">{where}</span>
            <span className="flex-1 text-sm text-soft">
              {said === 0 ? 'Buttons and messages; say them your way' : `${said} said your way`}
            </span>
            <span className="text-sm text-accent">{isOpen ? 'Hide' : 'Show'}</span>
          </button>
        </h3>
      ) : (
        <h3 className="px-4 pt-6 pb-2 font-semibold md:px-6">{where}</h3>
      )}
      {isOpen && (
        <ul className="divide-y divide-line border-b border-line bg-card">
          {group.map((line) => (
            <TranslationRow key={line.key} line={line} text={saidAt(words, line.path)} {...shared} />
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = Shared & { readonly line: Line; readonly text: string };

const TranslationRow = memo(function TranslationRow({ line, text, language, own, onText }: RowProps) {
  const { mayWrite } = useBuilder();
  const isMissing = line.isNeeded && text.trim() === '';
  const isOwnWords = line.path[0] === 'texts';
  return (
    <li className="grid gap-x-6 gap-y-1.5 px-4 py-3 md:grid-cols-2 md:px-6">
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 text-xs text-soft">
          {isMissing && <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-warn" />}
          {line.what}
          {isMissing && <span className="text-warn">· missing</span>}
        </p>
        <p lang={isOwnWords ? language : own} dir="auto" className="mt-0.5 whitespace-pre-line wrap-anywhere">
          {line.text}
        </p>
      </div>
      <textarea
        rows={1}
        lang={language}
        dir="auto"
        spellCheck
        aria-label={`${line.what}: ${line.text}`}
        data-missing={isMissing ? '' : undefined}
        disabled={!mayWrite}
        maxLength={mostOf(line)}
        value={text}
        placeholder={isOwnWords ? line.text : undefined}
        onChange={({ target }) => onText(line, target.value)}
        className={classes(controlClasses, 'field-sizing-content min-h-9 resize-none self-center py-1.5')}
      />
    </li>
  );
});

/** As the form document takes them. */
function mostOf({ path }: Line): number {
  const [part, last] = [path[0], path.at(-1)];
  if (last === 'text') return part === 'consent' ? 5000 : 10_000;
  if (part === 'name' || last === 'linkText') return 200;
  if (part === 'description') return 300;
  return part === 'steps' || part === 'outcomes' || path.includes('options') ? 500 : 2000;
}
