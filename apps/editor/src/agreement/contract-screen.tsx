// The agreement as it is read, section by section, changed where it stands.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { diffInWords, summaryInWords } from '@baton/agreement/words';
import type { AgreementVersion } from '@baton/worker/api-types';
import { WordsShown } from '../builder/conditions/words-shown.tsx';
import { TextArea } from '../parts/field.tsx';
import { termsQuery } from '../server/agreement-queries.ts';
import { ContractSection } from './contract-section.tsx';
import { Signatures } from './signatures.tsx';
import { namesOf, useSections, useTerms, useTermsDraft } from './terms-context.ts';
import { valueAt, withValueAt } from './terms-draft.ts';
import { dayOf } from './version-words.ts';
import { useFindings } from './use-findings.ts';

export function ContractScreen() {
  const { around, store, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const sections = useSections();
  const findings = useFindings();
  const { data: state } = useQuery(termsQuery);
  const inForce = state?.inForce ?? null;
  const summary = useMemo(() => summaryInWords(draft, namesOf(around)), [draft, around]);
  const changes = useMemo(
    () => (inForce === null ? [] : diffInWords(inForce.document, draft, namesOf(around))),
    [inForce, draft, around],
  );
  const title = valueAt(draft, ['title']);
  return (
    <div className="mx-auto grid max-w-290 gap-8 px-4 py-6 md:px-8 lg:grid-cols-[180px_minmax(0,1fr)] print:block print:max-w-none print:p-0">
      <title>Agreement · Baton</title>
      <nav aria-label="Sections" className="hidden lg:block print:hidden">
        <ol className="sticky top-6 space-y-0.5">
          {sections.map(({ id, title: name }, index) => (
            <li key={id}>
              <a
                href={`#section-${id}`}
                className="flex gap-2 rounded-control px-2 py-1 text-sm text-soft hover:bg-ink/6 hover:text-ink"
              >
                <span className="w-5 shrink-0 text-right tabular-nums">{index + 1}</span> {name}
              </a>
            </li>
          ))}
          <li>
            <a
              href="#signatures"
              className="flex gap-2 rounded-control px-2 py-1 text-sm text-soft hover:bg-ink/6 hover:text-ink"
            >
              <span className="w-5 shrink-0 text-right tabular-nums">{sections.length + 1}</span> Signatures
            </a>
          </li>
        </ol>
      </nav>
      <article
        aria-label="The agreement"
        className="min-w-0 rounded-card border border-line bg-card px-5 py-6 md:px-10 md:py-10 print:border-0 print:p-0"
      >
        {mayWrite ? (
          <div className="print:hidden">
            <TextArea
              label="Title of the agreement"
              hideLabel
              rows={1}
              maxLength={500}
              value={typeof title === 'string' ? title : ''}
              placeholder="Title"
              onChange={({ target: { value } }) =>
                store.edit(
                  (whole) => withValueAt(whole, ['title'], value.replaceAll(/\s*\n\s*/g, ' ')),
                  'title',
                )
              }
              className="-mx-2.5 field-sizing-content resize-none border-transparent! px-2.5 text-2xl! font-semibold tracking-tight"
            />
          </div>
        ) : null}
        <h2
          className={
            mayWrite
              ? 'sr-only text-2xl font-semibold print:not-sr-only'
              : 'text-2xl font-semibold tracking-tight'
          }
        >
          {typeof title === 'string' && title !== '' ? title : 'Agreement'}
        </h2>
        <p className="mt-1 hidden text-sm print:block">{standsFor(inForce, changes.length)}</p>
        <section
          aria-label="In short"
          className="mt-4 rounded-card bg-ground px-5 py-4 print:bg-transparent print:px-0"
        >
          <h3 className="text-sm font-semibold text-soft">In short</h3>
          <p className="mt-1 leading-6 text-pretty">
            {summary.map(({ words }, index) => (
              <span key={index}>
                <WordsShown calm words={words} />{' '}
              </span>
            ))}
          </p>
        </section>
        {sections.map((section, index) => (
          <ContractSection
            key={section.id}
            section={section}
            number={index + 1}
            changes={changes.filter((change) => change.section === section.id)}
            findings={findings.filter((finding) => finding.section === section.id)}
          />
        ))}
        <Signatures version={inForce} number={sections.length + 1} isChanged={changes.length > 0} />
      </article>
    </div>
  );
}

/** What a sheet of paper has to say of itself. */
function standsFor(inForce: AgreementVersion | null, changes: number): string {
  if (inForce === null) return 'A draft. Nobody has signed it.';
  const version = `version ${inForce.version}, in force since ${dayOf(inForce.inForceAt)}`;
  if (changes === 0) return `This is ${version}.`;
  return `A draft. Nobody has signed it. It differs from ${version}, in ${changes === 1 ? 'one place' : `${changes} places`}.`;
}
