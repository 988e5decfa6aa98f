// What stands behind the option "other": the option itself, last of all, and the question what it is. That question is
// a field like any other, shown when the option is chosen: so conditions, drafts, plain posts, mails and receivers
// need to know nothing of it, and the answer to the choice stays one of its options.
import type { Option, Path } from '@baton/rules';
import { otherOption } from './types.ts';
import type { Field, OtherOption } from './types.ts';

/** The options with this one among them: last, unless they have it already and with it their own word for it. */
export function withOther(
  other: OtherOption,
  options: readonly Option[] = [],
): { readonly other: OtherOption; readonly options: readonly Option[] } {
  const own = options.find((option) => option.id === otherOption);
  if (own) return { other: { ...other, label: own.label }, options };
  return { other, options: [...options, { id: otherOption, label: other.label ?? 'Other' }] };
}

/** The question as a document would have it, and where its faults are told. */
export function otherQuestion(
  { id, other, sensitive }: Field,
  at: Path,
): { readonly document: object; readonly at: Path } | undefined {
  if (!other) return undefined;
  // Without a question of the form's own, whoever shows it asks in the visitor's language.
  const { question = 'other', attribute } = other;
  const rule = { field: `answer.${id}`, operator: 'in', value: [otherOption] };
  const document = {
    id: otherId(id),
    kind: 'text',
    label: question,
    required: true,
    shownWhen: { combinator: 'and', rules: [rule] },
    ...(attribute === undefined ? {} : { attribute }),
    ...(sensitive === undefined ? {} : { sensitive }),
  };
  return { document, at: [...at, 'other'] };
}

/** The id of the field that asks what is behind the option. */
export function otherId(id: string): string {
  return `${id}_${otherOption}`;
}
