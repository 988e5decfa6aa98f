// What was found of the part whose settings stand below.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { findingInWords } from './finding-words.ts';
import type { Finding } from './findings.ts';

export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul aria-label="Found by the checker" className="space-y-2 border-t border-line px-4 py-3">
      {findings.map(({ issue, severity }) => (
        <li key={`${issue.code} ${issue.path.join('.')}`} className="flex gap-2 text-sm">
          <SeveritySign severity={severity} />
          <span>{findingInWords(issue)}</span>
        </li>
      ))}
    </ul>
  );
}

export function SeveritySign({ severity }: Pick<Finding, 'severity'>) {
  return severity === 'error' ? (
    <CircleAlert size={15} role="img" aria-label="Error" className="mt-0.5 shrink-0 text-bad" />
  ) : (
    <TriangleAlert size={15} role="img" aria-label="Warning" className="mt-0.5 shrink-0 text-warn" />
  );
}
