// What there is around a form for its conditions to speak of. The agreement is asked for only where outcomes are.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AgreementWords, Surroundings } from '../../draft/readables.ts';
import type { AgreementDocument } from '../../server/agreement-document.ts';
import { agreementQuery } from '../../server/queries.ts';
import { useBuilder } from '../builder-context.ts';

export function useSurroundings(withAgreement = false): Surroundings {
  const { attributes } = useBuilder();
  const { data = null } = useQuery({ ...agreementQuery, enabled: withAgreement });
  const agreement = useMemo(() => (data === null ? null : wordsOf(data)), [data]);
  return useMemo(() => ({ attributes, agreement }), [attributes, agreement]);
}

/** The best tier first. */
function wordsOf({ tiers, score }: AgreementDocument): AgreementWords {
  return {
    tiers: tiers.toSorted((one, other) => other.from - one.from),
    behaviours: Object.values(score).flatMap(({ behaviours = [] }) => behaviours),
  };
}
