// What the leads teach: why sales rejects them, which rule that speaks of, and what people ask.
import { rejectionDefinitions, rulesDefinition } from '@baton/review';
import type { ReviewAsked, ReviewRejections } from '@baton/worker/api-types';
import { countInWords, shareInWords } from '../../parts/share.ts';
import { NumberButton } from '../behind/number-button.tsx';
import { SliceDialog } from '../behind/slice-dialog.tsx';
import { useSlices, type Slices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { RowBars } from '../charts/row-bars.tsx';
import { ReviewPart } from '../review-part.tsx';
import { AskedPanel } from './asked-panel.tsx';
import { ReasonsChart, reasonsTable, reasonInWords } from './reasons-chart.tsx';
import { chanceInWords, RulesChart, rulesTable } from './rules-chart.tsx';

export function FeedbackScreen() {
  return (
    <div className="space-y-8">
      <ReviewPart<ReviewRejections> part="rejections" what="why leads are rejected">
        {(rejections) => <Rejections rejections={rejections} />}
      </ReviewPart>
      <ReviewPart<ReviewAsked> part="asked" what="what people ask">
        {({ against, answers, sales }) => (
          <section aria-labelledby="what-people-ask">
            <h2 id="what-people-ask" className="mb-3 text-xl font-semibold">
              What people ask
            </h2>
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <AskedPanel
                title="In their answers"
                file="asked-answers"
                of="answers"
                group={answers}
                against={against}
              />
              <AskedPanel
                title="In sales’ notes"
                file="asked-notes"
                of="sales"
                group={sales}
                against={against}
              />
            </div>
          </section>
        )}
      </ReviewPart>
    </div>
  );
}

const none = <p className="py-8 text-center text-soft">Nothing was rejected in this period.</p>;
const nobody = <p className="py-8 text-center text-soft">Nothing was judged in this period.</p>;

function Rejections({ rejections }: { readonly rejections: ReviewRejections }) {
  const { opens } = useSlices();
  const { reasons, buckets, rejected, judged, sources, rules } = rejections;
  const called = new Map(rules.map(({ rule, says }) => [rule, says]));
  const named = new Map(reasons.map(({ reason, says }) => [reason, reasonInWords(says)]));
  const ofSource = (source: (typeof sources)[number]): string =>
    source.reasons.map(({ reason, count }) => `${named.get(reason) ?? reason} ${count}`).join(', ');
  return (
    <section aria-labelledby="why-rejected">
      <h2 id="why-rejected" className="text-xl font-semibold">
        Why leads are rejected
      </h2>
      <p className="mb-3 text-soft">
        {judged === 0 ? (
          'No lead was judged in this period.'
        ) : (
          <>
            <NumberButton onOpen={opens({ kind: 'judged' }, judged)}>
              {countInWords(rejected)} of {countInWords(judged)}
            </NumberButton>{' '}
            with a verdict: {shareInWords(rejected, judged)}.
          </>
        )}
      </p>
      <NamedRules rules={rules} opens={opens} />
      <div className="grid gap-4 lg:grid-cols-2">
        <ChartFrame
          title="By reason"
          definition={rejectionDefinitions.reasons}
          file="rejections-by-reason"
          table={reasonsTable(rejections)}
          {...(rejected === 0 ? { instead: none } : {})}
        >
          <ReasonsChart reasons={reasons} buckets={buckets} rejected={rejected} opens={opens} />
        </ChartFrame>
        <ChartFrame
          title="By source"
          definition={rejectionDefinitions.sources}
          file="rejections-by-source"
          table={{
            opens: sources.map(({ source, judged: of }) => opens({ kind: 'source', source }, of)),
            columns: ['Source', 'Judged', 'Rejected', 'Share', 'Reasons'],
            rows: sources.map((one) => [
              sourceInWords(one.source),
              one.judged,
              one.rejected,
              shareInWords(one.rejected, one.judged),
              ofSource(one),
            ]),
          }}
          {...(judged === 0 ? { instead: nobody } : {})}
        >
          <RowBars
            bars={sources.slice(0, 10).map((one) => ({
              name: sourceInWords(one.source),
              value: one.rejected,
              parts: [
                {
                  value: one.judged - one.rejected,
                  look: 'outlined',
                  says: `${one.judged - one.rejected} accepted`,
                },
              ],
              says: `${one.rejected} of ${one.judged} · ${shareInWords(one.rejected, one.judged)}`,
              onOpen: opens({ kind: 'source', source: one.source }, one.judged),
            }))}
          />
        </ChartFrame>
        <div className="min-w-0 lg:col-span-2">
          <ChartFrame
            title="By rule that gave points"
            definition={rulesDefinition}
            file="rejections-by-rule"
            table={rulesTable({ rules, opens })}
            {...(rules.length === 0 ? { instead: nobody } : {})}
          >
            <RulesChart rules={rules} opens={opens} />
            <p className="mt-2 text-xs text-soft">
              Dot: rejected of those the rule gave points, with where that share lies with 95%. Ring: of all
              others. ▲: rejected at least twice as often, and not by chance.
            </p>
          </ChartFrame>
        </div>
      </div>
      <SliceDialog
        reason={(reason) => named.get(reason) ?? reason}
        rule={(rule) => called.get(rule) ?? rule}
      />
    </section>
  );
}

/** What is worth a talk, said outright. */
function NamedRules({ rules, opens }: Pick<ReviewRejections, 'rules'> & Pick<Slices, 'opens'>) {
  const named = rules.filter(({ isNamed }) => isNamed);
  if (named.length === 0) return null;
  return (
    <ul className="mb-4 space-y-1 rounded-card border border-line bg-tint p-4">
      {named.map(({ rule, says, judged, rejected, others, ratio, adjusted }) => (
        <li key={rule}>
          <strong className="font-semibold">{says}</strong>: leads with these points are rejected{' '}
          {ratio === null ? 'while no others are' : `${ratio.toFixed(1)} times as often as others`} (
          <NumberButton onOpen={opens({ kind: 'rule', rule, gave: true }, judged)}>
            {rejected} of {judged}
          </NumberButton>
          , against{' '}
          <NumberButton onOpen={opens({ kind: 'rule', rule, gave: false }, others.judged)}>
            {others.rejected} of {others.judged}
          </NumberButton>
          ; by chance {chanceInWords(adjusted ?? 1)}).
        </li>
      ))}
    </ul>
  );
}

function sourceInWords(source: string): string {
  return source === '' ? 'Not known' : source;
}
