// What a browser is answered once its submission is stored.
import * as z from 'zod';
import { named } from './operation.ts';

const shownWords = () => ({ title: z.string().optional(), text: z.string().optional() });
const carried = () =>
  z.record(z.string(), z.string()).optional().describe('Field ids whose answers go along, by parameter.');

const showShape = named('Show', () =>
  z
    .discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('message'), ...shownWords() }),
      z.looseObject({ kind: z.literal('redirect'), url: z.string(), fields: carried() }),
      z.looseObject({
        kind: z.literal('booking'),
        url: z.string(),
        ...shownWords(),
        label: z.string().optional(),
        inline: z.boolean().optional().describe('The calendar stands in the outcome.'),
        fields: carried(),
      }),
      z.looseObject({
        kind: z.literal('download'),
        url: z.string(),
        ...shownWords(),
        label: z.string().optional(),
      }),
    ])
    .describe('What the visitor is shown, as the form’s author wrote it.'),
);

export const replyShape = named('Reply', () =>
  z.strictObject({
    submission: z.string().describe('Its public id.'),
    visitor: z.string().nullable().describe('The token to send along next time.'),
    outcome: z
      .strictObject({ id: z.string(), show: showShape() })
      .nullable()
      .describe('Null while the submission is not final.'),
  }),
);
