// What the agreement in force would decide: the score with its reasons, and what follows from it.
import type { AgreementDocument } from '../../server/agreement-document.ts';
import type { Tried } from '@baton/worker/api-types';
import { Tag, type Tone } from '../../parts/state.tsx';
import { becauseInWords, shownInWords, stateInWords } from './decision-in-words.ts';

type Props = { readonly tried: Tried; readonly agreement: AgreementDocument | null };

const dimensions = [
  ['fit', 'Fit'],
  ['engagement', 'Engagement'],
  ['intent', 'Intent'],
] as const;

export function Decision({ tried, agreement }: Props) {
  const { score, tier, qualified, because, owner, why, deadline, state, reply } = tried;
  if (tried.agreement === null || score === null || agreement === null) {
    return (
      <p className="text-soft">
        No agreement is in force, so nobody is judged: submissions are kept, and judged when there is one.
      </p>
    );
  }
  const tone: Tone = qualified ? 'good' : 'neutral';
  return (
    <div className="space-y-6">
      <div>
        <div className="flex items-baseline gap-3">
          <span className="text-[40px]/12 font-semibold tracking-tight tabular-nums">{score.total}</span>
          <Tag tone={tone}>{tier ?? 'no tier'}</Tag>
        </div>
        <p className="mt-1 font-medium">{qualified ? 'Qualified' : 'Not qualified'}</p>
        {because.map((obstacle) => (
          <p key={JSON.stringify(obstacle)} className="text-sm text-soft">
            {becauseInWords(obstacle)}
          </p>
        ))}
      </div>
      <ul className="space-y-3">
        {dimensions.map(([key, name]) => (
          <Bar key={key} name={name} points={score[key]} most={agreement.score[key].max} />
        ))}
      </ul>
      <section aria-labelledby="reasons">
        <h3 id="reasons" className="mb-2 text-sm font-semibold">
          Why {score.total}
        </h3>
        {score.reasons.length === 0 ? (
          <p className="text-sm text-soft">Nothing that was answered gives points yet.</p>
        ) : (
          <ul className="space-y-1.5">
            {score.reasons.map(({ id, says, dimension, points }) => (
              <li key={`${dimension} ${id}`} className="flex justify-between gap-4 text-sm">
                <span>{says}</span>
                <span className="font-medium tabular-nums">{points > 0 ? `+${points}` : points}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <dl className="space-y-3 text-sm">
        <Fact name="What becomes of it">{stateInWords(state)}</Fact>
        {owner && (
          <Fact name="Goes to">
            {owner.name}
            {why && <span className="block text-soft">{why}</span>}
          </Fact>
        )}
        {deadline && (
          <Fact name="To be answered by">
            {new Date(deadline).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' })}
          </Fact>
        )}
        {reply?.outcome && <Fact name="The visitor sees">{shownInWords(reply.outcome.show)}</Fact>}
      </dl>
    </div>
  );
}

type BarProps = { readonly name: string; readonly points: number; readonly most: number };

function Bar({ name, points, most }: BarProps) {
  const share = most > 0 ? Math.max(0, Math.min(1, points / most)) : 0;
  return (
    <li>
      <div className="mb-1 flex justify-between text-sm">
        <span>{name}</span>
        <span className="text-soft tabular-nums">
          {points} of {most}
        </span>
      </div>
      <div aria-hidden="true" className="h-1.5 rounded-full bg-ink/8">
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-100"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-soft">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
