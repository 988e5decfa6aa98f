// What visitors can choose from, whoever the options belong to.
import { otherOption } from '@baton/form';
import type { Option } from '@baton/rules';
import type { DraftField } from '../../../draft/form-draft.ts';
import { shownField } from '../../../draft/shown-field.ts';
import { useBuilder } from '../../builder-context.ts';

/** Without the one that means none of them: nobody starts with that. */
export function useOptions(field: DraftField): readonly Option[] {
  const { attributes } = useBuilder();
  const attribute = field.attribute === undefined ? undefined : attributes.get(field.attribute);
  return (shownField(field, attribute).options ?? []).filter(({ id }) => id !== otherOption);
}
