// What the past says of the draft: asked of the worker once the draft has rested, and again when anything has changed that
// it depends on. Moving the threshold asks nothing anew.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AgreementEvidence } from '@baton/worker/api-types';
import { evidenceQuery } from '../server/agreement-queries.ts';
import { useTerms, useTermsDraft } from './terms-context.ts';
import { valueAt, type TermsDraft } from './terms-draft.ts';

/** So long nobody has changed what it depends on. */
const rest = 700;

export type DraftEvidence = {
  readonly data: AgreementEvidence | undefined;
  /** It is of the draft as it stands, not of what it was a moment ago. */
  readonly isCurrent: boolean;
  readonly error: unknown;
  readonly again: () => void;
};

/** @param days of the past, up to now */
export function useEvidence(days: number): DraftEvidence {
  const { me } = useTerms();
  const draft = useTermsDraft();
  const key = readBy(draft);
  const [rested, setRested] = useState({ key, draft });
  useEffect(() => {
    if (rested.key === key) return;
    const timer = setTimeout(() => setRested({ key, draft }), rest);
    return () => clearTimeout(timer);
  }, [rested.key, key, draft]);
  const mayRead = me.rights.includes('leads.read') && me.rights.includes('workspace.read');
  const { data, isPlaceholderData, error, refetch } = useQuery({
    ...evidenceQuery(rested.draft, rested.key, days),
    enabled: mayRead,
  });
  return {
    data,
    isCurrent: data !== undefined && !isPlaceholderData && rested.key === key,
    error,
    again: () => void refetch(),
  };
}

const parts = [['score'], ['disqualify'], ['handoff', 'requires'], ['routing'], ['hours']] as const;

function readBy(draft: TermsDraft): string {
  return JSON.stringify(parts.map((path) => valueAt(draft, path)));
}
