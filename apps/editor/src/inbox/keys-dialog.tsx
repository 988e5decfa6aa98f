// The keys of the inbox.
import { Dialog } from '../parts/dialog.tsx';

const keys = [
  ['j  k', 'The next lead, the one before'],
  ['Enter', 'Open it beside the list'],
  ['x', 'Select it'],
  ['a', 'Accept'],
  ['r', 'Reject, with a reason'],
  ['e', 'Give it to somebody else'],
  ['/', 'Search'],
  ['Esc', 'Close the lead, or let go of what is selected'],
  ['?', 'Show these keys'],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keys"
      description="They act on what is selected, else on the lead one is at."
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
        {keys.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              {key.split('  ').map((one) => (
                <kbd
                  key={one}
                  className="mr-1 inline-block min-w-6 rounded border border-line bg-ground px-1.5 text-center text-sm"
                >
                  {one}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
