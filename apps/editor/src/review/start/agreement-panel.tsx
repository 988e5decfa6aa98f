// A first agreement from what the past suggests: what it rests on, its points, and one button that makes it the draft.
// Where one is in force there is none to begin with: this would throw away what was agreed on beside the points.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HistoryFindings } from '@baton/worker/api-types';
import { saveDraft } from '../../agreement/open-draft.ts';
import { useAround } from '../../agreement/use-around.ts';
import { Button, buttonClasses } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { termsQuery } from '../../server/agreement-queries.ts';
import { ask } from '../../server/ask.ts';
import { meQuery } from '../../server/queries.ts';
import { refusalInWords } from '../../server/refusal.ts';
import { evidenceInWords, firstAgreement, percent } from './first-agreement.ts';
import { baselineQuery, firstDaysQuery } from './start-queries.ts';

export function AgreementPanel() {
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: state } = useQuery(termsQuery);
  const { data: baseline } = useQuery(baselineQuery);
  const { data: around } = useAround();
  const find = useMutation({ mutationFn: () => ask<HistoryFindings>('/api/history/findings') });
  const somebody =
    around &&
    ([...around.people.values()].find(({ party }) => party === 'sales') ?? [...around.people.values()][0]);
  const draft = useMutation({
    mutationFn: async (findings: HistoryFindings) => {
      if (around === undefined || somebody === undefined) throw new Error('Nobody would get the leads.');
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const document = firstAgreement(findings, {
        attributes: around.catalogue,
        fallback: somebody.email,
        timeZone,
      });
      return saveDraft(state?.draft?.revision ?? 0, null, document);
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['agreement'] }),
        // The first thirty days tick it at once.
        queries.invalidateQueries({ queryKey: firstDaysQuery.queryKey }),
      ]),
  });
  const mayWrite = me?.rights.includes('agreement.write') === true;
  const isEmpty = baseline === undefined || baseline.leads === 0;
  const findings = find.data;
  return (
    <Panel
      title="A first agreement"
      about="From what was won and lost: points, a threshold, and how sure each is. It becomes a draft for both sides to change, try on the past, and sign."
    >
      <div id="agreement" className="scroll-mt-6 space-y-4">
        {isEmpty ? (
          <p className="text-soft">Bring in past leads first; without them it would be a guess.</p>
        ) : findings === undefined ? (
          <Button look="main" busy={find.isPending} onClick={() => find.mutate()}>
            See what the past suggests
          </Button>
        ) : (
          <>
            <ul className="list-disc space-y-1 pl-5 text-pretty">
              {evidenceInWords(findings).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Points findings={findings} />
            {state !== undefined && state.inForce !== null ? (
              <p className="flex flex-wrap items-center gap-3">
                An agreement is in force: what the past says of its points stands under Calibration.
                <Link to="/review/calibration" className={buttonClasses('main')}>
                  Calibrate it
                </Link>
              </p>
            ) : draft.isSuccess ? (
              <p role="status" className="flex flex-wrap items-center gap-3">
                It is the draft now.
                <Link to="/agreement" className={buttonClasses('main')}>
                  Read the draft
                </Link>
              </p>
            ) : (
              mayWrite &&
              somebody !== undefined && (
                <div className="flex flex-wrap items-center gap-3">
                  <Button look="main" busy={draft.isPending} onClick={() => draft.mutate(findings)}>
                    {state?.draft ? 'Put this in place of the draft' : 'Make it the draft'}
                  </Button>
                  {state?.draft && (
                    <span className="text-sm text-soft">
                      {state.draft.savedByName} has saved a draft; it would be gone.
                    </span>
                  )}
                </div>
              )
            )}
            {somebody === undefined && (
              <p className="text-warn">Somebody has to get the leads: add people to the workspace first.</p>
            )}
          </>
        )}
        {(find.isError || draft.isError) && (
          <p role="alert" className="text-bad">
            {refusalInWords(find.error ?? draft.error)}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Points({ findings }: { readonly findings: HistoryFindings }) {
  const rows =
    findings.kind === 'scorecard'
      ? findings.rules.map(({ id, says, points, interval, leads, won }) => ({
          id,
          says,
          points: `${points}`,
          sure: `${interval[0]} to ${interval[1]}`,
          of: `${percent(leads === 0 ? 0 : won / leads)} of ${leads.toLocaleString('en')} won`,
        }))
      : findings.segments.map(({ attribute, value, label, known, won, interval }) => ({
          id: `${attribute} ${String(value)}`,
          says: label,
          points: '15',
          sure: 'a guess',
          of: `${percent(won / known)} of ${known.toLocaleString('en')} won${interval === null ? '' : ` (${percent(interval[0])} to ${percent(interval[1])})`}`,
        }));
  if (rows.length === 0) return null;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="What would give points">
      <table className="w-full text-left tabular-nums">
        <thead className="text-sm text-soft">
          <tr>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Rule
            </th>
            <th scope="col" className="py-1.5 pr-4 text-right font-medium">
              Points
            </th>
            <th scope="col" className="py-1.5 pr-4 font-medium">
              Between (95%)
            </th>
            <th scope="col" className="py-1.5 font-medium">
              In the past
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, says, points, sure, of }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="min-w-48 py-1.5 pr-4 font-normal wrap-anywhere">
                {says}
              </th>
              <td className="py-1.5 pr-4 text-right font-medium">{points}</td>
              <td className="py-1.5 pr-4 whitespace-nowrap text-soft">{sure}</td>
              <td className="py-1.5 whitespace-nowrap text-soft">{of}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
