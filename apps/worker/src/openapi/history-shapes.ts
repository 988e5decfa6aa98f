// What the API tells of past leads: how an import goes, what the past comes to, what it suggests, and the first thirty days.
import * as z from 'zod';
import { startSteps } from '../desk/history/start-steps.ts';
import { historyMapSchema } from '../desk/history/history-map.ts';
import { named } from './operation.ts';

const instant = () => z.iso.datetime();
const count = () => z.int().min(0);
const interval = () => z.tuple([z.number(), z.number()]).describe('95%.');

const where = () => ({
  line: z.int().positive(),
  attribute: z.string().nullable(),
  column: z.string().nullable().describe('As the first line names it.'),
  code: z.string(),
});

const rowErrorShape = named('HistoryRowError', () =>
  z.strictObject({ ...where(), value: z.string().describe('As it stands there, shortened.') }),
);

const importKeys = () => ({
  id: z.string(),
  name: z.string().describe('Of the file.'),
  digest: z.string().describe('Of the file, as whoever began it told.'),
  state: z.enum(['under_way', 'done', 'taken_back']),
  by: z.string(),
  startedAt: instant(),
  endedAt: instant().nullable(),
  rows: count(),
  next: count().describe('How many rows have been looked at: from where it goes on.'),
  taken: count(),
  known: count().describe('Rows that were taken before, and changed nothing.'),
  bad: count(),
  header: z.array(z.string()),
  map: historyMapSchema,
  errors: z.array(z.strictObject(where())).describe('The first 1,000 reasons why rows were not taken.'),
});

export const historyImportShape = named('HistoryImport', () => z.strictObject(importKeys()));

export const historyImportListShape = named('HistoryImports', () =>
  z.strictObject({ imports: z.array(historyImportShape()).describe('The latest first, twenty at most.') }),
);

export const historyPieceShape = named('HistoryPiece', () =>
  z.strictObject({
    ...importKeys(),
    pieceErrors: z.array(rowErrorShape()).describe('Of rows of this piece that were not looked at before.'),
  }),
);

export const historyCheckShape = named('HistoryCheck', () =>
  z.strictObject({ good: count(), errors: z.array(rowErrorShape()) }),
);

export const takenBackShape = named('HistoryTakenBack', () =>
  z.strictObject({ id: z.string(), left: count().describe('Rows that are still to go: ask again.') }),
);

const share = () => ({
  leads: count(),
  known: count().describe('Of whom it is known what became of them: won, lost, or rejected.'),
  won: count(),
  interval: interval().nullable().describe('Of won among known; null where nothing is known.'),
});

export const baselineShape = named('Baseline', () =>
  z.strictObject({
    ...share(),
    from: instant().nullable(),
    to: instant().nullable(),
    sources: z.array(z.strictObject({ source: z.string().nullable(), ...share() })),
    segments: z.array(
      z.strictObject({
        attribute: z.string(),
        label: z.string(),
        values: z.array(z.strictObject({ value: z.string(), label: z.string(), ...share() })),
      }),
    ),
    months: z.array(z.strictObject({ month: z.string().describe('`2025-03`'), ...share() })),
    acceptance: z
      .strictObject({ known: count(), accepted: count(), interval: interval().nullable() })
      .nullable()
      .describe('Null: no table told of verdicts.'),
    followUp: z
      .strictObject({ known: count(), medianMilliseconds: count() })
      .nullable()
      .describe('From the handoff until somebody answered; null: no table told.'),
    reasons: z.array(z.strictObject({ reason: z.string(), count: count() })).describe('Of rejections.'),
  }),
);

const precision = () =>
  z.strictObject({
    from: z.int(),
    precision: z.number(),
    interval: interval(),
    recall: z.number(),
    share: z.number(),
  });

const read = () => ({
  every: z.int().positive().describe('Every so-manieth past lead was read.'),
  known: count(),
  won: count(),
  interval: interval().nullable(),
});

export const findingsShape = named('HistoryFindings', () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('scorecard'),
      ...read(),
      rules: z.array(
        z.strictObject({
          id: z.string(),
          says: z.string(),
          dimension: z.enum(['fit', 'engagement', 'intent']),
          points: z.int(),
          interval: interval(),
          when: z.record(z.string(), z.unknown()).describe('A condition.'),
          leads: count(),
          won: count(),
        }),
      ),
      max: z.strictObject({ fit: count(), engagement: count(), intent: count() }),
      heldBack: z
        .strictObject({
          rows: count(),
          won: count(),
          auc: z.number().nullable(),
          interval: interval().nullable(),
          lift20: z.number().nullable(),
        })
        .describe('How well it tells won from lost, on leads that it has not seen.'),
      threshold: precision().nullable(),
      hot: precision().nullable(),
    }),
    z.strictObject({
      kind: z.literal('segments'),
      ...read(),
      why: z.enum(['too_few', 'no_evidence']),
      least: z.strictObject({ each: count(), all: count() }).nullable(),
      segments: z
        .array(
          z.strictObject({
            attribute: z.string(),
            value: z.union([z.string(), z.boolean(), z.number()]),
            label: z.string(),
            known: count(),
            won: count(),
            interval: interval().nullable(),
          }),
        )
        .describe('Won more often than the others, beyond chance; the surest first.'),
    }),
  ]),
);

export const firstDaysShape = named('FirstDays', () =>
  z.strictObject({
    begunAt: instant().nullable(),
    day: z.int().positive().describe('Which day it is, the first being 1.'),
    steps: z.array(z.strictObject({ step: z.enum(startSteps), done: z.boolean(), at: instant().nullable() })),
  }),
);
