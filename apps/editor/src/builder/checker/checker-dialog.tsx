// Everything that was found, the grave first; each leads to where it is put right.
import { useRef } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import type { Place } from './findings.ts';
import { useGoTo } from './go-to.ts';
import { PlacedFindings, usePlacedFindings } from './placed-findings.tsx';

export function CheckerDialog({ onClose }: { readonly onClose: () => void }) {
  const { errors, warnings } = usePlacedFindings();
  const goTo = useGoTo();
  const target = useRef<HTMLElement | null>(null);
  const choose = (place: Place): void => {
    target.current = goTo(place);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      finalFocus={() => target.current ?? true}
      title="Checker"
      description={
        errors.length + warnings.length === 0
          ? 'Nothing was found. It is checked again each time it is saved.'
          : errors.length > 0
            ? 'With errors it cannot be published. Each leads to its place.'
            : 'It can be published; these are worth a second look.'
      }
    >
      <PlacedFindings title="Errors" findings={errors} onChoose={choose} />
      <PlacedFindings title="Warnings" findings={warnings} onChoose={choose} />
    </Dialog>
  );
}
