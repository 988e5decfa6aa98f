// One version as it was proposed: what it changes, what the past would have looked like under it, what was said of it,
// who has signed, and every word of it.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronLeft, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AgreementState, AgreementVersion, Me } from '@baton/worker/api-types';
import { agreementInWords, diffInWords, summaryInWords } from '@baton/agreement/words';
import { WordsShown } from '../builder/conditions/words-shown.tsx';
import { IconButton } from '../parts/button.tsx';
import { Panel } from '../parts/panel.tsx';
import { Failed, Loading, Tag } from '../parts/state.tsx';
import { agreementVersionQuery, termsQuery } from '../server/agreement-queries.ts';
import { meQuery } from '../server/queries.ts';
import { Refusal } from '../server/refusal.ts';
import { Lost } from '../shell/lost.tsx';
import { ChangeList } from './change-list.tsx';
import { Comments } from './comments.tsx';
import { ReplayPanel } from './replay-panel.tsx';
import { SignatureList } from './signatures.tsx';
import { namesOf, type Surroundings } from './terms-context.ts';
import { valueAt } from './terms-draft.ts';
import { useAround } from './use-around.ts';
import { VersionActions } from './version-actions.tsx';
import { dayOf, lifeInWords, signingInWords, stateNames, stateTones } from './version-words.ts';

export function VersionScreen() {
  const { version: number } = useParams({ strict: false });
  return <Asked key={number} version={Number(number)} />;
}

function Asked({ version }: { readonly version: number }) {
  const found = useQuery(agreementVersionQuery(version));
  const state = useQuery(termsQuery);
  const around = useAround();
  const me = useQuery(meQuery);
  if (found.error instanceof Refusal && found.error.status === 404) return <Lost />;
  const failed = [found, state, around, me].find((query) => query.isError && query.data === undefined);
  if (failed) return <Failed error={failed.error} again={() => void failed.refetch()} />;
  if (!found.data || !state.data || !around.data || !me.data) return <Loading lines={8} />;
  return <Shown version={found.data} state={state.data} around={around.data} me={me.data} />;
}

type Props = {
  readonly version: AgreementVersion;
  readonly state: AgreementState;
  readonly around: Surroundings;
  readonly me: Me;
};

function Shown({ version, state, around, me }: Props) {
  const { inForce } = state;
  // Its attributes are called what they were called then.
  const then = useMemo(() => {
    const catalogue = new Map(around.catalogue);
    for (const attribute of version.attributes) {
      const known = around.catalogue.get(attribute.id);
      if (known) catalogue.set(attribute.id, { ...known, ...attribute });
    }
    return { ...around, catalogue };
  }, [version, around]);
  const [before] = useState(inForce?.version === version.version ? null : inForce);
  const changes = useMemo(
    () => diffInWords(before?.document, version.document, namesOf(then)),
    [before, version, then],
  );
  const isOpen = version.state === 'proposed';
  return (
    <div className="mx-auto max-w-290 px-4 py-6 md:px-8 print:max-w-none print:p-0">
      <title>{`${isOpen ? 'Proposal' : 'Version'} ${version.version} · Agreement · Baton`}</title>
      <Link
        to="/agreement"
        className="-ml-1 inline-flex items-center gap-1 text-sm text-soft hover:text-ink print:hidden"
      >
        <ChevronLeft size={14} aria-hidden="true" /> Agreement
      </Link>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-semibold tracking-tight">
          {isOpen ? 'Proposal' : 'Version'} {version.version}
        </h1>
        <Tag tone={stateTones[version.state]}>{stateNames[version.state]}</Tag>
        <div className="ml-auto flex gap-2 print:hidden">
          <IconButton label="Print, or save as PDF" onClick={() => print()}>
            <Printer size={16} aria-hidden="true" />
          </IconButton>
          {isOpen && <VersionActions version={version} state={state} me={me} />}
        </div>
      </div>
      <p className="mt-1 text-soft">
        Proposed by {version.proposedByName}
        {version.side === null ? '' : ` for ${version.side}`} on {dayOf(version.proposedAt)}.{' '}
        {lifeInWords(version)}
        {version.answers !== null && (
          <>
            {' '}
            It answers{' '}
            <Link
              to="/agreement/versions/$version"
              params={{ version: String(version.answers) }}
              className="underline underline-offset-4"
            >
              proposal {version.answers}
            </Link>
            .
          </>
        )}
      </p>
      {version.note !== null && (
        <blockquote className="mt-4 max-w-160 border-l-2 border-line pl-4 whitespace-pre-line">
          {version.note}
        </blockquote>
      )}
      {/* On a phone who has signed and what was said come before every word of it. */}
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_340px] print:block">
        <div className="min-w-0 space-y-6 empty:hidden print:hidden">
          {before && (
            <Panel
              title={changes.length === 1 ? 'One change' : `${changes.length} changes`}
              about={`Against version ${before.version}, which is in force.`}
            >
              <ChangeList changes={changes} />
            </Panel>
          )}
          {isOpen && me.rights.includes('leads.read') && <ReplayPanel version={version.version} />}
        </div>
        <div className="min-w-0 space-y-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Panel title="Signatures" about={signingInWords(version)}>
            <SignatureList version={version} />
          </Panel>
          <div className="print:hidden">
            <Comments version={version} mayWrite={me.rights.includes('agreement.write')} />
          </div>
        </div>
        <div className="min-w-0 lg:col-start-1 print:mt-6">
          <FullText version={version} around={then} />
        </div>
      </div>
    </div>
  );
}

function FullText({ version, around }: Pick<Props, 'version' | 'around'>) {
  const { document } = version;
  const sections = useMemo(() => agreementInWords(document, namesOf(around)), [document, around]);
  const summary = useMemo(() => summaryInWords(document, namesOf(around)), [document, around]);
  const title = valueAt(document, ['title']);
  if (document === null) {
    return <p className="text-bad">What is kept of it cannot be read.</p>;
  }
  return (
    <Panel title="Every word of it">
      {typeof title === 'string' && title !== '' && (
        <p className="mb-2 text-lg font-semibold wrap-anywhere">{title}</p>
      )}
      <p className="leading-6 text-pretty text-soft">
        {summary.map(({ words }, index) => (
          <span key={index}>
            <WordsShown words={words} />{' '}
          </span>
        ))}
      </p>
      {sections.map(({ id, title, sentences }, index) => (
        <section key={id} aria-label={title} className="mt-6">
          <h3 className="flex gap-3 font-semibold">
            <span className="text-soft tabular-nums">{index + 1}</span> {title}
          </h3>
          {sentences.length === 0 && <p className="mt-1 pl-12 text-soft">Nothing is agreed here.</p>}
          <ol className="mt-1 space-y-1">
            {sentences.map(({ path, words }, place) => (
              <li
                key={JSON.stringify(path)}
                className="grid break-inside-avoid grid-cols-[36px_minmax(0,1fr)] gap-x-3 leading-6"
              >
                <span className="text-right text-sm leading-6 text-soft tabular-nums">
                  {index + 1}.{place + 1}
                </span>
                <span className="whitespace-pre-line text-pretty wrap-anywhere">
                  <WordsShown words={words} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Panel>
  );
}
