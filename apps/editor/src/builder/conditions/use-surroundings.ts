// What there is around a form for its conditions to speak of. The agreement is asked for only where outcomes are.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Surroundings } from '../../draft/readables.ts';
import { agreementQuery } from '../../server/queries.ts';
import { useBuilder } from '../builder-context.ts';

export function useSurroundings(withAgreement = false): Surroundings {
  const { attributes } = useBuilder();
  const { data: agreement = null } = useQuery({ ...agreementQuery, enabled: withAgreement });
  return useMemo(() => ({ attributes, agreement }), [attributes, agreement]);
}
