// One field: what its kind needs, and nothing else.
import { kindName } from '../../draft/edit-fields.ts';
import type { DraftField } from '../../draft/form-draft.ts';
import { kindSigns } from '../build/kind-signs.ts';
import { useFindingsAt } from '../checker/use-findings.ts';
import { FindingList } from '../checker/finding-list.tsx';
import { PaneTitle } from './pane-title.tsx';
import { kindSettings } from './kinds/index.ts';

export function FieldSettings({ field }: { readonly field: DraftField }) {
  const Kind = kindSettings[field.kind];
  const Sign = kindSigns[field.kind];
  const findings = useFindingsAt('field', field.id);
  return (
    <>
      <PaneTitle sign={<Sign size={16} aria-hidden="true" />}>{kindName(field.kind)}</PaneTitle>
      {findings && <FindingList findings={findings} />}
      <Kind field={field} />
    </>
  );
}
