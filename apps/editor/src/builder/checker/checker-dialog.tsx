// Everything that was found, the grave first; each leads to where it is put right.
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useBuilder, useDraft } from '../builder-context.ts';
import { isBuilderTab, type BuilderTab } from '../tabs.ts';
import { SeveritySign } from './finding-list.tsx';
import { findingInWords } from './finding-words.ts';
import type { Finding, Place } from './findings.ts';
import { placeInWords } from './place-words.ts';
import { useFindings } from './use-findings.ts';

export function CheckerDialog({ onClose }: { readonly onClose: () => void }) {
  const draft = useDraft((now) => now);
  const findings = useFindings().flatMap((finding) => {
    const where = placeInWords(finding.place, draft);
    return where === null ? [] : [{ finding, where }];
  });
  const goTo = useGoTo();
  const target = useRef<HTMLElement | null>(null);
  const errors = findings.filter(({ finding }) => finding.severity === 'error');
  const warnings = findings.filter(({ finding }) => finding.severity === 'warning');
  const choose = (place: Place): void => {
    target.current = goTo(place);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      finalFocus={() => target.current ?? true}
      title="Checker"
      description={
        findings.length === 0
          ? 'Nothing was found. It is checked again each time it is saved.'
          : errors.length > 0
            ? 'With errors it cannot be published. Each leads to its place.'
            : 'It can be published; these are worth a second look.'
      }
    >
      <Findings title="Errors" findings={errors} onChoose={choose} />
      <Findings title="Warnings" findings={warnings} onChoose={choose} />
    </Dialog>
  );
}

type Placed = { readonly finding: Finding; readonly where: string };

type FindingsProps = {
  readonly title: string;
  readonly findings: readonly Placed[];
  readonly onChoose: (place: Place) => void;
};

function Findings({ title, findings, onChoose }: FindingsProps) {
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

/** Goes to a place and tells what should have the focus there, if that is on this screen. */
function useGoTo(): (place: Place) => HTMLElement | null {
  const { store } = useBuilder();
  const form = useDraft(({ id }) => id);
  const navigate = useNavigate();
  return (place) => {
    if (place.kind === 'field') {
      store.select({ kind: 'fields', ids: [place.id] });
      const element = document.querySelector<HTMLElement>(`[data-canvas="${CSS.escape(place.id)}"]`);
      element?.scrollIntoView({ block: 'center' });
      return element;
    }
    if (place.kind === 'step') {
      store.select({ kind: 'step', id: place.id });
      return null;
    }
    const tab = tabOf(place.part);
    if (tab === null) store.select({ kind: 'form' });
    else void navigate({ to: '/forms/$form/$tab', params: { form, tab } });
    return null;
  };
}

/** Parts of a form that are put right on a tab of another name. */
const elsewhere: Readonly<Record<string, string>> = { protection: 'consent', journal: 'embed' };

function tabOf(part: string): BuilderTab | null {
  const tab = elsewhere[part] ?? part;
  return isBuilderTab(tab) ? tab : null;
}
