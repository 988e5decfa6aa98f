// What the API shows of who has which lead, and of people who are away or leave.
import * as z from 'zod';
import { breachShape } from './lead-shapes.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const somebody = () => z.strictObject({ email: z.string(), name: z.string() });
const lead = () => ({ lead: z.string(), name: z.string(), company: z.string(), stage: z.string() });

export const ownerShape = named('LeadOwner', () =>
  z.strictObject({
    lead: z.string(),
    name: z.string(),
    owner: somebody().nullable(),
    from: somebody().nullable().describe('Who had the handoff before.'),
    handoff: z.string().nullable().describe('The open one.'),
    why: z.string().nullable(),
    deadline: instant().nullable().describe('Counted anew once the new owner has been reached.'),
  }),
);

export const reasonShape = named('BreachReason', () =>
  z.strictObject({ handoff: z.string(), breach: breachShape().nullable() }),
);

const absence = () => z.strictObject({ from: z.iso.date(), to: z.iso.date() });

export const awayShape = named('Away', () =>
  z.strictObject({
    person: somebody(),
    away: z.array(absence()).describe('Days of the agreement’s time zone, both included.'),
    openHandoffs: z.int().describe('What waits for them all the same, until it is handed on.'),
  }),
);

const namedShape = () =>
  z
    .strictObject({
      version: z.int().positive(),
      fallback: z.boolean(),
      rules: z.array(z.string()).describe('Routing rules that name them.'),
      escalations: z.array(z.string()).describe('At how much of the follow-up time they are told.'),
      signs: z.array(z.enum(['marketing', 'sales'])).describe('The parties that they sign for.'),
      says: z.string(),
    })
    .nullable()
    .describe('Where the agreement in force names them. It changes only by a proposal that both sides sign.');

export const holdsShape = named('Holds', () =>
  z.strictObject({
    person: somebody(),
    handoffs: z.strictObject({
      count: z.int(),
      list: z.array(
        z.strictObject({ id: z.string(), tier: z.string(), deadline: instant().nullable(), ...lead() }),
      ),
    }),
    leads: z
      .strictObject({ count: z.int(), list: z.array(z.strictObject(lead())) })
      .describe('Theirs, with no handoff that waits.'),
    companies: z.strictObject({ count: z.int(), list: z.array(z.string()) }),
    teams: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    questions: z.int().describe('That they have asked and nobody has answered.'),
    agreement: namedShape(),
  }),
);

export const handedOnShape = named('HandedOn', () =>
  z.strictObject({
    to: somebody(),
    moved: z.strictObject({ handoffs: z.int(), leads: z.int(), companies: z.int(), teams: z.int() }),
    agreement: namedShape(),
  }),
);
