// What was found, for those who show it. It is found anew at each save, by the worker.
import { useStore } from 'zustand';
import { useBuilder } from '../builder-context.ts';
import { findingsAt, findingsOf, type Finding } from './findings.ts';

export function useFindings(): readonly Finding[] {
  return useStore(useBuilder().saver.judged, findingsOf);
}

/** Those of one field or step; undefined: there are none. */
export function useFindingsAt(kind: 'field' | 'step', id: string): readonly Finding[] | undefined {
  return useStore(useBuilder().saver.judged, (judged) => findingsAt(findingsOf(judged), kind, id));
}
