// The score with every reason: by dimension, and the points add up to the total.
import type { Lead } from '@baton/worker/api-types';
import { classes } from '../../parts/classes.ts';
import { Part } from './part.tsx';
import { ScoreLine } from './score-line.tsx';

const dimensions = [
  ['fit', 'Fit'],
  ['engagement', 'Engagement'],
  ['intent', 'Intent'],
] as const;

export function ScorePanel({ lead }: { readonly lead: Lead }) {
  const { score, agreement } = lead;
  if (score === null) return null;
  return (
    <Part
      title="Score"
      beside={
        agreement !== null && (
          <span className="text-sm text-soft">By version {agreement.version} of the agreement</span>
        )
      }
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">Every reason with its points; they add up to the total</caption>
        {dimensions.map(([id, name]) => {
          const reasons = score.reasons
            .filter(({ dimension }) => dimension === id)
            .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
          return (
            <tbody key={id}>
              <tr className="h-8 border-b border-line/60 text-sm">
                <th scope="rowgroup" className="text-left font-medium text-soft">
                  {name}
                </th>
                <td className="text-right font-medium tabular-nums">{score[id]}</td>
              </tr>
              {reasons.map((reason, index) => (
                <tr key={`${reason.id} ${index}`}>
                  <td className="py-1 pr-4 pl-3">{reason.says}</td>
                  <td className={classes('py-1 text-right tabular-nums', reason.points < 0 && 'text-bad')}>
                    {reason.points < 0 ? `−${-reason.points}` : `+${reason.points}`}
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
        <tfoot>
          <tr className="h-9 border-t border-line">
            <th scope="row" className="text-left font-semibold">
              Total
            </th>
            <td className="text-right text-lg font-semibold tabular-nums">{score.total}</td>
          </tr>
        </tfoot>
      </table>
      <ScoreLine lead={lead.id} />
    </Part>
  );
}
