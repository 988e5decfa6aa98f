// What reads a field that is about to be taken away.
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import type { Dependent } from '../../draft/dependents.ts';
import { useBuildActions, type Removal } from './build-actions.tsx';

export function RemoveDialog({ removal }: { readonly removal: Removal }) {
  const { confirmRemoval } = useBuildActions();
  return (
    <Dialog
      open
      onClose={() => confirmRemoval(false)}
      title={
        removal.step !== undefined
          ? 'Something depends on the fields of this step'
          : removal.ids.length === 1
            ? 'Something depends on this field'
            : 'Something depends on these fields'
      }
      description="Without what is removed, these conditions speak of nothing, and the form cannot be published until they are changed."
      actions={
        <>
          <Button onClick={() => confirmRemoval(false)}>Keep it</Button>
          <Button look="bad" onClick={() => confirmRemoval(true)}>
            Remove all the same
          </Button>
        </>
      }
    >
      <ul className="list-disc space-y-1 pl-5">
        {removal.dependents.map((dependent) => (
          <li key={`${dependent.kind} ${dependent.id} ${'how' in dependent ? dependent.how : ''}`}>
            {inWords(dependent)}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function inWords(dependent: Dependent): string {
  switch (dependent.kind) {
    case 'field':
      return dependent.how === 'shown'
        ? `When “${dependent.label}” is shown`
        : `When “${dependent.label}” must be answered`;
    case 'step':
      return `When the step ${dependent.title === '' ? '' : `“${dependent.title}” `}is shown`;
    case 'outcome':
      return dependent.how === 'when' ? 'When an outcome is shown' : 'What an outcome’s address carries';
  }
}
