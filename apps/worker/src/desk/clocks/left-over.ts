// A lead that nobody could take of those it was meant for: it is with the fallback, in the pool, and the admins are told.
import type { Routed, RoutingCode } from '@baton/agreement';
import { personName } from '../../notify/names.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../leads.ts';
import type { Posted } from '../outbox.ts';
import { alertAdmins } from './alert.ts';

const leftOver: ReadonlySet<RoutingCode> = new Set([
  'fallback_away',
  'fallback_at_capacity',
  'fallback_unknown',
  'fallback_team_unavailable',
]);

/** Whether somebody else was meant, and could not take it. What no rule is for is simply the fallback's. */
export function isLeftOver(code: RoutingCode): boolean {
  return leftOver.has(code);
}

export function alertOfLeftOver(context: Context, lead: Lead, { why, line }: Routed, now: number): Posted[] {
  if (!isLeftOver(why.code)) return [];
  return alertAdmins(
    context,
    {
      kind: 'nobody_available',
      subject: why.params['rule'] ?? why.params['meant'] ?? why.code,
      title: 'A lead found nobody to take it',
      says: `${personName(lead)}: ${line}. Whoever can take it may claim it.`,
      lead,
    },
    now,
  );
}
