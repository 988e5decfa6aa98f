// The dialog that edits a condition, loaded when one is first opened.
import { Suspense } from 'react';
import type { ConditionPlace } from '../../draft/condition-places.ts';
import { later } from '../../parts/later.tsx';

const Dialog = later(async () => (await import('./condition-dialog.tsx')).ConditionDialog);

export function ConditionWindow(props: { readonly place: ConditionPlace; readonly onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
