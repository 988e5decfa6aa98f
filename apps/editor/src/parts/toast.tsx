// What was just done, said once at the edge of the screen; with a way back where there is one.
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClasses, iconButtonClasses } from './button.tsx';

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider timeout={6000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-60 flex w-90 max-w-[calc(100vw-32px)] flex-col gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
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

/** Says that something was done; `undo` is offered beside it. What comes back takes it off the screen again. */
export function useSay(): (title: string, undo?: () => void) => () => void {
  const { add, close } = Toast.useToastManager();
  return (title, undo) => {
    const id = add({
      title,
      ...(undo && {
        actionProps: {
          children: 'Undo',
          onClick: () => {
            close(id);
            undo();
          },
        },
      }),
    });
    return () => close(id);
  };
}
