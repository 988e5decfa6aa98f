// Findings with their places; each leads to its own.
import { useDraft } from '../builder-context.ts';
import { SeveritySign } from './finding-list.tsx';
import { findingInWords } from './finding-words.ts';
import type { Finding, Place } from './findings.ts';
import { placeInWords } from './place-words.ts';
import { useFindings } from './use-findings.ts';

export type Placed = { readonly finding: Finding; readonly where: string };

/** Those of parts that are still there, the grave apart. */
export function usePlacedFindings(): {
  readonly errors: readonly Placed[];
  readonly warnings: readonly Placed[];
} {
  const draft = useDraft((now) => now);
  const placed = useFindings().flatMap((finding) => {
    const where = placeInWords(finding.place, draft);
    return where === null ? [] : [{ finding, where }];
  });
  return {
    errors: placed.filter(({ finding }) => finding.severity === 'error'),
    warnings: placed.filter(({ finding }) => finding.severity === 'warning'),
  };
}

type Props = {
  readonly title: string;
  readonly findings: readonly Placed[];
  readonly onChoose: (place: Place) => void;
};

export function PlacedFindings({ title, findings, onChoose }: Props) {
  if (findings.length === 0) return null;
  return (
    <section aria-label={title} className="mt-2">
      <h3 className="mb-1 text-sm font-semibold text-soft">
        {title} <span className="font-normal tabular-nums">{findings.length}</span>
      </h3>
      <ul className="-mx-2">
        {findings.map(({ finding: { issue, severity, place }, where }) => (
          <li key={`${issue.code} ${issue.path.join('.')}`}>
            <button
              type="button"
              onClick={() => onChoose(place)}
              className="flex w-full gap-2.5 rounded-control px-2 py-2 text-left hover:bg-ink/6"
            >
              <SeveritySign severity={severity} />
              <span className="min-w-0">
                <span className="block font-medium">{where}</span>
                <span className="block text-soft">{findingInWords(issue)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
