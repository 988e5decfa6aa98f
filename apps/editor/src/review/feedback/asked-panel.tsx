// What people write in one group of texts: terms by how many people wrote them, what is written more than before marked,
// and where each was written. For the meeting in which both teams look at what to write about next.
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { askedDefinition } from '@baton/review';
import type { ReviewAsked } from '@baton/worker/api-types';
import { Segments } from '../../parts/segments.tsx';
import { countInWords } from '../../parts/share.ts';
import { Tag } from '../../parts/state.tsx';
import { NumberButton } from '../behind/number-button.tsx';
import { useSlices } from '../behind/use-slices.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { ChartTable } from '../charts/chart-table.ts';
import { RowBars } from '../charts/row-bars.tsx';

type Group = ReviewAsked['answers'];
type Term = Group['terms'][number];

type Props = {
  readonly title: string;
  readonly file: string;
  readonly of: 'answers' | 'sales';
  readonly group: Group;
  readonly against: ReviewAsked['against'];
};

/** In the picture; all are in the table and below it. */
const mostBars = 10;

const kinds: Readonly<Record<Term['examples'][number]['kind'], string>> = {
  answer: 'Answer',
  note: 'Note',
  rejection: 'Rejection',
};

export function AskedPanel({ title, file, of, group, against }: Props) {
  const { opens } = useSlices();
  const [order, setOrder] = useState<'common' | 'risen'>('common');
  const terms =
    order === 'common' ? group.terms : group.terms.toSorted((one, other) => other.ratio - one.ratio);
  return (
    <ChartFrame
      title={title}
      definition={askedDefinition}
      file={file}
      table={askedTable(terms, against, (term) =>
        opens({ kind: 'asked', group: of, term: term.term }, term.people),
      )}
      action={
        group.terms.length > 0 && (
          <Segments
            label={`Order of ${title}`}
            value={order}
            onChange={setOrder}
            choices={[
              { value: 'common', label: 'Most people' },
              { value: 'risen', label: 'Stands out' },
            ]}
          />
        )
      }
      {...(group.terms.length === 0 ? { instead: <NoTerms people={group.people} /> } : {})}
    >
      <RowBars
        bars={terms.slice(0, mostBars).map(({ term, people, before, change }) => ({
          name: term,
          onOpen: opens({ kind: 'asked', group: of, term }, people),
          value: people,
          says: `${countInWords(people)} · ${comparedInWords(before, against)}${change === 'more' ? ' ▲' : ''}`,
        }))}
      />
      <ul aria-label={`${title}: where it was written`} className="mt-4 print:hidden">
        {terms.map((term) => (
          <TermLine
            key={term.term}
            term={term}
            onOpen={opens({ kind: 'asked', group: of, term: term.term }, term.people)}
          />
        ))}
      </ul>
      <p className="mt-2 text-xs text-soft">
        <NumberButton onOpen={opens({ kind: 'asked', group: of, term: '' }, group.people)}>
          {countInWords(group.people)} people
        </NumberButton>{' '}
        wrote something. ▲ marks what stands out against{' '}
        {against === 'before' ? 'the period before' : 'all other leads'}.
      </p>
    </ChartFrame>
  );
}

function NoTerms({ people }: { readonly people: number }) {
  return (
    <p className="py-8 text-center text-soft text-pretty">
      {people === 0
        ? 'Nobody wrote anything in this period.'
        : 'No words that three people have in common. What fewer wrote is not shown.'}
    </p>
  );
}

type LineProps = { readonly term: Term; readonly onOpen: (() => void) | undefined };

function TermLine({ term: { term, people, change, examples }, onOpen }: LineProps) {
  return (
    <li className="border-b border-line last:border-0">
      <details className="group">
        <summary className="flex min-h-9 list-none items-center gap-2 py-1 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={14}
            aria-hidden="true"
            className="shrink-0 text-soft transition-transform group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 truncate">{term}</span>
          {change === 'more' && <Tag tone="accent">more</Tag>}
          {change === 'less' && <Tag>less</Tag>}
          <span className="text-soft tabular-nums">
            {countInWords(people)}
            <span className="sr-only"> people</span>
          </span>
        </summary>
        <ul className="space-y-2 pb-3 pl-6">
          {examples.map(({ lead, kind, at, text }) => (
            <li key={`${lead}${at}`} className="text-sm">
              <Link
                to="/inbox/$lead"
                params={{ lead }}
                search={{ view: 'everything' }}
                className="text-ink hover:text-accent hover:underline"
              >
                “{text}”
              </Link>{' '}
              <span className="text-xs text-soft">
                {kinds[kind]}, {at.slice(0, 10)}
              </span>
            </li>
          ))}
        </ul>
        {people > examples.length && onOpen !== undefined && (
          <p className="pb-3 pl-6 text-sm">
            <NumberButton onOpen={onOpen}>All {countInWords(people)} people</NumberButton>
          </p>
        )}
      </details>
    </li>
  );
}

function comparedInWords(before: number, against: ReviewAsked['against']): string {
  return against === 'before' ? `before ${countInWords(before)}` : `others ${countInWords(before)}`;
}

function askedTable(
  terms: readonly Term[],
  against: ReviewAsked['against'],
  opens: (term: Term) => (() => void) | undefined,
): ChartTable {
  return {
    opens: terms.map(opens),
    columns: [
      'Words',
      'People',
      against === 'before' ? 'Before' : 'Others',
      'Log-likelihood ratio',
      'Change',
    ],
    rows: terms.map(({ term, people, before, ratio, change }) => [
      term,
      people,
      before,
      Number(ratio.toFixed(1)),
      change,
    ]),
  };
}
