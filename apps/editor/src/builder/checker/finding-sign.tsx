// A small sign on a field or step of which something was found, with the sentence on hover and to be heard.
import { Suspense } from 'react';
import { useFindingsAt } from './use-findings.ts';
import { later } from '../../parts/later.tsx';

const Sign = later(async () => (await import('./worded-sign.tsx')).WordedSign);

type Props = { readonly kind: 'field' | 'step'; readonly id: string };

export function FindingSign({ kind, id }: Props) {
  const findings = useFindingsAt(kind, id);
  if (findings === undefined) return null;
  return (
    <Suspense fallback={null}>
      <Sign findings={findings} />
    </Suspense>
  );
}
