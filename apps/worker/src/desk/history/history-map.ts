// What the columns of a table of past leads mean: who they were, whence they came, what became of them and when. Columns
// that nothing here names are not read.
import { dateStyles } from '@baton/workspace/cell-instant';
import * as z from 'zod';

/** What became of a past lead, from never having been with sales to won or lost. */
export const pastSteps = [
  'lead',
  'handed_off',
  'accepted',
  'rejected',
  'contacted',
  'sql',
  'opportunity',
  'won',
  'lost',
] as const;

export type PastStep = (typeof pastSteps)[number];

/** Instants that a table may tell. `closed` is when a lead was won or lost, whichever it was. */
export const pastTimes = [
  'created',
  'handed_off',
  'accepted',
  'rejected',
  'contacted',
  'sql',
  'opportunity',
  'won',
  'lost',
  'closed',
] as const;

export type PastTime = (typeof pastTimes)[number];

const column = z.string().trim().min(1).max(1000);
const texts = <T extends z.ZodType>(value: T) => z.record(z.string().max(1000), value);

export const historyMapSchema = z.strictObject({
  attributes: z
    .record(
      z.string(),
      z.union([
        column,
        z.strictObject({
          column,
          values: texts(
            z.union([z.string().max(1000), z.number(), z.boolean(), z.array(z.string()), z.null()]),
          )
            .optional()
            .describe('What texts stand for, where they do not say it themselves; null: nothing.'),
        }),
      ]),
    )
    .describe('By attribute id, the e-mail address among them, the column that says it.'),
  outcome: z
    .strictObject({
      column,
      values: texts(z.enum(pastSteps).nullable()).optional().describe('null: it says nothing.'),
    })
    .nullish()
    .describe('The column that says what became of a lead.'),
  times: z
    .partialRecord(z.enum(pastTimes), column)
    .default({})
    .describe('By what happened, the column of its instant.'),
  dates: z
    .enum(dateStyles)
    .default('iso')
    .describe('Which number of a day comes first, where it is not the year.'),
  day: z.iso.date('not_a_date').nullish().describe('When leads came of which no column says it, UTC.'),
  reason: column.nullish().describe('Why it was rejected, lost or won.'),
  source: column.nullish(),
  medium: column.nullish(),
  campaign: column.nullish(),
  owner: column.nullish().describe('Who had it, by e-mail or by name.'),
  owners: texts(z.string().max(320))
    .nullish()
    .describe('By what stands there, the e-mail of one of the people.'),
  amount: column.nullish(),
  currency: column.nullish(),
  key: column.nullish().describe('The column that tells rows apart. Without one, all cells of a row do.'),
});

export type HistoryMap = z.infer<typeof historyMapSchema>;
