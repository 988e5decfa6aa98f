// How the form stands: how much keeps it from being published, how much is worth a second look. Leads to the list.
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useFindings } from './use-findings.ts';
import { later } from '../../parts/later.tsx';

const List = later(async () => (await import('./checker-dialog.tsx')).CheckerDialog);

export function CheckerButton() {
  const findings = useFindings();
  const [isOpen, setOpen] = useState(false);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex h-9 w-full items-center gap-2 rounded-control px-2 hover:bg-ink/6"
      >
        <span className="font-medium">Checker</span>
        <span className="ml-auto flex items-center gap-2.5 text-sm tabular-nums">
          {errors > 0 && (
            <span className="flex items-center gap-1 text-bad">
              <CircleAlert size={14} aria-hidden="true" />
              {errors}
              <span className="sr-only">{errors === 1 ? ' error' : ' errors'}</span>
            </span>
          )}
          {warnings > 0 && (
            <span className="flex items-center gap-1 text-warn">
              <TriangleAlert size={14} aria-hidden="true" />
              {warnings}
              <span className="sr-only">{warnings === 1 ? ' warning' : ' warnings'}</span>
            </span>
          )}
          {findings.length === 0 && (
            <span className="flex items-center gap-1 text-good">
              <CircleCheck size={14} aria-hidden="true" />
              <span className="text-soft">All good</span>
            </span>
          )}
        </span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <List onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
