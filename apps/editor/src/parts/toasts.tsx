// Shows what is said, and has it read out.
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { buttonClasses, iconButtonClasses } from './button.tsx';
import type { Voice } from './voice.ts';

export function Toasts({ voice }: { readonly voice: Voice }) {
  return (
    <Toast.Provider timeout={6000}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2">
          <Shown />
        </Toast.Viewport>
      </Toast.Portal>
      <Heard voice={voice} />
    </Toast.Provider>
  );
}

function Heard({ voice }: { readonly voice: Voice }) {
  const { add, close } = Toast.useToastManager();
  useEffect(() => {
    let leave = (): void => undefined;
    // What is read out is what changes in a place that was there before.
    const frame = requestAnimationFrame(() => {
      leave = voice.meet({
        show({ id, title, undo }) {
          const back = (): void => {
            close(id);
            undo?.();
          };
          add({ id, title, ...(undo && { actionProps: { children: 'Undo', onClick: back } }) });
        },
        hide: close,
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      leave();
    };
  }, [voice, add, close]);
  return null;
}

function Shown() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-card border border-line bg-card p-3 pl-4 shadow-raised transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <Toast.Title className="text-base font-medium" />
          <Toast.Description className="text-sm text-soft" />
        </div>
        <Toast.Action className={buttonClasses('plain', 'small')} />
        <Toast.Close aria-label="Close" title="Close" className={iconButtonClasses}>
          <X size={14} aria-hidden="true" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
