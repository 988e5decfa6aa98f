// How an attribute of the workspace's catalogue is written down. Refuses ids that are reserved or could not be
// keys of an answer.
import * as z from 'zod';
import { isId, reservedIds } from '@baton/rules';

z.config({ jitless: true });

const id = z
  .string()
  .refine(isId, { params: { code: 'bad_id' } })
  .refine((value) => !reservedIds.has(value), { params: { code: 'reserved_id' } });

const optionSchema = z.looseObject({
  id: z.string().trim().min(1).max(200),
  label: z.string().min(1).max(500),
});

export const attributeSchema = z
  .looseObject({
    id,
    label: z.string().trim().min(1).max(200),
    type: z.enum([
      'text',
      'email',
      'phone',
      'url',
      'number',
      'date',
      'country',
      'choice',
      'choices',
      'boolean',
    ]),
    about: z.enum(['person', 'company']),
    ordered: z.boolean().exactOptional(),
    options: z.array(optionSchema).max(1000).exactOptional(),
    archived: z.boolean().exactOptional(),
    mergedInto: id.exactOptional(),
    mergedOptions: z.record(z.string(), z.string()).exactOptional(),
  })
  .superRefine((attribute, context) => {
    const seen = new Set<string>();
    attribute.options?.forEach((option, index) => {
      if (seen.has(option.id)) {
        context.addIssue({
          code: 'custom',
          path: ['options', index, 'id'],
          params: { code: 'duplicate_id' },
        });
      }
      seen.add(option.id);
    });
    if (attribute.ordered === true && attribute.type !== 'choice') {
      context.addIssue({ code: 'custom', path: ['ordered'], params: { code: 'only_a_choice_is_ordered' } });
    }
    if (attribute.ordered === true && (attribute.options ?? []).length === 0) {
      context.addIssue({ code: 'custom', path: ['options'], params: { code: 'required' } });
    }
  });
