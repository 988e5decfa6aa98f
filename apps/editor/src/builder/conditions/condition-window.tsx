// The dialog that edits a condition, loaded when one is first opened.
import { lazy, Suspense } from 'react';
import type { ConditionPlace } from '../../draft/condition-places.ts';

const Dialog = lazy(async () => ({ default: (await import('./condition-dialog.tsx')).ConditionDialog }));

export function ConditionWindow(props: { readonly place: ConditionPlace; readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
