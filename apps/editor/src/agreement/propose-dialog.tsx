// Puts the draft on the table: what it changes, what is still wrong with it, and a word to the other side.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ChangeInWords } from '@baton/agreement/words';
import type { AgreementState, AgreementVersion } from '@baton/worker/api-types';
import { useStore } from 'zustand';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextArea } from '../parts/field.tsx';
import { agreementPath } from '../server/agreement-queries.ts';
import { ask } from '../server/ask.ts';
import { Refusal, refusalInWords } from '../server/refusal.ts';
import { ChangeList } from './change-list.tsx';
import { termsFindingInWords } from './finding-words.ts';
import { useSections, useTerms, useTermsDraft } from './terms-context.ts';
import { entryNamed } from './terms-draft.ts';
import { useFindings, type Finding } from './use-findings.ts';

type Props = {
  readonly state: AgreementState;
  readonly changes: readonly ChangeInWords[];
  readonly onClose: () => void;
};

export function ProposeDialog({ state, changes, onClose }: Props) {
  const { saver } = useTerms();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const saving = useStore(saver.state);
  const findings = useFindings();
  const [note, setNote] = useState('');
  const [answers, setAnswers] = useState(() => String(answerable(state) ?? ''));
  useEffect(() => void saver.flush(), [saver]);
  const errors = findings.filter(({ tone }) => tone === 'bad');
  const warnings = findings.filter(({ tone }) => tone === 'warn');
  const propose = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const { revision } = saver.judged.getState();
      return ask<AgreementVersion>(`${agreementPath}/propose`, {
        method: 'POST',
        body: {
          revision,
          note: note.trim() === '' ? null : note.trim(),
          answers: answers === '' ? null : Number(answers),
        },
      });
    },
    onSuccess: async ({ version }) => {
      queries.removeQueries({ queryKey: ['agreement', 'state'] });
      await navigate({ to: '/agreement/proposals/$version', params: { version: String(version) } });
    },
  });
  const isSaved = saving.kind === 'saved';
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title="Propose this agreement"
      description="The other side is written to. It judges nobody before both sides have signed the same words; it can be signed for 30 days."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="main"
            busy={propose.isPending}
            disabled={errors.length > 0 || !isSaved}
            onClick={() => propose.mutate()}
          >
            Propose
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {state.inForce && <ChangeList changes={changes} />}
        {errors.length > 0 && (
          <div role="alert">
            <h3 className="font-medium text-bad">This has to be put right first</h3>
            <Findings findings={errors} />
          </div>
        )}
        {warnings.length > 0 && (
          <div>
            <h3 className="font-medium text-warn">Worth a second look</h3>
            <Findings findings={warnings} />
          </div>
        )}
        {state.proposals.length > 0 && (
          <SelectField
            label="Instead of a proposal on the table"
            hint="That one can then not be signed any more."
            value={answers}
            onChange={({ target }) => setAnswers(target.value)}
          >
            <option value="">No, beside it</option>
            {state.proposals.map(({ version, proposedByName }) => (
              <option key={version} value={version}>
                Proposal {version} by {proposedByName}
              </option>
            ))}
          </SelectField>
        )}
        <TextArea
          label="Why, for the other side"
          value={note}
          maxLength={4000}
          onChange={({ target }) => setNote(target.value)}
        />
        {propose.isError && (
          <p role="alert" className="text-bad">
            {refusedInWords(propose.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Each with the clause that it is about. */
function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const draft = useTermsDraft();
  const sections = useSections();
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {findings.map(({ key, path, section, says }) => {
        const about = entryNamed(draft, path) ?? sections.find(({ id }) => id === section)?.title;
        return (
          <li key={key} className="wrap-anywhere">
            {about !== undefined && <strong className="font-medium">{about}: </strong>}
            {says}
          </li>
        );
      })}
    </ul>
  );
}

/** The proposal that a new one most likely answers: the other side's. */
function answerable({ proposals, mySide }: AgreementState): number | undefined {
  return proposals.find(({ side }) => side !== mySide)?.version;
}

function refusedInWords(error: unknown): string {
  if (!(error instanceof Refusal) || error.issues.length === 0) {
    return error instanceof Refusal && error.status === 409
      ? 'Somebody else has changed the draft meanwhile. Look at it again.'
      : refusalInWords(error);
  }
  return error.issues
    .map(({ code, params }) =>
      code === 'outdated_base'
        ? 'Another version has come into force since this draft was begun. Bring the draft up to it first.'
        : termsFindingInWords(code, params ?? {}),
    )
    .join(' ');
}
