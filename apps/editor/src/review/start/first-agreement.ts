// A first agreement, made of what past leads suggest: their points where there is enough evidence, else what most companies
// begin with and what stands out. Pure. It is a draft: nobody is judged by it until both sides have signed.
import type { Attribute } from '@baton/rules';
import type { HistoryFindings } from '@baton/worker/api-types';
import { templateAgreement } from '../../agreement/template.ts';
import type { TermsDraft } from '../../agreement/terms-draft.ts';

type Around = Parameters<typeof templateAgreement>[0];

const handOffTier = 'mql';

export function firstAgreement(findings: HistoryFindings, around: Around): TermsDraft {
  const template = templateAgreement(around);
  const rejections = [
    { id: 'no_fit', says: 'Does not fit', blames: [] },
    { id: 'wrong_person', says: 'Cannot decide', blames: [] },
    { id: 'no_need', says: 'No need', blames: [] },
    { id: 'unreachable', says: 'Could not be reached', blames: [] },
  ];
  if (findings.kind === 'segments') return withSegments(template, findings, around.attributes);
  const { rules, max, threshold, hot } = findings;
  const of = (dimension: string): object[] =>
    rules
      .filter((rule) => rule.dimension === dimension && rule.points !== 0)
      .map(({ id, says, points, when }) => ({ id, says, points, when }));
  const from = Math.max(1, threshold?.from ?? 50);
  return {
    ...template,
    score: {
      fit: { max: Math.max(1, max.fit), rules: of('fit'), behaviours: [] },
      engagement: {
        max: Math.max(1, max.engagement),
        halfLifeDays: 14,
        rules: of('engagement'),
        behaviours: [],
      },
      intent: { max: Math.max(1, max.intent), halfLifeDays: 30, rules: of('intent'), behaviours: [] },
    },
    tiers: [
      { id: 'hot', from: Math.max(from + 1, hot?.from ?? from + 20), followUp: 'PT15M' },
      { id: handOffTier, from, followUp: 'PT4H' },
      { id: 'nurture', from: 0 },
    ],
    rejections,
  };
}

function withSegments(
  template: TermsDraft,
  { segments }: Extract<HistoryFindings, { kind: 'segments' }>,
  attributes: ReadonlyMap<string, Attribute>,
): TermsDraft {
  const score: { fit: { max: number; rules: object[] } } = Object(template['score']);
  const rules = segments.map(({ attribute, value, label }, index) => ({
    id: `history_${index + 1}`,
    says: label,
    points: 15,
    when: {
      combinator: 'and',
      rules: [
        {
          field: `lead.${attribute}`,
          operator: attributes.get(attribute)?.type === 'choices' ? 'contains' : '=',
          value,
        },
      ],
    },
  }));
  const fit = {
    ...score.fit,
    max: Math.max(score.fit.max, 50 + rules.length * 15),
    rules: [...score.fit.rules, ...rules],
  };
  return { ...template, score: { ...score, fit } };
}

/** What it rests on, and how sure it is. */
export function evidenceInWords(findings: HistoryFindings): string[] {
  const { known, won, every } = findings;
  const read = every === 1 ? '' : ` Every ${every}th of them was read.`;
  const base = `${known.toLocaleString('en')} past leads whose outcome is known, ${won.toLocaleString('en')} of them won.${read}`;
  if (findings.kind === 'segments') {
    const { why, least, segments } = findings;
    const lack =
      why === 'too_few' && least !== null
        ? `That is too little for points of its own: it takes ${least.all} outcomes, ${least.each} of each kind.`
        : 'They tell won from lost no better than chance would, so there are no points of their own.';
    const rest =
      segments.length === 0
        ? 'Nothing stands out either: this is what most companies begin with.'
        : 'This is what most companies begin with, and what was won more often than the rest beyond chance.';
    return [base, lack, rest];
  }
  const { heldBack, threshold } = findings;
  const lines = [base];
  if (heldBack.auc !== null && heldBack.interval !== null)
    lines.push(
      `Of a won and a lost lead that it has not seen, it puts the won one first ${percent(heldBack.auc)} of the time (${between(heldBack.interval)}); 50% is chance.`,
    );
  if (threshold !== null)
    lines.push(
      `From ${threshold.from} points on, ${percent(threshold.precision)} of the next leads would be won (${between(threshold.interval)}), and ${percent(threshold.recall)} of all that were won stand there.`,
    );
  lines.push('What visitors do on the website is not in the table: points for it are yours to add.');
  return lines;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function between([low, high]: readonly [number, number]): string {
  return `${percent(low)} to ${percent(high)}`;
}
