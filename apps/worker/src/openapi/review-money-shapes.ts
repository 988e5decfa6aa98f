// What the API tells of money: what channels brought, and what was spent on them.
import { attributionModels, channelKinds, influences } from '@baton/review';
import * as z from 'zod';
import { named } from './operation.ts';
import { askedShape } from './review-shapes.ts';

const amounts = () => z.record(z.string(), z.number()).describe('By currency; empty: none is known.');

const counts = () => ({
  leads: z.number(),
  qualified: z.number(),
  opportunities: z.number(),
  customers: z.number(),
});

const moneyRow = () => ({
  ...counts(),
  pipeline: amounts().describe('What the opportunities are worth, as sales said last, by currency.'),
  revenue: amounts(),
  spend: amounts(),
  costPer: z
    .strictObject({ leads: amounts(), qualified: amounts(), opportunities: amounts(), customers: amounts() })
    .describe('What one of each cost; empty where nothing was spent or nothing came.'),
  revenuePerLead: amounts(),
});

export const reviewMoneyShape = named('ReviewMoney', () =>
  z.strictObject({
    ...askedShape(),
    model: z.enum(attributionModels),
    channel: z.enum(channelKinds),
    channels: z
      .array(z.strictObject({ name: z.string().describe('Empty: not known.'), ...moneyRow() }))
      .describe('In thousandths of a lead, so that they add up to the total exactly.'),
    total: z.strictObject(moneyRow()),
    influence: z.array(
      z.strictObject({
        id: z.enum(influences),
        opportunities: z.int(),
        customers: z.int(),
        pipeline: amounts(),
        revenue: amounts(),
      }),
    ),
  }),
);

export const spendRowShape = () =>
  z.strictObject({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not_a_month')
      .describe('Such as `2026-11`.'),
    source: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(100)
      .describe('As leads are told apart by it: `google`, `linkedin`, `news.example`.'),
    currency: z
      .string()
      .trim()
      .regex(/^[A-Za-z]{3}$/, 'not_a_currency')
      .toUpperCase()
      .describe('Three letters (ISO 4217).'),
    amount: z.number().min(0).max(1e9).describe('Nothing takes the row away.'),
  });

export const spendShape = named('Spend', () => z.strictObject({ rows: z.array(spendRowShape()) }));
