// What the selected part is like, to be changed: a pane beside the canvas, or on small screens a sheet over it.
import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/sheet.tsx';
import { Loading } from '../../parts/state.tsx';
import { useMedia } from '../../parts/use-media.ts';

const Settings = lazy(async () => ({
  default: (await import('./selection-settings.tsx')).SelectionSettings,
}));

export function Inspector() {
  const isWide = useMedia('(min-width: 1024px)');
  const [isOpen, setOpen] = useState(false);
  const settings = (
    <Suspense fallback={<Loading lines={6} label="Loading the settings" />}>
      <Settings />
    </Suspense>
  );
  if (isWide) {
    return (
      <aside aria-label="Settings" className="min-h-0 overflow-y-auto border-l border-line bg-card">
        {settings}
      </aside>
    );
  }
  return (
    <>
      <Button
        className="fixed right-4 bottom-4 z-20 shadow-raised max-md:bottom-[calc(40dvh+16px)]"
        icon={<SlidersHorizontal size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        Settings
      </Button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title="Settings">
        {settings}
      </Sheet>
    </>
  );
}
