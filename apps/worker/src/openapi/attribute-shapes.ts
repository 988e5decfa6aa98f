// What the API shows of the catalogue of attributes, and what it answers of changes to it.
import { attributeTypes } from '@baton/rules';
import * as z from 'zod';
import { named } from './operation.ts';
import { issueShape } from './refusals.ts';

const use = named('AttributeUse', () =>
  z.strictObject({
    kind: z.enum(['form', 'draft', 'agreement', 'proposal', 'agreement_draft']),
    id: z.string().describe('The form’s id, or the agreement’s version.'),
    name: z.string(),
  }),
);

const optionShape = () => z.strictObject({ id: z.string(), label: z.string() });

export const attributeListShape = named('AttributeList', () =>
  z.strictObject({
    attributes: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        type: z.enum(attributeTypes),
        about: z.enum(['person', 'company']),
        ordered: z.boolean(),
        options: z.array(optionShape()),
        derived: z.boolean().describe('Nobody is asked for it, and it cannot be changed.'),
        archived: z.boolean().describe('No longer offered; what names it goes on.'),
        mergedInto: z.string().nullable().describe('What is said to it is also said to this one.'),
        known: z.int().min(0).describe('Of how many of the latest leads.'),
        uses: z.array(use()).describe('Where it is named.'),
      }),
    ),
    leads: z.int().min(0).describe('How many leads `known` looks at: 20,000 at most.'),
  }),
);

export const givenAttributeShape = named('GivenAttribute', () =>
  z.strictObject({
    label: z.string(),
    type: z.enum(attributeTypes).describe('Of one that is there: as it is.'),
    about: z.enum(['person', 'company']).describe('Of one that is there: as it is.'),
    ordered: z.boolean().optional(),
    options: z.array(optionShape()).optional().describe('Those that are used cannot be left out.'),
  }),
);

export const savedAttributeShape = named('SavedAttribute', () =>
  z.strictObject({ id: z.string(), warnings: z.array(issueShape()) }),
);

export const mergedAttributeShape = named('MergedAttribute', () =>
  z.strictObject({
    into: z.string(),
    uses: z.array(use()).describe('What still names the merged one, and goes on reading it.'),
  }),
);
