// The sign with its sentences, which are loaded when there is something to say.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { findingInWords } from './finding-words.ts';
import type { Finding } from './findings.ts';

export function WordedSign({ findings }: { readonly findings: readonly Finding[] }) {
  const isBad = findings.some(({ severity }) => severity === 'error');
  const said = findings.map(({ issue }) => findingInWords(issue)).join('\n');
  const Sign = isBad ? CircleAlert : TriangleAlert;
  return (
    <span title={said} className={isBad ? 'text-bad' : 'text-warn'}>
      <Sign size={14} aria-hidden="true" />
      <span className="sr-only">
        {isBad ? ', error: ' : ', warning: '}
        {said}
      </span>
    </span>
  );
}
