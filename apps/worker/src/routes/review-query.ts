// What every question of the review can be narrowed down to, as addresses say it: a period of whole days, leads or
// companies, and any words of any dimension. A dimension that is named twice takes either.
import { dimensions, type Filter } from '@baton/review';
import { schemaIssues } from '@baton/schema';
import * as z from 'zod';
import { problemResponse } from '../problem.ts';
import type { ReviewQuery } from '../desk/review/review-desk.ts';

const words = (says: string) =>
  z
    .union([z.string().max(200), z.array(z.string().max(200)).max(50)])
    .optional()
    .describe(`${says} Several: any of them. Empty: not known.`);

export const reviewQuerySchema = z.object({
  from: z.iso
    .date('not_a_date')
    .optional()
    .describe('The first day, in the agreement’s time zone; thirty days before the last.'),
  to: z.iso.date('not_a_date').optional().describe('The last day; today.'),
  by: z.enum(['lead', 'company']).default('lead').describe('What is counted.'),
  form: words('Forms, by id; the one a lead came by.'),
  version: words('Versions, as `form@version`.'),
  source: words('The campaign’s source, else the website that led here, else `direct`.'),
  medium: words('The campaign’s medium.'),
  campaign: words('Campaigns.'),
  tier: words('Tiers at the handoff.'),
  person: words('Owners, by address.'),
  team: words('Teams, by id: any of their people.'),
  country: words('Countries of the first visit, as two letters.'),
  account: words('Lists of target accounts that the company is on.'),
});

type Asked =
  | { readonly ok: true; readonly value: ReviewQuery }
  | { readonly ok: false; readonly refusal: Response };

/** The address's query by its schema; what it does not know is ignored. */
export function readReviewQuery(url: string): Asked {
  const read = reviewQuerySchema.safeParse(manyOf(url), { reportInput: true });
  if (read.success) return { ok: true, value: reviewQueryOf(read.data) };
  const issues = schemaIssues(read.error, ['query']);
  return { ok: false, refusal: problemResponse({ kind: 'invalid', issues }) };
}

function reviewQueryOf({ from, to, by, team, ...named }: z.infer<typeof reviewQuerySchema>): ReviewQuery {
  const given = new Map(Object.entries(named));
  const filter: Filter = Object.fromEntries(
    dimensions.flatMap((dimension) => {
      const wanted = several(given.get(dimension));
      return wanted.length === 0 ? [] : [[dimension, wanted]];
    }),
  );
  return { from: from ?? null, to: to ?? null, by, filter, team: several(team) };
}

function several(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** What stands in an address's query twice is a list. */
function manyOf(url: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url).searchParams) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  return found;
}
