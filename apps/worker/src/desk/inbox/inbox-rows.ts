// A row of the inbox: what one must know of a lead to choose what to do next.
import { companyName, personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import { iso } from '../instants.ts';
import { first, number, numberOrNull, record, text, textOrNull, type Row } from '../sql.ts';
import { placeText, type Found } from './find-rows.ts';

export function inboxRow(context: Context, { id, by }: Found): object | null {
  const row = first(
    context.parts.sql,
    `SELECT l.*, h.public_id AS handoff_id, h.at AS handed_at, h.delivered_at, h.deadline, h.deadline_in_force
     FROM leads l LEFT JOIN handoffs h ON h.id = l.handoff WHERE l.id = ?`,
    id,
  );
  if (row === null) return null;
  const named = { email: text(row, 'email'), attributes: record(row, 'attributes') };
  const owner = textOrNull(row, 'owner');
  return {
    id: text(row, 'public_id'),
    place: placeText(by, text(row, 'public_id')),
    name: personName(named),
    company: companyName(named),
    email: named.email,
    tier: textOrNull(row, 'tier'),
    total: numberOrNull(row, 'total'),
    stage: text(row, 'stage'),
    contacted: numberOrNull(row, 'contacted_at') !== null,
    rejected: text(row, 'stage') === 'lead' && numberOrNull(row, 'rejected_at') !== null,
    owner:
      owner === null
        ? null
        : { email: owner, name: context.documents.all().people.get(owner)?.name ?? owner },
    handoff: handoffOf(row),
    source: textOrNull(row, 'source'),
    forms: text(row, 'forms').split(' ').filter(Boolean),
    state: textOrNull(row, 'ledger'),
    createdAt: iso(number(row, 'created_at')),
  };
}

/** The open one, with the clock that its owner's answer is measured by. */
function handoffOf(row: Row): object | null {
  const id = textOrNull(row, 'handoff_id');
  if (id === null) return null;
  const inForce = numberOrNull(row, 'deadline_in_force');
  return {
    id,
    since: iso(numberOrNull(row, 'delivered_at') ?? number(row, 'handed_at')),
    deadline: iso(inForce ?? numberOrNull(row, 'deadline')),
    running: inForce !== null,
  };
}
