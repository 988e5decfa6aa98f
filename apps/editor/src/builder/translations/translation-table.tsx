// One language: the form's own words on the left, what is said instead on the right.
import { ArrowDown, Download, Ellipsis, Trash2, Upload } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { writeSheet } from '../../draft/translation-sheet.ts';
import {
  missingOf,
  removeLanguage,
  saidAt,
  setSaying,
  wordsIn,
  type Line,
} from '../../draft/translations.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Check } from '../../parts/field.tsx';
import { Menu, MenuItem, MenuLine } from '../../parts/menu.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useBuilder, useDraft } from '../builder-context.ts';
import { ImportSheet } from './import-sheet.tsx';
import { nameLanguage } from './language-names.ts';
import { OwnLanguage } from './own-language.tsx';
import { ownWordLines } from './own-words.ts';
import { RemoveLanguage } from './remove-language.tsx';
import { TranslationGroup } from './translation-group.tsx';

type Props = {
  readonly language: string;
  /** Of the form. */
  readonly own: string;
  readonly lines: readonly Line[];
  readonly onRemoved: () => void;
  readonly onChosen: (language: string) => void;
};

export function TranslationTable({ language, own, lines, onRemoved, onChosen }: Props) {
  const { store, mayWrite } = useBuilder();
  const words = useDraft((draft) => wordsIn(draft, language));
  const isOwn = language === own;
  const name = nameLanguage(language).name;
  const missing = isOwn ? [] : missingOf(lines, words);
  // What is filled in meanwhile stays in sight.
  const [held, setHeld] = useState<ReadonlySet<string> | null>(null);
  const [dialog, setDialog] = useState<'import' | 'remove' | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const ownWords = useMemo(() => ownWordLines(language), [language]);
  const all = useMemo(() => [...(isOwn ? [] : lines), ...ownWords], [isOwn, lines, ownWords]);
  const groups = useMemo(() => grouped(held ? all.filter(({ key }) => held.has(key)) : all), [all, held]);
  const onText = useCallback(
    (line: Line, text: string) =>
      store.edit((draft) => setSaying(draft, language, line.path, text), `say ${language} ${line.key}`),
    [store, language],
  );
  const form = useDraft(({ id }) => id);
  const exportSheet = (): void => {
    // Translators are not asked for what Baton says well enough.
    const asked = all.filter(({ path }) => path[0] !== 'texts' || saidAt(words, path) !== '');
    saveFile(`${form}-${language}.csv`, writeSheet(asked, words, { own, other: language }), 'text/csv');
  };
  return (
    <div className="flex min-w-0 flex-col md:min-h-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-card px-4 py-3 md:px-6">
        <h2 className="text-lg font-semibold">{name}</h2>
        <p role="status" className="min-w-32 flex-1 text-sm text-soft">
          {isOwn ? 'What Baton says by itself, in your words' : missingInWords(missing.length)}
        </p>
        {!isOwn && (
          <>
            <Check
              label="Missing only"
              checked={held !== null}
              onChange={({ target }) =>
                setHeld(target.checked ? new Set(missing.map(({ key }) => key)) : null)
              }
            />
            <Button
              size="small"
              disabled={missing.length === 0}
              title="Ctrl+Enter, while you write"
              icon={<ArrowDown size={14} aria-hidden="true" />}
              onClick={() => goToMissing(body.current)}
            >
              Next missing
            </Button>
            <Menu
              trigger={
                <IconButton label={`More about ${name}`}>
                  <Ellipsis size={16} aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem icon={<Download size={14} aria-hidden="true" />} onPick={exportSheet}>
                Export as CSV
              </MenuItem>
              <MenuItem
                icon={<Upload size={14} aria-hidden="true" />}
                disabled={!mayWrite}
                onPick={() => setDialog('import')}
              >
                Import a CSV
              </MenuItem>
              <MenuLine />
              <MenuItem
                bad
                icon={<Trash2 size={14} aria-hidden="true" />}
                disabled={!mayWrite}
                onPick={() => setDialog('remove')}
              >
                Remove {name}
              </MenuItem>
            </Menu>
          </>
        )}
      </div>
      <div
        ref={body}
        className="min-h-0 flex-1 md:overflow-y-auto"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          goToMissing(body.current);
        }}
      >
        {isOwn && <OwnLanguage own={own} onChosen={onChosen} />}
        {groups.map(([where, group]) => (
          <TranslationGroup key={where} {...{ where, group, words, language, own, onText }} />
        ))}
        {groups.length === 0 && (
          <p className="px-6 py-16 text-center text-soft">Nothing is missing in {name}.</p>
        )}
      </div>
      <ImportSheet
        open={dialog === 'import'}
        onClose={() => setDialog(null)}
        {...{ language, lines: all, words }}
      />
      <RemoveLanguage
        open={dialog === 'remove'}
        onClose={() => setDialog(null)}
        name={name}
        count={all.filter(({ path }) => saidAt(words, path) !== '').length}
        onRemove={() => {
          store.edit((draft) => removeLanguage(draft, language));
          onRemoved();
        }}
      />
    </div>
  );
}

function missingInWords(count: number): string {
  if (count === 0) return 'Everything is translated';
  return count === 1 ? '1 text is missing' : `${count} texts are missing`;
}

function grouped(lines: readonly Line[]): readonly (readonly [where: string, lines: readonly Line[]])[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.where);
    if (group === undefined) groups.set(line.where, [line]);
    else group.push(line);
  }
  return [...groups];
}

/** Takes the focus to the first text that is missing behind where it is now, or to the first of all. */
function goToMissing(body: HTMLElement | null): void {
  const all = [...(body?.querySelectorAll('textarea') ?? [])].filter(({ dataset }) => 'missing' in dataset);
  const at = document.activeElement;
  const isBehind = (one: Element): boolean =>
    at !== null && (at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = (body?.contains(at) ? all.find(isBehind) : undefined) ?? all[0];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
