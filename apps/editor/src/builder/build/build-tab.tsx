// Where a form is put together: what it consists of, how it looks, and what the selected part is like.
import { Suspense } from 'react';
import { Outline } from './outline.tsx';
import { Canvas } from './canvas.tsx';
import { DragSpace } from './drag-space.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { BuildActionsProvider, useBuildActions } from './build-actions.tsx';
import { later } from '../../parts/later.tsx';

const RemoveDialog = later(async () => (await import('./remove-dialog.tsx')).RemoveDialog);

export function BuildTab() {
  return (
    <BuildActionsProvider>
      <DragSpace>
        <div className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] md:grid-cols-[264px_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)] lg:grid-cols-[264px_minmax(0,1fr)_328px]">
          <Outline />
          <Canvas />
          <Inspector />
        </div>
      </DragSpace>
      <Removing />
    </BuildActionsProvider>
  );
}

function Removing() {
  const { removal } = useBuildActions();
  if (removal === null) return null;
  return (
    <Suspense>
      <RemoveDialog removal={removal} />
    </Suspense>
  );
}
