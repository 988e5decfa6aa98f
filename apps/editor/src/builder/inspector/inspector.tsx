// What the selected part is like, to be changed: a pane beside the canvas, or on small screens a sheet over it.
import { SlidersHorizontal } from 'lucide-react';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { Loading } from '../../parts/state.tsx';
import { useMedia } from '../../parts/use-media.ts';
import { partOnCanvas } from '../build/settings-focus.ts';
import { useDraftState } from '../builder-context.ts';
import { selectedFields } from '../selection.ts';
import { later } from '../../parts/later.tsx';

const Settings = later(async () => (await import('./selection-settings.tsx')).SelectionSettings);
const Sheet = later(async () => (await import('../../parts/sheet.tsx')).Sheet);

/** Settings weigh a good part of the builder: they come once the form is there to be looked at. */
function useIsLookedAt(): boolean {
  const [isLookedAt, setLookedAt] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setLookedAt(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isLookedAt;
}

export function Inspector() {
  const first = useDraftState(({ selection }) => selectedFields(selection)[0]);
  const pane = useRef<HTMLElement>(null);
  // Another part is looked at from its beginning.
  useLayoutEffect(() => {
    pane.current?.scrollTo(0, 0);
  }, [first]);
  const isWide = useMedia('(min-width: 1024px)');
  const [isOpen, setOpen] = useState(false);
  const isLookedAt = useIsLookedAt();
  const waiting = <Loading lines={6} label="Loading the settings" />;
  const settings = isLookedAt ? (
    <Suspense fallback={waiting}>
      <Settings />
    </Suspense>
  ) : (
    waiting
  );
  if (isWide) {
    return (
      <aside
        ref={pane}
        aria-label="Settings"
        data-settings=""
        className="min-h-0 overflow-y-auto border-l border-line bg-card"
        onKeyDown={(event) => {
          // What is opened over the pane is left by itself first; its keys come here as well.
          const { key, target, currentTarget } = event;
          const isHere = target instanceof Node && currentTarget.contains(target);
          if (key === 'Escape' && isHere && !event.defaultPrevented) partOnCanvas(first)?.focus();
        }}
      >
        {settings}
      </aside>
    );
  }
  return (
    <>
      <Button
        data-settings-opener=""
        className="z-20 col-start-1 row-start-1 m-4 self-end justify-self-end shadow-raised md:col-start-2"
        icon={<SlidersHorizontal size={16} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        Settings
      </Button>
      {isOpen && (
        <Suspense>
          <Sheet open onClose={() => setOpen(false)} title="Settings">
            {settings}
          </Sheet>
        </Suspense>
      )}
    </>
  );
}
