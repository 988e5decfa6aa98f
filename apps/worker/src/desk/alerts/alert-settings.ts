// Who is told of alerts, and who gets the weekly report and when: the workspace's own settings.
import { first, text, type Sql } from '../sql.ts';
import * as z from 'zod';

const toldParties = ['admin', 'marketing', 'sales'] as const;

export const reviewSettingsSchema = z.strictObject({
  alerts: z.strictObject({
    to: z
      .array(z.enum(toldParties))
      .max(3)
      .describe('People of these sides get alerts by mail; of none: nobody.'),
  }),
  report: z.strictObject({
    to: z
      .array(z.enum(toldParties))
      .max(3)
      .describe('People of these sides get the weekly report; of none: nobody.'),
    weekday: z.int().min(1).max(7).describe('The day on which it comes, at the opening hour; 1 is Monday.'),
    stopped: z.array(z.string().max(254)).max(1000).describe('People who do not want it.'),
  }),
});

export type ReviewSettings = z.infer<typeof reviewSettingsSchema>;

const usual: ReviewSettings = {
  alerts: { to: ['admin', 'marketing'] },
  report: { to: ['marketing', 'sales'], weekday: 1, stopped: [] },
};

export function reviewSettings(sql: Sql): ReviewSettings {
  const row = first(sql, `SELECT value FROM facts WHERE key = 'review_settings'`);
  return row === null ? usual : reviewSettingsSchema.parse(JSON.parse(text(row, 'value')));
}

export function keepReviewSettings(sql: Sql, settings: ReviewSettings): void {
  sql.run(
    `INSERT INTO facts (key, value) VALUES ('review_settings', ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    JSON.stringify(settings),
  );
}
