// What one agreement changes of another, in words, section by section.
import { sectionTitles, type ChangeInWords } from '@baton/agreement/words';
import { WordsShown } from '../builder/conditions/words-shown.tsx';

const looks: Readonly<Record<ChangeInWords['kind'], string>> = {
  added: 'border-good',
  removed: 'border-bad',
  changed: 'border-accent',
  moved: 'border-soft',
};

export function ChangeList({ changes }: { readonly changes: readonly ChangeInWords[] }) {
  if (changes.length === 0) return <p className="text-soft">It says the same as what is in force.</p>;
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <div className="space-y-4">
      {sections.map((section) => (
        <div key={section ?? ''}>
          <h3 className="text-sm font-medium text-soft">
            {section === null ? 'Title' : sectionTitles[section]}
          </h3>
          <ul className="mt-1 space-y-1.5">
            {changes
              .filter((change) => change.section === section)
              .map(({ kind, path, says }) => (
                <li
                  key={`${kind} ${path.join('/')}`}
                  className={`border-l-2 pl-3 wrap-anywhere ${looks[kind]}`}
                >
                  <WordsShown words={says} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
