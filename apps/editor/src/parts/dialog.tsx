// A window over the screen that asks one thing. It takes the focus, gives it back, and Escape leaves it.
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { iconButtonClasses } from './button.tsx';
import { firstPlaceIn } from './first-place.ts';

type DialogProps = {
  readonly open: boolean;
  /** Absent: it stays until it is answered. */
  readonly onClose?: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** The buttons, the strongest last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** What has the focus at first, where that is not what {@link firstPlaceIn} finds; true: it is. */
  readonly initialFocus?: () => HTMLElement | true;
  /** What has the focus afterwards; true: what had it before. */
  readonly finalFocus?: () => HTMLElement | true;
};

export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  actions,
  wide = false,
  initialFocus,
  finalFocus,
}: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose?.()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          ref={popup}
          initialFocus={(opened) => firstPlace(popup.current, opened, initialFocus)}
          {...(finalFocus ? { finalFocus } : {})}
          className={classes(
            'fixed top-[8dvh] left-1/2 z-50 flex max-h-[84dvh] w-[calc(100vw-32px)] -translate-x-1/2 flex-col rounded-card bg-card shadow-over transition-[opacity,scale] duration-100 data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
            wide ? 'max-w-240' : 'max-w-120',
          )}
        >
          <div className="flex items-start gap-4 px-6 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title tabIndex={-1} data-heading="" className="text-lg font-semibold outline-none">
                {title}
              </Base.Title>
              {description && <Base.Description className="mt-1 text-soft">{description}</Base.Description>}
            </div>
            {onClose && (
              <Base.Close
                aria-label="Close"
                title="Close"
                data-leaves=""
                className={classes(iconButtonClasses, '-mr-2')}
              >
                <X size={16} aria-hidden="true" />
              </Base.Close>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5">{children}</div>
          {actions && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-6 py-4">{actions}</div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function firstPlace(
  popup: HTMLElement | null,
  opened: string,
  wanted: DialogProps['initialFocus'],
): HTMLElement | true {
  const asked = wanted?.();
  if (asked instanceof HTMLElement) return asked;
  if (popup === null) return true;
  // A keyboard that comes up over a touched screen would hide what is asked.
  return opened === 'touch' ? popup : (firstPlaceIn(popup) ?? true);
}
