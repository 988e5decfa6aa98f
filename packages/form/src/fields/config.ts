// The keys that kinds of fields share, as schemas. Only documents are read with them: nothing that runs in a
// browser may import this file other than through a kind's config function. The message of a format is the code of
// its issue.
import * as z from 'zod';
import { isSecure } from '../addresses.ts';
import { isAutofill } from './autofill.ts';

const maxWords = 2000;

/** The id of a field or an attribute. */
export const fieldId = () =>
  z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9_]*$/, { error: 'bad_id' });

/** The id of a form, a step or an outcome: it may stand in a path. */
export const partId = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: 'bad_id' });

/** Words that must not be blank. */
export const words = (max: number) => z.string().max(max).regex(/\S/, { error: 'blank' });

const whole = () => z.int().min(0);

/** What every field has. Conditions are read later, against what they may read in their place. */
const place = () => ({
  id: fieldId(),
  shownWhen: z.unknown().exactOptional(),
});

/** What every question has. */
export const question = () => ({
  ...place(),
  label: words(maxWords),
  attribute: fieldId().exactOptional(),
  help: z.string().max(maxWords).exactOptional(),
  required: z.boolean().exactOptional(),
  requiredWhen: z.unknown().exactOptional(),
  ask: z.enum(['always', 'untilKnown', 'progressive']).exactOptional(),
  sensitive: z.boolean().exactOptional(),
  autocomplete: z.string().refine(isAutofill, { error: 'unknown_autocomplete' }).exactOptional(),
});

/** What a field has that nobody is asked. It can be shown or not, but never demanded. */
export const unasked = () => ({ ...place(), label: z.string().max(maxWords).default('') });

export const placeholder = () => ({ placeholder: z.string().max(maxWords).exactOptional() });

export const lengths = (most: number) => ({
  minLength: whole().max(most).exactOptional(),
  maxLength: whole().min(1).max(most).exactOptional(),
});

export const options = () => ({
  options: z
    .array(z.looseObject({ id: words(200).regex(/^\S(.*\S)?$/, { error: 'spaced' }), label: words(500) }))
    .min(1)
    .max(500)
    .exactOptional(),
  other: z
    .union([
      z.literal(true).transform(() => ({})),
      z.looseObject({
        label: words(500).exactOptional(),
        question: words(maxWords).exactOptional(),
        attribute: fieldId().exactOptional(),
      }),
    ])
    .exactOptional(),
});

/** Where more can be read of what the words speak of. */
export const link = () => ({
  link: z
    .looseObject({
      url: z.string().max(2000).refine(isSecure, { error: 'not_a_safe_address' }),
      text: words(200).exactOptional(),
    })
    .exactOptional(),
});

export const search = () => ({ search: z.boolean().exactOptional() });

/** First values: `{ "from": "url", "name" }` for every kind, the other sources where they make sense. */
export const defaults = <L extends z.ZodType>(
  literal: L,
  ...sources: readonly ('country' | 'email_domain')[]
) => ({
  default: z
    .union(
      [
        z.looseObject({ from: z.literal('url'), name: words(100) }),
        ...sources.map((from) => z.looseObject({ from: z.literal(from) })),
        // The bare name is the short form of a source, so it is tried before the constant.
        ...sources.map((from) => z.literal(from).transform(() => ({ from }))),
        literal,
      ],
      { error: 'bad_default' },
    )
    .exactOptional(),
});
