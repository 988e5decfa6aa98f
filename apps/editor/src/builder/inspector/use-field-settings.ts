// The settings of one field: what is put goes to that field of the draft.
import type * as z from 'zod';
import { updateField, type FieldPatch } from '../../draft/edit-fields.ts';
import type { DraftField } from '../../draft/form-draft.ts';
import { useBuilder } from '../builder-context.ts';
import { useTold } from './use-told.ts';
import { useSettings, type Settings, type Values } from './use-settings.ts';

/** What a kind's settings are given. */
export type KindProps = { readonly field: DraftField };

type Given<K extends string, Out extends FieldPatch> = {
  readonly shown: Readonly<Record<K, string | boolean>>;
  readonly schema: z.ZodType<Out, Values>;
  /** The controls make one value of the field together: its key. */
  readonly together?: keyof DraftField;
};

export function useFieldSettings<K extends string, Out extends FieldPatch>(
  { id }: DraftField,
  { shown, schema, together }: Given<K, Out>,
): Settings<K> {
  const { store, mayWrite } = useBuilder();
  const told = useTold(id);
  // What is one value together is told of once.
  const [first] = Object.keys(shown);
  return useSettings({
    shown,
    schema,
    disabled: !mayWrite,
    told: together === undefined ? told : (key) => (key === first ? told(together) : undefined),
    together: together !== undefined,
    put: (patch, key) => store.edit((draft) => updateField(draft, id, patch), `${together ?? key} ${id}`),
  });
}
