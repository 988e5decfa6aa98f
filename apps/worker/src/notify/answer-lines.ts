// What a lead told, as lines that a person reads: the form's own labels in the form's order, options and countries by
// their names.
import { countryName } from './country-name.ts';
import { otherId, otherOption } from '@baton/form';
import type { Catalogue } from '@baton/rules';
import type { PublishedVersion } from '../desk/published-version.ts';
import type { Line } from './notice.ts';
import { valueInWords } from './names.ts';
import { oneLine, severalLines } from './shown-text.ts';

/** So much text at most, in UTF-16 units; what is beyond is counted instead. */
const budget = 10_000;

type Field = PublishedVersion['form']['steps'][number]['fields'][number];

/**
 * The answers of one submission: first those in whole sentences, then the rest as the form asks.
 * @param said values that the reader has seen already, such as the name
 */
export function answerLines(
  published: PublishedVersion,
  catalogue: Catalogue,
  answers: Readonly<Record<string, unknown>>,
  said: readonly (string | null)[],
): Line[] {
  const fields = published.form.steps.flatMap((step) => step.fields);
  const lines = fields.flatMap((field): Line[] => {
    const answer = answers[field.id];
    // What is behind "other" is told with its choice.
    if (answer === undefined || field.otherOf !== undefined) return [];
    const label = oneLine(field.label);
    const value = severalLines(answerInWords(field, catalogue, answer, answers[otherId(field.id)]));
    if (said.includes(value)) return [];
    return [field.kind === 'textarea' ? { label, value, isLong: true } : { label, value }];
  });
  return withinBudget([
    ...lines.filter(({ isLong }) => isLong === true),
    ...lines.filter(({ isLong }) => isLong !== true),
  ]);
}

/** Everything that is known of a lead, for when it did not come by a form. */
export function attributeLines(catalogue: Catalogue, attributes: Readonly<Record<string, unknown>>): Line[] {
  return withinBudget(
    Object.entries(attributes).map(([id, value]) => ({
      label: oneLine(catalogue.get(id)?.label ?? id),
      value: severalLines(valueInWords(catalogue, id, value)),
    })),
  );
}

function answerInWords(field: Field, catalogue: Catalogue, answer: unknown, behind: unknown): string {
  const attribute = field.attribute === undefined ? undefined : catalogue.get(field.attribute);
  const options = field.options ?? attribute?.options ?? [];
  const word = (id: unknown): string => {
    const label = options.find((option) => option.id === id)?.label;
    if (field.other && id === otherOption && typeof behind === 'string') return `${label}: ${behind}`;
    if (label !== undefined) return label;
    return field.kind === 'country' ? countryName(String(id)) : String(id);
  };
  if (Array.isArray(answer)) return answer.map(word).join(', ');
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  return word(answer);
}

function withinBudget(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let left = budget;
  for (const line of lines) {
    left -= line.label.length + line.value.length;
    if (left < 0) {
      kept.push({ label: 'And', value: `${lines.length - kept.length} more answers` });
      return kept;
    }
    kept.push(line);
  }
  return kept;
}
