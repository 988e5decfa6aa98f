// Above the agreement at work: what is in force since when, what the draft does to it, and what waits for whom.
import { Link } from '@tanstack/react-router';
import { Printer, Redo2, Undo2 } from 'lucide-react';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import type { AgreementState } from '@baton/worker/api-types';
import { diffInWords } from '@baton/agreement/words';
import { Button, IconButton } from '../parts/button.tsx';
import { Tag } from '../parts/state.tsx';
import { SaveSign } from '../saving/save-sign.tsx';
import { BringUp, DropDraft } from './draft-actions.tsx';
import { ReviewDue } from './review-due.tsx';
import { dayOf, unsignedSides, waitsInWords } from './version-words.ts';
import { namesOf, useTerms, useTermsDraft, useTermsHistory } from './terms-context.ts';
import { later } from '../parts/later.tsx';

const ProposeDialog = later(async () => (await import('./propose-dialog.tsx')).ProposeDialog);

export function TermsHeader({ state }: { readonly state: AgreementState }) {
  const { store, saver, around, mayWrite } = useTerms();
  const draft = useTermsDraft();
  const { canUndo, canRedo } = useTermsHistory();
  const [isProposing, setProposing] = useState(false);
  const { inForce } = state;
  const changes = useMemo(
    () => diffInWords(inForce?.document, draft, namesOf(around)),
    [inForce, draft, around],
  );
  return (
    <header className="border-b border-line bg-card print:hidden">
      <div className="mx-auto max-w-290 px-4 pt-5 md:px-8">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-2xl font-semibold tracking-tight">Agreement</h1>
          {inForce?.sound === false ? (
            <Tag tone="bad">Version {inForce.version} judges nobody</Tag>
          ) : inForce ? (
            <Tag tone="good">
              Version {inForce.version} in force since {dayOf(inForce.inForceAt)}
            </Tag>
          ) : (
            <Tag tone="warn">Nothing in force</Tag>
          )}
          <SaveSign saver={saver} mayWrite={mayWrite} />
          <div className="ml-auto flex items-center gap-1">
            {mayWrite && (
              <>
                <IconButton label="Undo" onClick={store.undo} disabled={!canUndo}>
                  <Undo2 size={16} aria-hidden="true" />
                </IconButton>
                <IconButton label="Redo" onClick={store.redo} disabled={!canRedo}>
                  <Redo2 size={16} aria-hidden="true" />
                </IconButton>
              </>
            )}
            <IconButton label="Print, or save as PDF" onClick={() => print()}>
              <Printer size={16} aria-hidden="true" />
            </IconButton>
            {mayWrite && changes.length > 0 && (
              <>
                {inForce && <DropDraft />}
                <Button look="main" onClick={() => setProposing(true)}>
                  Propose
                </Button>
              </>
            )}
          </div>
        </div>
        <StateLine state={state} changes={changes.length} />
        <ReviewDue state={state} mayWrite={mayWrite} />
        <nav aria-label="Agreement" className="mt-4 flex gap-1 overflow-x-auto">
          <Tab to="/agreement">Contract</Tab>
          <Tab to="/agreement/score">Score</Tab>
          <Tab to="/agreement/versions">Versions</Tab>
        </nav>
      </div>
      {isProposing && (
        <Suspense>
          <ProposeDialog state={state} changes={changes} onClose={() => setProposing(false)} />
        </Suspense>
      )}
    </header>
  );
}

type TabProps = {
  readonly to: '/agreement' | '/agreement/score' | '/agreement/versions';
  readonly children: ReactNode;
};

function Tab({ to, children }: TabProps) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true }}
      className="border-b-2 border-transparent px-2.5 pb-2.5 text-soft hover:text-ink"
      activeProps={{ className: 'border-accent! text-ink font-medium' }}
    >
      {children}
    </Link>
  );
}

type LineProps = { readonly state: AgreementState; readonly changes: number };

/** What is going on, a sentence each. */
function StateLine({ state: { inForce, proposals, draft, toRescore, mySide }, changes }: LineProps) {
  return (
    <ul className="mt-2 space-y-1 text-soft">
      {inForce?.sound === false && (
        <li role="alert" className="max-w-160 text-bad">
          What is kept of the agreement in force is not what was signed. Submissions are kept and judged once
          it is put right: import the very document that was signed, or sign another version.
        </li>
      )}
      {proposals.map((proposal) => {
        const { version, side, proposedByName, proposedAt } = proposal;
        const isMine = mySide !== null && unsignedSides(proposal).includes(mySide);
        return (
          <li key={version} className="flex flex-wrap items-center gap-2">
            <Tag tone={isMine ? 'warn' : 'accent'}>
              {isMine ? 'Waits for your signature' : waitsInWords(proposal)}
            </Tag>
            <Link
              to="/agreement/proposals/$version"
              params={{ version: String(version) }}
              className="font-medium text-ink underline underline-offset-4"
            >
              Proposal {version}
            </Link>
            <span>
              by {proposedByName}
              {side === null ? '' : `, ${side}`}, {dayOf(proposedAt)}
            </span>
          </li>
        );
      })}
      <li>
        {changes === 0
          ? inForce
            ? 'What you see is what is in force.'
            : 'The draft says nothing yet.'
          : inForce
            ? `The draft differs from what is in force in ${changes === 1 ? 'one place' : `${changes} places`}. It judges nobody before both sides have signed it.`
            : 'This is a draft. It judges nobody before both sides have signed it.'}
      </li>
      {draft?.outdated === true && inForce && (
        <li className="flex flex-wrap items-center gap-2 text-warn">
          Version {inForce.version} has come into force since this draft was begun.
          <BringUp base={draft.base} inForce={inForce} />
        </li>
      )}
      {toRescore > 0 && <li>{toRescore.toLocaleString('en')} leads are being rescored under it.</li>}
    </ul>
  );
}
