// Whether what is said to one attribute can also be said to another. Decides nothing else of a merge.
import type { Attribute } from '@baton/rules';

export type Misfit = { readonly code: string; readonly params?: Readonly<Record<string, string>> };

/**
 * Why an attribute cannot be merged into another; null: it can.
 * @param options of the one as options of the other, where their ids differ
 */
export function misfit(
  attribute: Attribute,
  other: Attribute | undefined,
  options: Readonly<Record<string, string>>,
): Misfit | null {
  if (other === undefined) return { code: 'unknown_attribute' };
  if (other.id === attribute.id) return { code: 'into_itself' };
  if (other.type !== attribute.type) return { code: 'other_type' };
  if (other.about !== attribute.about) return { code: 'about_other' };
  const there = new Set((other.options ?? []).map((option) => option.id));
  const mapped = (id: string): string => (Object.hasOwn(options, id) ? (options[id] ?? id) : id);
  const lost = (attribute.options ?? []).find((option) => !there.has(mapped(option.id)));
  return lost === undefined ? null : { code: 'option_unmapped', params: { option: lost.id } };
}
