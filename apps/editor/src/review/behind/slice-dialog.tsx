// The bar, row or cell that the address says is open, with its leads; nothing while none is.
import { sliceText } from '@baton/review';
import { BehindDialog } from './behind-dialog.tsx';
import { sliceInWords, type SliceNames } from './slice-words.ts';
import { useSlices } from './use-slices.ts';

export function SliceDialog(names: SliceNames) {
  const { opened, close } = useSlices();
  if (opened === null) return null;
  return (
    <BehindDialog
      {...sliceInWords(opened, names)}
      part="leads"
      how={{ of: sliceText(opened) }}
      onClose={close}
    />
  );
}
