// What the API shows of leads, submissions and handoffs. Nothing else is shown: a key that does not stand here fails
// a test.
import type { Stage } from '@baton/agreement';
import * as z from 'zod';
import { breachReasons } from '../desk/clocks/breach-reasons.ts';
import { passingCauses } from '../desk/clocks/passing-causes.ts';
import { ledgerStates } from '../desk/ledger.ts';
import { checks, suspicions } from '../desk/suspicion.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const answer = () => z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** The stages of a lead, in their order. */
export const stages = [
  'lead',
  'mql',
  'sal',
  'sql',
  'opportunity',
  'won',
  'lost',
] as const satisfies readonly Stage[];

const reasonShape = named('Reason', () =>
  z.strictObject({
    id: z
      .string()
      .meta({ description: 'Of the rule or behaviour; `cap` where a dimension’s bounds took or gave.' }),
    says: z.string(),
    dimension: z.enum(['fit', 'engagement', 'intent']),
    points: z.int(),
  }),
);

export const scoreShape = named('Score', () =>
  z
    .strictObject({
      fit: z.int(),
      engagement: z.int(),
      intent: z.int(),
      total: z.int(),
      reasons: z.array(reasonShape()),
    })
    .describe('The reasons add up to the total exactly.'),
);

export const agreementStamp = () =>
  z
    .strictObject({ version: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) })
    .describe('The version that judged, and the SHA-256 of its signed content.');

const verdictShape = named('Verdict', () =>
  z.strictObject({
    kind: z.enum(['accepted', 'rejected']),
    by: z.string().meta({ description: '`person:<e-mail>` or `destination:<id>`.' }),
    at: instant(),
    reason: z.string().nullable().describe('The id of a rejection reason of the agreement.'),
    note: z.string().nullable(),
  }),
);

export const breachShape = named('Breach', () =>
  z.strictObject({
    at: instant().describe('The deadline that was missed.'),
    reason: z.enum(breachReasons.map(({ id }) => id)).nullable(),
    note: z.string().nullable(),
    by: z.string().nullable().describe('Who gave the reason.'),
  }),
);

const handoffShape = named('Handoff', () =>
  z.strictObject({
    id: z.string(),
    owner: z.string().describe('E-mail.'),
    why: z.string().describe('Why this person, in one line.'),
    tier: z.string(),
    score: scoreShape().describe('As it was when the lead was handed over.'),
    agreement: z.int().positive(),
    at: instant(),
    deadline: instant().nullable().describe('In force: counted from the first delivery, once there is one.'),
    toldDeadline: instant().nullable().describe('As the notification told it, counted from the handoff.'),
    deliveredAt: instant().nullable().describe('When the owner was first reached.'),
    touchedAt: instant().nullable().describe('When somebody first answered, or the owner passed it on.'),
    systemDelay: z.int().nullable().describe('From the handoff to its first delivery, ms.'),
    humanDelay: z.int().nullable().describe('From the first delivery to the first answer, ms.'),
    cause: z.enum(['routed', ...passingCauses]).describe('How it came to its owner.'),
    by: z.string().describe('Who passed it there; `baton` where it was routed, or passed on as agreed.'),
    endedAt: instant()
      .nullable()
      .describe('When it was passed on, or gave way as two leads became one: another handoff stands for it.'),
    claimable: z.boolean().describe('Nobody of those it was meant for could take it: it may be claimed.'),
    breach: breachShape().nullable().describe('Null unless the deadline in force was missed.'),
    verdict: verdictShape().nullable(),
  }),
);

/** What conditions may read of a visit. */
const visitFactsShape = named('VisitFacts', () =>
  z.strictObject({
    utm_source: z.string().optional(),
    utm_medium: z.string().optional(),
    utm_campaign: z.string().optional(),
    utm_term: z.string().optional(),
    utm_content: z.string().optional(),
    referrer_host: z.string().optional(),
    page_path: z.string().optional(),
    country: z.string().optional(),
    language: z.string().optional(),
    device: z.string().optional(),
    returning: z.boolean().optional(),
  }),
);

const told = () => z.union([z.string(), z.boolean()]).optional();
const campaign = { '^utm_[a-z_]{1,40}$': { type: ['string', 'boolean'] } };
const touch = {
  url: told(),
  referrer: told(),
  referrer_host: told(),
  page_path: told(),
  language: told(),
  device: told(),
  returning: told(),
  at: told(),
};

const touchShape = named('Touch', () =>
  z
    .strictObject(touch)
    .meta({ description: 'How this browser came here before.', patternProperties: campaign }),
);

