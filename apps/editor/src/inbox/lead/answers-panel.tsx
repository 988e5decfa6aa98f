// What the lead answered, by submission and in the words of the form's version that asked; each answer can be doubted,
// which asks marketing about the field that it concerns.
import { useQuery } from '@tanstack/react-query';
import { Flag } from 'lucide-react';
import { useState } from 'react';
import type { Lead } from '@baton/worker/api-types';
import { readDraft } from '../../draft/form-draft.ts';
import { Ago } from '../../parts/ago.tsx';
import { IconButton } from '../../parts/button.tsx';
import { Tag } from '../../parts/state.tsx';
import { catalogueQuery, versionQuery } from '../../server/queries.ts';
import { originWords, stateNames } from '../stage-words.ts';
import { answerLines } from './answer-lines.ts';
import { DoubtDialog } from './doubt-dialog.tsx';
import { Part } from './part.tsx';

type Props = { readonly lead: Lead; readonly mayWrite: boolean };

export function AnswersPanel({ lead, mayWrite }: Props) {
  const latestFirst = lead.submissions.toReversed();
  if (latestFirst.length === 0) return null;
  return (
    <Part title="Answers">
      <div className="space-y-4">
        {latestFirst.map((submission, index) => (
          <Submission
            key={submission.id}
            lead={lead}
            submission={submission}
            mayWrite={mayWrite}
            isOpen={index === 0}
          />
        ))}
      </div>
    </Part>
  );
}

type SubmissionProps = Props & {
  readonly submission: Lead['submissions'][number];
  readonly isOpen: boolean;
};

function Submission({ lead, submission, mayWrite, isOpen }: SubmissionProps) {
  const [isShown, setShown] = useState(isOpen);
  const [doubted, setDoubted] = useState<{ readonly field: string; readonly label: string } | null>(null);
  const { form, version, answers, state } = submission;
  const isOfForm = version > 0;
  const published = useQuery({ ...versionQuery(form, version), enabled: isShown && isOfForm });
  const { data: attributes = [] } = useQuery(catalogueQuery);
  const draft = readDraft(published.data?.document ?? null);
  const lines = answerLines(draft, attributes, answers);
  return (
    <details open={isShown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary className="flex items-center gap-2 rounded-control py-1 text-sm">
        <span className="font-medium">{draft?.name ?? originWords(form)}</span>
        {isOfForm && <span className="text-soft">version {version}</span>}
        <span className="flex-1 text-soft">
          · <Ago at={submission.at} />
        </span>
        {state !== null && <Tag>{stateNames[state]}</Tag>}
      </summary>
      <dl className="mt-1">
        {(published.isPending && isOfForm ? [] : lines).map(({ field, label, value }) => (
          <div key={field} className="group flex items-start gap-3 py-1">
            <dt className="w-2/5 shrink-0 text-sm text-soft break-words">{label}</dt>
            <dd className="flex min-w-0 flex-1 items-start gap-3">
              <span className="min-w-0 flex-1 break-words whitespace-pre-line">{value}</span>
              {mayWrite && (
                <IconButton
                  size="small"
                  label={`${label}: this does not seem right`}
                  className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100 max-md:opacity-100"
                  onClick={() => setDoubted({ field, label })}
                >
                  <Flag size={13} aria-hidden="true" />
                </IconButton>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {doubted !== null && <DoubtDialog lead={lead} {...doubted} onClose={() => setDoubted(null)} />}
    </details>
  );
}
