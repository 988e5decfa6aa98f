// A score with what it is made of, for a place in a row.

type Points = {
  readonly fit: number;
  readonly engagement: number;
  readonly intent: number;
  readonly total: number;
};

export function ScoreParts({ score }: { readonly score: Points | null }) {
  if (score === null) return <span className="text-soft">Not judged</span>;
  return (
    <span className="tabular-nums">
      <span className="font-medium">{score.total}</span>
      <span className="text-sm text-soft">
        {' '}
        = {score.fit} fit + {score.engagement} engagement + {score.intent} intent
      </span>
    </span>
  );
}