const visitShape = named('Visit', () =>
  z
    .strictObject({
      ...touch,
      touches: z.array(touchShape()).optional(),
      facts: visitFactsShape().optional(),
    })
    .meta({ description: 'The visit as the browser told it, and its `facts`.', patternProperties: campaign }),
);

const consentShape = named('Consent', () =>
  z
    .strictObject({
      text: z.string().nullable(),
      version: z.string().nullable().describe('The form’s own, else the beginning of the text’s hash.'),
      url: z.string().nullable(),
      language: z.string(),
      at: instant(),
      agreed: z.boolean().nullable().describe('A box was ticked; null: given by sending.'),
      marketing: z.strictObject({ text: z.string(), given: z.boolean() }).nullable(),
    })
    .describe('What stood before the visitor, and what they agreed to.'),
);

const submission = () => ({
  id: z.string(),
  form: z.string(),
  version: z
    .int()
    .min(0)
    .describe('0 for what no form has sent: its `form` is `origin:sales`, `origin:event` …'),
  final: z.boolean(),
  abandoned: z
    .boolean()
    .describe(
      'Not final, with an e-mail address; nobody has touched it for half an hour, or sent its form from that address since.',
    ),
  state: z.enum(ledgerStates).nullable().describe('Null while it is not final.'),
  agreement: z.int().positive().nullable().describe('The version that judged it.'),
  reasons: z.array(z.enum(suspicions)).describe('Why it was put aside; empty for all others.'),
  looked: z
    .enum(['confirmed', 'released'])
    .nullable()
    .describe('What a person has made of one that was put aside.'),
  lookedBy: z.string().nullable(),
  lookedAt: instant().nullable(),
  unchecked: z.array(z.enum(checks)).describe('What the form asks for and nobody could look at.'),
  answers: z.record(z.string(), answer()).describe('By field id.'),
  consent: consentShape()
    .nullable()
    .describe('Null where the form asks for none, and while it is not final.'),
  visit: visitShape(),
  at: instant(),
});

const submissionShape = named('Submission', () => z.strictObject(submission()));

const listedSubmissionShape = named('ListedSubmission', () =>
  z.strictObject({
    ...submission(),
    lead: z.string().nullable().describe('Null where no lead has taken it up.'),
  }),
);

export const leadShape = named('Lead', () =>
  z.strictObject({
    id: z.string(),
    email: z.string(),
    aliases: z
      .array(
        z.strictObject({
          id: z.string().describe('The id it had as a lead of its own; it still leads here.'),
          email: z.string(),
          at: instant().describe('When it was merged.'),
          by: z.string(),
          byName: z.string(),
        }),
      )
      .describe('Other addresses of the same person, the latest first: what comes with them lands here.'),
    name: z.string().describe('As told, else the address.'),
    attributes: z.record(z.string(), answer()).describe('The latest value told, by attribute id.'),
    company: z.strictObject({
      domain: z.string().nullable(),
      name: z.string().describe('As told, else the domain; empty where everybody may have an address.'),
    }),
    score: scoreShape().nullable().describe('Null while no agreement has judged it.'),
    tier: z.string().nullable(),
    stage: z.enum(stages),
    contactedAt: instant().nullable().describe('When sales first spoke to an accepted lead.'),
    amount: z.number().nullable(),
    currency: z.string().nullable(),
    outcomeReason: z.string().nullable().describe('Why it was won or lost.'),
    owner: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
    deadline: instant().nullable(),
    agreement: agreementStamp().nullable(),
    visit: visitFactsShape().describe('The latest visit.'),
    handoffs: z.array(handoffShape()).describe('The latest first.'),
    stages: z.array(
      z.strictObject({
        stage: z.enum([...stages, 'contacted']),
        at: instant(),
        author: z.string(),
        agreement: z.int().positive().nullable(),
        amount: z.number().nullable(),
        currency: z.string().nullable(),
        reason: z.string().nullable(),
        corrected: z.boolean().describe('It took back a mistake.'),
      }),
    ),
    submissions: z.array(submissionShape()).describe('The oldest first.'),
    createdAt: instant(),
    updatedAt: instant().nullable(),
  }),
);

const next = () =>
  z.string().nullable().describe('Pass as `before` for the next page; null on the last one.');

export const leadListShape = named('LeadList', () =>
  z.strictObject({ leads: z.array(leadShape()), next: next() }),
);

export const submissionListShape = named('SubmissionList', () =>
  z.strictObject({ submissions: z.array(listedSubmissionShape()), next: next() }),
);
