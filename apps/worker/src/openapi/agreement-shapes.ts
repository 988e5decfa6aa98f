// The agreement as the API shows it: its versions, the draft, and what is said and signed of each.
import * as z from 'zod';
import { agreementStates, endings, sides } from '../desk/terms/states.ts';
import { named } from './operation.ts';
import { issueShape } from './refusals.ts';

const instant = () => z.iso.datetime();
const version = () => z.int().positive();
const said = () => ({
  by: z.string().describe('E-mail; `owner`, `key:…` or `baton` where it is nobody’s.'),
  name: z.string(),
});

const documentShape = named('AgreementDocument', () =>
  z
    .looseObject({})
    .describe('An agreement as it was written, right or not yet; `/schemas/agreement.json` is its schema.'),
);

const attributeShape = named('AgreementAttribute', () =>
  z.looseObject({ id: z.string() }).describe('An attribute of the workspace, as it was written.'),
);

const summary = () => ({
  version: version(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 of what is signed: the document without `signatures`, by RFC 8785.'),
  state: z.enum(agreementStates),
  base: version().nullable().describe('The version in force when it was proposed.'),
  proposedBy: z.string().describe('E-mail; `owner` or `key:…` where it is nobody’s.'),
  proposedByName: z.string(),
  side: z.enum(sides).nullable().describe('The side that proposed it; null: neither.'),
  proposedAt: instant(),
  note: z.string().nullable(),
  answers: version().nullable().describe('The proposal that it was made instead of.'),
  expiresAt: instant().nullable().describe('From then on it cannot be signed.'),
  inForceAt: instant().nullable(),
  replacedAt: instant().nullable(),
  ended: z
    .strictObject({ why: z.enum(endings), ...said(), at: instant() })
    .nullable()
    .describe(
      'How a proposal came to nothing: taken back, answered by another one, outdated because another came into force, or not signed in time.',
    ),
  reviewed: z
    .strictObject({ ...said(), at: instant() })
    .nullable()
    .describe('When it was last said to have been looked at.'),
  signatures: z.array(z.strictObject({ party: z.enum(sides), ...said(), at: instant() })),
  sound: z.boolean().describe('What is kept is what was signed. What is not sound judges nobody.'),
});

export const agreementVersionShape = named('AgreementVersion', () =>
  z.strictObject({
    ...summary(),
    document: documentShape().nullable().describe('Null where what is kept cannot be read.'),
    attributes: z.array(attributeShape()).describe('Those it speaks of, as they were then.'),
    comments: z
      .array(z.strictObject({ id: z.string(), ...said(), at: instant(), text: z.string() }))
      .describe('The earliest first.'),
  }),
);

export const agreementVersionListShape = named('AgreementVersionList', () =>
  z.strictObject({ versions: z.array(z.strictObject(summary())).describe('The latest first.') }),
);

export const agreementDraftShape = named('AgreementDraft', () =>
  z.strictObject({
    revision: z.int().positive().describe('Counts each time the draft is saved, for good.'),
    base: version().nullable().describe('The version in force that it began from.'),
    outdated: z.boolean().describe('Another version has come into force since.'),
    document: documentShape(),
    issues: z.array(issueShape()).describe('What keeps it from being proposed.'),
    warnings: z.array(issueShape()),
    savedBy: z.string(),
    savedByName: z.string(),
    savedAt: instant(),
  }),
);

export const agreementShape = named('AgreementState', () =>
  z.strictObject({
    inForce: agreementVersionShape().nullable(),
    proposals: z.array(agreementVersionShape()).describe('Those that can be signed, the latest first.'),
    draft: agreementDraftShape().nullable(),
    toRescore: z.int().min(0).describe('Leads that an earlier version has judged last.'),
    mySide: z.enum(sides).nullable().describe('The side that whoever asks may sign for.'),
    noSide: z
      .enum(['no_role', 'not_among_people', 'other_side'])
      .nullable()
      .describe('Why it is none: by the role, or by what the workspace’s people say.'),
    reviewDue: z.boolean(),
    reviewAt: instant().nullable().describe('When both sides are to look at it again.'),
  }),
);
