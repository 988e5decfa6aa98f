// What would become of the imagined lead: points and reasons, tier, whether it is handed off, to whom, until when; or
// what stands in the way.
import type { Judgement } from '@baton/agreement';
import { Tag } from '../parts/state.tsx';
import { dimensions } from './dimensions.ts';
import type { Decided } from './judging.ts';

const moment = new Intl.DateTimeFormat('en', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

export function Verdict({ decided: { judgement, handoff } }: { readonly decided: Decided }) {
  const { score, tier, because } = judgement;
  return (
    <div role="status" aria-label="What would become of it">
      <div className="flex items-baseline gap-3">
        <span className="text-2xl font-semibold tabular-nums">{score.total}</span>
        <Tag tone={handoff ? 'good' : 'neutral'}>{tier}</Tag>
        <span className="text-sm text-soft tabular-nums">
          {dimensions.map((dimension) => `${dimension} ${score[dimension]}`).join(' + ')}
        </span>
      </div>
      {handoff ? (
        <p className="mt-2">
          Handed off to <strong className="font-semibold">{handoff.owner}</strong>
          {handoff.due === null ? '' : `, due ${moment.format(handoff.due)}`}.
          <span className="block text-sm text-soft">{handoff.why}.</span>
        </p>
      ) : (
        <ul className="mt-2 space-y-1">
          {because.map((obstacle) => (
            <li key={obstacle.kind}>{obstacleInWords(obstacle)}</li>
          ))}
        </ul>
      )}
      {score.reasons.length > 0 && (
        <table className="mt-3 w-full text-left tabular-nums">
          <caption className="sr-only">Reasons and their points</caption>
          <tbody>
            {score.reasons.map(({ id, dimension, says, points }) => (
              <tr key={`${dimension} ${id}`} className="border-t border-line">
                <th className="py-1 font-normal wrap-anywhere">{says}</th>
                <td className={`py-1 text-right font-medium ${points < 0 ? 'text-bad' : ''}`}>
                  {points > 0 ? `+${points}` : `−${-points}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function obstacleInWords(obstacle: Judgement['because'][number]): string {
  switch (obstacle.kind) {
    case 'tier':
      return `Not handed off: ${obstacle.missing} ${obstacle.missing === 1 ? 'point' : 'points'} short of ${obstacle.needed}.`;
    case 'requires':
      return 'Not handed off: what is required beside the score does not hold.';
    case 'disqualified':
      return `Never handed off: ${obstacle.by.map(({ says }) => says).join(', ')}.`;
    case 'behaviour_alone':
      return 'Not handed off: no rule of fit or intent gives it a point, and behaviour alone never qualifies.';
  }
}
