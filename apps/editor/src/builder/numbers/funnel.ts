// From seeing the form to a lead that sales wants: where visitors leave.
import type { FormNumbers } from '@baton/worker/api-types';

type VersionNumbers = FormNumbers['versions'][number];

export type Stage = {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Those of the stage before that did not come so far. */
  readonly lost: number;
};

/** @param numbers of one version: others may have other steps */
export function funnelOf({ views, starts, completions, qualified, steps }: VersionNumbers): readonly Stage[] {
  const [, ...later] = steps;
  const named = [
    { id: 'views', name: 'Seen', count: views },
    { id: 'starts', name: 'Begun', count: starts },
    ...later.map(({ id, title, reached }, index) => ({
      id: `step ${id}`,
      name: `Came to ${title === '' ? `step ${index + 2}` : `“${title}”`}`,
      count: reached,
    })),
    { id: 'completions', name: 'Sent', count: completions },
    { id: 'qualified', name: 'Qualified', count: qualified },
  ];
  return named.map((stage, at) => ({
    ...stage,
    lost: Math.max(0, (named[at - 1]?.count ?? stage.count) - stage.count),
  }));
}

/** The stage before which most are lost, of those whose loss can be mended in the form; null: nobody is lost. */
export function worstOf(stages: readonly Stage[]): Stage | null {
  const inside = stages.filter(({ id }) => id.startsWith('step ') || id === 'completions');
  const worst = inside.toSorted((one, other) => other.lost - one.lost)[0];
  return worst !== undefined && worst.lost > 0 ? worst : null;
}
