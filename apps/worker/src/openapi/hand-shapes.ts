// What the API tells those who work with leads: verdicts, stages, notes, questions, and a lead's timeline.
import * as z from 'zod';
import { salesSteps } from '../desk/hands/stage-steps.ts';
import { ledgerStates } from '../desk/ledger.ts';
import { suspicions } from '../desk/suspicion.ts';
import { deliveryStates } from './delivery-shapes.ts';
import { stages } from './lead-shapes.ts';
import { named } from './operation.ts';
import { scoreCauseShape } from './replay-shapes.ts';

const instant = () => z.iso.datetime();
const author = () =>
  z.string().describe('`person:<e-mail>`, `destination:<id>`, `key:<id>`, `source:<id>`, `owner`.');
const side = () => z.enum(['marketing', 'sales']);

export const givenVerdictShape = named('GivenVerdict', () =>
  z.strictObject({
    handoff: z.string(),
    lead: z.string().nullable(),
    verdict: z.strictObject({
      kind: z.enum(['accepted', 'rejected']),
      by: author(),
      byName: z.string(),
      at: instant(),
      reason: z.string().nullable(),
      note: z.string().nullable(),
    }),
    undoUntil: instant().nullable().describe('Null for all but whoever gave it.'),
  }),
);

export const undoneVerdictShape = named('UndoneVerdict', () =>
  z.strictObject({ handoff: z.string(), verdict: z.null() }),
);

export const stageShape = named('LeadStage', () =>
  z.strictObject({
    lead: z.string(),
    stage: z.enum(stages),
    contactedAt: instant().nullable(),
    amount: z.number().nullable(),
    currency: z.string().nullable(),
    reason: z.string().nullable().describe('Why it was won or lost.'),
    next: z.array(z.enum(salesSteps)).describe('What may follow; anything else is a correction.'),
  }),
);

const saidShape = () => ({
  id: z.string(),
  author: author(),
  authorName: z.string(),
  text: z.string(),
  at: instant(),
});

export const noteShape = named('Note', () =>
  z.strictObject({
    ...saidShape(),
    lead: z.strictObject({ id: z.string(), name: z.string(), company: z.string() }).nullable(),
    to: side().nullable().describe('The side that is asked; null: a note for everybody.'),
    field: z.string().nullable().describe('The attribute or field that it is about.'),
    dueAt: instant().nullable().describe('Until when an answer was agreed on when it was asked.'),
    overdue: z.boolean(),
    age: z
      .strictObject({
        ms: z.int(),
        openMs: z.int().nullable().describe('In the agreement’s hours; null while none is in force.'),
      })
      .nullable()
      .describe('How long it has been, or was, without an answer; null for what is no question.'),
    answeredAt: instant().nullable(),
    answeredBy: z.string().nullable(),
    answers: z.array(z.strictObject(saidShape())).describe('The oldest first.'),
  }),
);

const waitingShape = () => z.strictObject({ waiting: z.int(), overdue: z.int() });

export const questionListShape = named('QuestionList', () =>
  z.strictObject({
    questions: z.array(noteShape()),
    open: z.strictObject({ marketing: waitingShape(), sales: waitingShape() }),
    answerWithin: z
      .strictObject({ marketing: z.string().nullable(), sales: z.string().nullable() })
      .describe('What the agreement in force says, as a business duration; null: nothing.'),
    next: z.string().nullable(),
  }),
);

const event = <Kind extends string, More extends z.core.$ZodLooseShape>(kind: Kind, more: More) =>
  z.strictObject({ id: z.string(), kind: z.literal(kind), at: instant(), ...more });

const touch = () => z.string().nullable();

