// The one form that everybody draws: the fifteen fields of the reference form on one page, three of them under a
// condition. Told to the peers as plain data, so that each says it in its own words.
import { publish, fifteenFields } from '../../../packages/page/test/forms.ts';
import type { PublishedForm } from '../../../packages/page/src/render/index.ts';

export type Question = {
  readonly id: string;
  readonly kind:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'number'
    | 'date'
    | 'textarea'
    | 'one'
    | 'many'
    | 'list'
    | 'yes';
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly required: boolean;
  /** Empty for the list of countries, which everybody names by `Intl`. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  /** Shown while that question has one of these answers. */
  readonly when?: { readonly question: string; readonly is: readonly string[] };
};

const whens: Readonly<Record<string, NonNullable<Question['when']>>> = {
  team: { question: 'role', is: ['manager'] },
  tool: { question: 'size', is: ['s3', 's4'] },
  start: { question: 'urgency', is: ['3', '4', '5'] },
};

const kinds = {
  text: 'text',
  textarea: 'textarea',
  email: 'email',
  phone: 'tel',
  url: 'url',
  number: 'number',
  date: 'date',
  country: 'list',
  choice: 'one',
  choices: 'many',
  rating: 'one',
  consent: 'yes',
} as const;

/** The form as Baton publishes it. */
export const onePage: PublishedForm = publish({
  steps: [{ id: 'all', title: 'About you', fields: fifteenFields.form.steps.flatMap((step) => step.fields) }],
  consent: fifteenFields.form.consent,
});

export const questions: readonly Question[] = (onePage.form.steps[0]?.fields ?? []).map((field): Question => {
  if (field.kind === 'hidden' || field.kind === 'statement' || !(field.kind in kinds)) {
    throw new Error(`The peers draw no ${field.kind}.`);
  }
  const when = whens[field.id];
  const options =
    'options' in field
      ? field.options.map(({ id, label }) => ({ id, label }))
      : ['1', '2', '3', '4', '5'].map((id) => ({ id, label: id }));
  return {
    id: field.id,
    kind: kinds[field.kind],
    label: field.label,
    required: field.required === true,
    ...(field.help && { help: field.help }),
    ...('placeholder' in field && field.placeholder && { placeholder: field.placeholder }),
    ...((kinds[field.kind] === 'one' || kinds[field.kind] === 'many') && { options }),
    ...(when && { when }),
  };
});
