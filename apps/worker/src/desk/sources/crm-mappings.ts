// Where a CRM's report says whose lead it is, which stage it is in and what it is worth; and what a CRM calls each of our
// steps. Ready for HubSpot, Salesforce and Pipedrive by their own field names; a source may say otherwise.
import * as z from 'zod';
import { salesSteps, type SalesStep } from '../hands/stage-steps.ts';

export const sourceKinds = ['hubspot', 'salesforce', 'pipedrive', 'custom'] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** A path into the report, such as `properties.dealstage`, or several: the first that leads somewhere counts. */
const paths = z
  .union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(10)])
  .transform((given) => (typeof given === 'string' ? [given] : given));

export const mappingSchema = z.strictObject({
  reports: z
    .string()
    .max(200)
    .optional()
    .describe('Where a list of reports stands; absent: the body is one, or a list.'),
  lead: paths.optional().describe('Baton’s own id of the lead, `lead_…`.'),
  email: paths.optional(),
  stage: paths.optional(),
  amount: paths.optional(),
  currency: paths.optional(),
  reason: paths.optional().describe('Why it was lost or won.'),
  defaultCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'not_a_currency')
    .optional(),
  stages: z
    .record(z.string().min(1).max(200), z.enum(salesSteps))
    .refine((stages) => Object.keys(stages).length <= 200, 'too_many')
    .optional()
    .describe('What the CRM calls each step; without regard to case.'),
});

export type GivenMapping = z.infer<typeof mappingSchema>;

export type Mapping = {
  readonly reports: string | null;
  readonly lead: readonly string[];
  readonly email: readonly string[];
  readonly stage: readonly string[];
  readonly amount: readonly string[];
  readonly currency: readonly string[];
  readonly reason: readonly string[];
  readonly defaultCurrency: string | null;
  /** By the CRM's name, as {@link stageKey} writes it. */
  readonly stages: ReadonlyMap<string, SalesStep>;
};

const ready: Readonly<Record<SourceKind, GivenMapping>> = {
  // Properties of contacts and deals (https://knowledge.hubspot.com/crm-deals/hubspots-default-deal-properties), plain as the
  // API has them or with a `value` as workflows may send them; the internal names of the default pipeline, and of the
  // eight lead statuses those that say how far sales has come.
  hubspot: {
    lead: ['properties.baton_lead_id', 'properties.baton_lead_id.value'],
    email: ['properties.email', 'properties.email.value', 'contact.properties.email', 'email'],
    stage: [
      'properties.dealstage',
      'properties.dealstage.value',
      'properties.hs_lead_status',
      'properties.hs_lead_status.value',
      'properties.lifecyclestage',
      'properties.lifecyclestage.value',
    ],
    amount: ['properties.amount', 'properties.amount.value'],
    currency: ['properties.deal_currency_code', 'properties.deal_currency_code.value'],
    reason: [
      'properties.closed_lost_reason',
      'properties.closed_lost_reason.value',
      'properties.closed_won_reason',
      'properties.closed_won_reason.value',
    ],
    stages: {
      IN_PROGRESS: 'contacted',
      CONNECTED: 'contacted',
      ATTEMPTED_TO_CONTACT: 'contacted',
      OPEN_DEAL: 'opportunity',
      UNQUALIFIED: 'lost',
      salesqualifiedlead: 'sql',
      opportunity: 'opportunity',
      customer: 'won',
      appointmentscheduled: 'sql',
      qualifiedtobuy: 'opportunity',
      presentationscheduled: 'opportunity',
      decisionmakerboughtin: 'opportunity',
      contractsent: 'opportunity',
      closedwon: 'won',
      closedlost: 'lost',
    },
  },
  // The standard fields of Lead and Opportunity, and the values that they come with. There is no standard field for why an
  // opportunity was lost: these two are what such a field is often called.
  // https://developer.salesforce.com/docs/platform/field-reference/references/field-reference/salesforce-field-reference-opportunity.html
  salesforce: {
    lead: ['Baton_Lead_Id__c'],
    email: ['Email', 'Contact.Email'],
    stage: ['StageName', 'Status'],
    amount: ['Amount'],
    currency: ['CurrencyIsoCode'],
    reason: ['Loss_Reason__c', 'Closed_Lost_Reason__c'],
    stages: {
      'Working - Contacted': 'contacted',
      'Closed - Converted': 'sql',
      'Closed - Not Converted': 'lost',
      // As smaller editions begin: New, Working, Nurturing, Unqualified, Qualified.
      Working: 'contacted',
      Qualified: 'sql',
      Unqualified: 'lost',
      Prospecting: 'sql',
      Qualification: 'sql',
      'Needs Analysis': 'opportunity',
      'Value Proposition': 'opportunity',
      'Id. Decision Makers': 'opportunity',
      'Perception Analysis': 'opportunity',
      'Proposal/Price Quote': 'opportunity',
      'Negotiation/Review': 'opportunity',
      'Closed Won': 'won',
      'Closed Lost': 'lost',
    },
  },
  // A deal in webhooks of version 2 (`data`) and 1 (`current`), or as the API answers with it. Its stages are numbers of the
  // account's own; its status is everybody's. A deal has its person by number alone: whose address it is, is added by whoever
  // reports, as API version 2 (`emails`) or 1 (`email`) has it.
  // https://pipedrive.readme.io/docs/webhooks-v2-migration-guide
  pipedrive: {
    lead: ['data.baton_lead_id', 'current.baton_lead_id', 'baton_lead_id'],
    email: [
      'data.person.emails.0.value',
      'data.person.email.0.value',
      'data.person_id.email.0.value',
      'data.email',
      'person.emails.0.value',
      'person.email.0.value',
      'person_id.email.0.value',
      'email',
    ],
    stage: ['data.status', 'current.status', 'status', 'data.stage_id', 'current.stage_id', 'stage_id'],
    amount: ['data.value', 'current.value', 'value'],
    currency: ['data.currency', 'current.currency', 'currency'],
    reason: ['data.lost_reason', 'current.lost_reason', 'lost_reason'],
    stages: { won: 'won', lost: 'lost' },
  },
  custom: {
    lead: ['lead'],
    email: ['email'],
    stage: ['stage'],
    amount: ['amount'],
    currency: ['currency'],
    reason: ['reason'],
    stages: Object.fromEntries(salesSteps.map((step) => [step, step])),
  },
};

/** The ready mapping of a CRM with what the source says otherwise; the names of stages are added to the ready ones. */
export function mappingOf(kind: SourceKind, given: GivenMapping): Mapping {
  const merged = { ...ready[kind], ...given };
  const stages = { ...ready[kind].stages, ...given.stages };
  return {
    reports: merged.reports ?? null,
    lead: merged.lead ?? [],
    email: merged.email ?? [],
    stage: merged.stage ?? [],
    amount: merged.amount ?? [],
    currency: merged.currency ?? [],
    reason: merged.reason ?? [],
    defaultCurrency: merged.defaultCurrency ?? null,
    stages: new Map(Object.entries(stages).map(([name, step]) => [stageKey(name), step])),
  };
}

/** How names of stages are compared. */
export function stageKey(name: string): string {
  return name.trim().toLowerCase();
}
