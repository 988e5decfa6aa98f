// What somebody answered, in the words of the form's version that asked. Pure.
import { otherId, otherOption } from '@baton/form';
import type { Attribute } from '@baton/rules';
import type { FormDraft } from '../../draft/form-draft.ts';

export type Line = { readonly field: string; readonly label: string; readonly value: string };

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** @param form null where there is none, or it cannot be shown: then answers stand under their attributes, or their ids */
export function answerLines(
  form: FormDraft | null,
  attributes: readonly Attribute[],
  answers: Readonly<Record<string, unknown>>,
): readonly Line[] {
  const fields = form?.steps.flatMap((step) => step.fields) ?? [];
  const known = fields.flatMap((field): Line[] => {
    const answer = answers[field.id];
    if (answer === undefined) return [];
    const options = field.options ?? attributes.find(({ id }) => id === field.attribute)?.options ?? [];
    const behind = answers[otherId(field.id)];
    const word = (id: unknown): string => {
      const label = options.find((option) => option.id === id)?.label;
      if (id === otherOption && typeof behind === 'string') return `${label ?? 'Other'}: ${behind}`;
      if (label !== undefined) return label;
      return field.kind === 'country' ? countryName(String(id)) : String(id);
    };
    return [{ field: field.id, label: field.label, value: inWords(answer, word) }];
  });
  const shown = new Set(fields.flatMap(({ id }) => [id, otherId(id)]));
  const others = Object.entries(answers).filter(([id]) => !shown.has(id));
  return [...known, ...others.map(([id, answer]) => aside(attributes, id, answer))];
}

/** What no form has asked stands under the attribute that it is. */
function aside(attributes: readonly Attribute[], id: string, answer: unknown): Line {
  const attribute = attributes.find((one) => one.id === id);
  const word = (value: unknown): string =>
    attribute?.options?.find((option) => option.id === value)?.label ??
    (attribute?.type === 'country' ? countryName(String(value)) : String(value));
  return { field: id, label: attribute?.label ?? id, value: inWords(answer, word) };
}

function inWords(answer: unknown, word: (id: unknown) => string): string {
  if (Array.isArray(answer)) return answer.map(word).join(', ');
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return word(answer);
}

function countryName(code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    // Not a code at all.
    return code;
  }
}