const timelineEventShape = named('TimelineEvent', () =>
  z.discriminatedUnion('kind', [
    event('visit', {
      url: touch(),
      referrer: touch(),
      referrer_host: touch(),
      page_path: touch(),
      device: touch(),
      utm_source: touch(),
      utm_medium: touch(),
      utm_campaign: touch(),
      utm_term: touch(),
      utm_content: touch(),
    }),
    event('behaviour', {
      path: z.string().nullable(),
      event: z.string().nullable(),
      elsewhere: z.boolean().describe('Reported by another system, not by a browser.'),
    }),
    event('submission', {
      submission: z.string(),
      form: z.string(),
      formName: z.string(),
      version: z.int(),
      state: z.enum(ledgerStates).nullable(),
      answers: z.int().describe('How many.'),
    }),
    event('score', {
      fit: z.int(),
      engagement: z.int(),
      intent: z.int(),
      total: z.int(),
      tier: z.string(),
      agreement: z.int(),
      cause: scoreCauseShape(),
      merged: z.boolean().describe('It is of a lead that has been merged into this one since.'),
    }),
    event('handoff', {
      handoff: z.string(),
      cause: z.string().describe('`routed`, or why it was passed on.'),
      by: author(),
      byName: z.string(),
      owner: z.string(),
      ownerName: z.string(),
      why: z.string(),
      tier: z.string(),
      total: z.int(),
      deadline: instant().nullable(),
    }),
    event('verdict', {
      handoff: z.string(),
      verdict: z.enum(['accepted', 'rejected']),
      by: author(),
      byName: z.string(),
      reason: z.string().nullable(),
      reasonSays: z.string().nullable(),
      blames: z.array(z.string()).describe('The fields that the reason blamed when it was given.'),
      note: z.string().nullable(),
    }),
    event('stage', {
      stage: z.enum([...stages, 'contacted']),
      by: author(),
      byName: z.string(),
      agreement: z.int().nullable(),
      amount: z.number().nullable(),
      currency: z.string().nullable(),
      reason: z.string().nullable(),
      corrected: z.boolean(),
    }),
    event('delivery', {
      delivery: z.string(),
      type: z.string(),
      channel: z.string(),
      to: z.string(),
      state: z.enum(deliveryStates),
      attempts: z.int(),
      settledAt: instant().nullable(),
    }),
    event('note', { note: noteShape() }),
    event('answer', { question: z.string(), by: author(), byName: z.string(), text: z.string() }),
  ]),
);

export const timelineShape = named('Timeline', () =>
  z.strictObject({ events: z.array(timelineEventShape()), next: z.string().nullable() }),
);

const stateCounts = () => z.record(z.enum(ledgerStates), z.int());

const balance = () => ({
  accepted: z.int().describe('Counted when they were accepted, apart from the submissions themselves.'),
  erased: z.int().describe('Of those, of people who have been erased.'),
  states: stateCounts(),
  unknown: z.int().describe('In no state that there is. Anything but 0 is a bug.'),
  balanced: z.boolean().describe('What was accepted is in exactly one state, or erased.'),
});

export const ledgerShape = named('Ledger', () =>
  z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    days: z.array(z.strictObject({ day: z.iso.date(), ...balance() })).describe('The latest first; UTC.'),
    total: z.strictObject(balance()),
  }),
);

export const lookedShape = named('LookedSubmission', () =>
  z.strictObject({
    submission: z.string(),
    state: z.enum(ledgerStates),
    looked: z.enum(['confirmed', 'released']).nullable(),
    lead: z.string().nullable(),
  }),
);

export const trustedShape = named('TrustedList', () =>
  z.strictObject({
    trusted: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['domain', 'email', 'block']),
        value: z
          .string()
          .nullable()
          .describe('Null for a block of addresses, which is known by a hash alone.'),
        reason: z.enum(suspicions).describe('What is no reason any more from there.'),
        submission: z.string().describe('The one that was released.'),
        author: z.string(),
        at: instant(),
      }),
    ),
  }),
);

export const importedLeadsShape = named('ImportedLeads', () =>
  z.strictObject({
    added: z.int().min(0),
    known: z.int().min(0).describe('Rows that were taken before, and changed nothing.'),
    states: z.partialRecord(z.enum(ledgerStates), z.int().positive()).describe('Where the added ones are.'),
    errors: z
      .array(
        z.strictObject({
          line: z.int().positive(),
          attribute: z.string().nullable().describe('Null: it is about the row’s key.'),
          column: z.string().nullable().describe('As the first line names it.'),
          code: z.string(),
          value: z.string().describe('As it stands in the file, shortened.'),
        }),
      )
      .describe('Why rows were not taken; 200 at most.'),
    moreErrors: z.int().min(0),
  }),
);

export const addedLeadShape = named('AddedLead', () =>
  z.strictObject({
    isNew: z.boolean().describe('False: this key was taken before, and nothing has changed.'),
    submission: z.string(),
    state: z.enum(ledgerStates),
    lead: z.string().nullable(),
  }),
);
