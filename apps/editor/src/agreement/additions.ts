// What can be added to each section of an agreement, ready to be said better: each comes with values that make sense, so
// that the draft stays one that can be proposed.
import type { SectionId } from '@baton/agreement/words';
import type { Path } from '@baton/rules';
import { freshId, listAt, valueAt, withEntry, withValueAt, type TermsDraft } from './terms-draft.ts';

export type Addition = {
  readonly label: string;
  /** The draft with it, and where it stands. */
  readonly add: (draft: TermsDraft) => { readonly draft: TermsDraft; readonly path: Path };
};

/** @param somebody whom a new routing rule goes to, by e-mail */
export function additionsTo(
  section: SectionId,
  draft: TermsDraft,
  somebody: string | undefined,
): readonly Addition[] {
  switch (section) {
    case 'definitions':
      return missing(
        draft,
        ['definitions'],
        [
          ['mql', 'Define MQL', 'Crossed the threshold.'],
          ['sal', 'Define SAL', 'Sales accepted it.'],
          ['sql', 'Define SQL', 'Sales confirmed need, means and time.'],
          ['opportunity', 'Define opportunity', 'An offer is being worked on.'],
        ],
      );
    case 'fit':
    case 'intent':
      return [scoreRule(section), behaviour(section), ...halfLife(draft, section)];
    case 'engagement':
      return [behaviour(section), scoreRule(section), ...halfLife(draft, section)];
    case 'disqualify':
      return [listed('Add a disqualifier', ['disqualify'], 'out', { says: 'New reason', when: impossible })];
    case 'tiers':
      return [tier];
    case 'routing':
      return somebody === undefined
        ? []
        : [
            listed('Add a rule', ['routing', 'rules'], 'route', {
              when: impossible,
              to: { person: somebody },
            }),
          ];
    case 'escalate':
      return [escalation];
    case 'commitments':
      return [
        ...missing(
          draft,
          ['commitments', 'marketing'],
          [
            ['qualifiedPerMonth', 'Promise a volume', 60],
            ['answerWithin', 'Promise answers', 'P1D'],
          ],
        ),
        ...missing(
          draft,
          ['commitments', 'sales'],
          [
            ['followUpInTime', 'Promise follow-up in time', 0.9],
            ['accept', 'Promise acceptance', 0.7],
            ['verdictWithin', 'Promise verdicts', 'P2D'],
          ],
        ),
      ];
    case 'rejections':
      return [listed('Add a reason', ['rejections'], 'reason', { says: 'New reason', blames: [] })];
    case 'handoff':
    case 'hours':
    case 'review':
      return [];
  }
}

/** Nobody yet: nothing is given or taken before somebody says to whom. */
const impossible = {
  combinator: 'and',
  rules: [{ field: 'lead.email_kind', operator: '=', value: 'disposable' }],
} as const;

function listed(label: string, list: Path, fallback: string, entry: object): Addition {
  return {
    label,
    add: (draft) => ({
      draft: withEntry(draft, list, { id: freshId(draft, fallback, fallback), ...entry }),
      path: [...list, listAt(draft, list).length],
    }),
  };
}

function scoreRule(dimension: 'fit' | 'engagement' | 'intent'): Addition {
  const entry = { says: 'New rule', points: 5, when: impossible };
  return listed('Add a rule', ['score', dimension, 'rules'], 'rule', entry);
}

function behaviour(dimension: 'fit' | 'engagement' | 'intent'): Addition {
  const entry = { says: 'New behaviour', points: 5, match: { path: '/…' }, atMost: 10 };
  return listed('Add a behaviour', ['score', dimension, 'behaviours'], 'behaviour', entry);
}

function halfLife(draft: TermsDraft, dimension: 'fit' | 'engagement' | 'intent'): readonly Addition[] {
  if (listAt(draft, ['score', dimension, 'behaviours']).length > 0) return [];
  return missing(draft, ['score', dimension], [['halfLifeDays', 'Let points fade', 30]]);
}

const tier: Addition = {
  label: 'Add a tier',
  add(draft) {
    const froms = listAt(draft, ['tiers']).map((_, index) =>
      Number(valueAt(draft, ['tiers', index, 'from'])),
    );
    const from = Math.max(0, ...froms.filter(Number.isFinite)) + 10;
    const entry = { id: freshId(draft, 'tier', 'tier'), from, followUp: 'PT4H' };
    return { draft: withEntry(draft, ['tiers'], entry), path: ['tiers', froms.length] };
  },
};

const escalation: Addition = {
  label: 'Add a step',
  add: (draft) => ({
    draft: withEntry(draft, ['escalate'], { at: '100%', tell: 'owner' }),
    path: ['escalate', listAt(draft, ['escalate']).length],
  }),
};

function missing(
  draft: TermsDraft,
  at: Path,
  values: readonly (readonly [key: string, label: string, value: unknown])[],
): readonly Addition[] {
  return values.flatMap(([key, label, value]) => {
    const path = [...at, key];
    if (valueAt(draft, path) !== undefined) return [];
    return { label, add: (whole: TermsDraft) => ({ draft: withValueAt(whole, path, value), path }) };
  });
}
