// What stands behind a number or a slice of a picture, as the API tells it: the leads that it was made from, each with
// what speaks for or against.
import {
  behindNumber,
  behindSlice,
  sliceText,
  type Behind,
  type BehindView,
  type NumberId,
  type Slice,
  type Texts,
} from '@baton/review';
import { companyName, personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { first, record, text, textOrNull, type Row } from '../sql.ts';
import type { Asked } from './review-desk.ts';

export type BehindPage = { readonly limit: number; readonly offset: number };

/** Leads that were erased since it was counted are left out. */
export function behindView(context: Context, asked: Asked, number: NumberId, page: BehindPage): object {
  return { number, ...told(context, behindNumber(number, asked, asked.period, rangeOf(page))) };
}

/** In the same way, what one bar, row or cell of a picture counts. */
export function behindSliceView(
  context: Context,
  asked: Asked,
  slice: Slice,
  texts: Texts | null,
  page: BehindPage,
): object {
  const around = { staff: { hours: asked.hours, people: asked.staff }, texts };
  return {
    of: sliceText(slice),
    ...told(context, behindSlice(slice, asked, asked.period, around, rangeOf(page))),
  };
}

function rangeOf({ offset, limit }: BehindPage): { readonly from: number; readonly count: number } {
  return { from: offset, count: limit };
}

function told(context: Context, { total, counts, behind }: BehindView): object {
  return { total, counts, leads: behind.flatMap((one) => leadBehind(context, one) ?? []) };
}

function leadBehind(context: Context, behind: Behind): object | null {
  const row = rowOf(context, behind);
  if (row === null) return null;
  const named = { email: text(row, 'email'), attributes: record(row, 'attributes') };
  const owner = textOrNull(row, 'had_by');
  return {
    lead: text(row, 'public_id'),
    name: personName(named),
    company: companyName(named),
    email: named.email,
    owner:
      owner === null
        ? null
        : { email: owner, name: context.documents.all().people.get(owner)?.name ?? owner },
    tier: textOrNull(row, 'in_tier'),
    stage: text(row, 'stage'),
    at: iso(behind.at),
    speaks: behind.speaks,
    says: behind.says,
  };
}

/** Of a handoff, its own owner and tier. */
function rowOf({ parts: { sql } }: Context, { of, row }: Behind): Row | null {
  const columns = 'l.public_id, l.email, l.attributes, l.stage';
  return of === 'handoffs'
    ? first(
        sql,
        `SELECT ${columns}, h.owner AS had_by, h.tier AS in_tier FROM handoffs h JOIN leads l ON l.id = h.lead WHERE h.id = ?`,
        row,
      )
    : first(sql, `SELECT ${columns}, l.owner AS had_by, l.tier AS in_tier FROM leads l WHERE l.id = ?`, row);
}
