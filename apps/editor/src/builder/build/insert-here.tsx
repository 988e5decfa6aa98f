// Between two fields: a sign that something can stand there. Pressed, it offers every kind for this very place.
import { classes } from '../../parts/classes.ts';
import { DropLine } from './drop-line.tsx';
import { useIsWanted, usePalette } from './palette-state.ts';

type Props = { readonly step: string; readonly index: number };

export function InsertHere({ step, index }: Props) {
  const palette = usePalette();
  const isWanted = useIsWanted(step, index);
  return (
    <div className="absolute inset-x-0 top-0 z-20 h-5">
      <button
        type="button"
        // By keys, `/` puts a field behind the selected one: no stop between every two fields.
        tabIndex={-1}
        aria-label={`Insert a field at place ${index + 1}`}
        title="Insert a field here"
        onClick={() => palette.setState({ isOpen: true, gap: { step, index } })}
        className={classes(
          'absolute -top-1 left-[calc(50%-12px)] grid size-6 place-items-center rounded-full border transition-colors duration-100 hover:border-accent hover:bg-card hover:text-accent focus-visible:border-accent focus-visible:bg-card focus-visible:text-accent',
          isWanted
            ? 'border-accent bg-card text-accent'
            : 'border-transparent text-transparent pointer-coarse:hidden',
        )}
      >
        <span aria-hidden="true" className="drawn-plus" />
      </button>
      {isWanted && (
        <div className="absolute inset-x-0 top-2">
          <DropLine />
        </div>
      )}
    </div>
  );
}
