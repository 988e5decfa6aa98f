// What is wrong with the draft, or odd: as the worker last told it, and as the checker sees it in this browser, with what the
// last 90 days say of it.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { SectionId } from '@baton/agreement/words';
import type { Path } from '@baton/rules';
import { useStore } from 'zustand';
import { termsFindingInWords } from './finding-words.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { useEvidence } from './use-evidence.ts';

export type Finding = {
  readonly key: string;
  readonly section: SectionId | null;
  readonly path: Path;
  readonly says: string;
  readonly tone: 'bad' | 'warn';
};

/** The judging code, which is loaded once and late. */
export function useJudging() {
  const { data } = useQuery({
    queryKey: ['judging'],
    queryFn: () => import('./judging.ts'),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data;
}

export function useFindings(): readonly Finding[] {
  const { saver, around } = useTerms();
  const draft = useDeferredValue(useTermsDraft());
  const { issues, warnings } = useStore(saver.judged);
  const judging = useJudging();
  const { data, isCurrent } = useEvidence(90);
  const evidence = isCurrent ? (data ?? null) : null;
  return useMemo(() => {
    const today = new Date().toLocaleDateString('sv');
    const told = [
      ...(judging?.findingsOf(draft, around, today, evidence) ?? []).map((finding) => ({
        ...finding,
        tone: finding.severity === 'error' ? ('bad' as const) : ('warn' as const),
      })),
      ...issues.map((issue) => ({ ...issue, tone: 'bad' as const })),
      ...warnings.map((issue) => ({ ...issue, tone: 'warn' as const })),
    ];
    const seen = new Map<string, Finding>();
    for (const { code, path, params, tone } of told) {
      const says = termsFindingInWords(code, params ?? {});
      const key = `${path.join('/')} ${says}`;
      if (!seen.has(key)) seen.set(key, { key, section: sectionOf(path), path, says, tone });
    }
    return [...seen.values()];
  }, [judging, draft, around, evidence, issues, warnings]);
}

const sections: readonly SectionId[] = [
  'definitions',
  'disqualify',
  'tiers',
  'handoff',
  'routing',
  'hours',
  'escalate',
  'commitments',
  'rejections',
  'review',
  'fit',
  'engagement',
  'intent',
];

function sectionOf([part, inner]: Path): SectionId | null {
  const name = part === 'score' ? inner : part;
  return sections.find((one) => one === name) ?? null;
}
