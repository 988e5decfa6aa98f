// Destinations and deliveries in plain words: what goes there, how it is doing, and why a try failed with what to do.
import type { DeliveryList, DestinationList } from '@baton/worker/api-types';
import type { Tone } from '../parts/state.tsx';

export type Destination = DestinationList['destinations'][number];
export type Delivery = DeliveryList['deliveries'][number];
export type Kind = Destination['kind'];
export type EventType = Destination['on'][number];

export const kinds = ['webhook', 'slack', 'teams', 'email'] as const satisfies readonly Kind[];

export const eventTypes = [
  'lead.handed_off',
  'lead.received',
  'lead.accepted',
  'lead.rejected',
  'lead.stage_changed',
  'handoff.breached',
  'handoff.reassigned',
  'review.alert',
] as const satisfies readonly EventType[];

export const kindNames: Readonly<Record<Kind, string>> = {
  webhook: 'Webhook',
  email: 'E-mail',
  slack: 'Slack',
  teams: 'Microsoft Teams',
};

/** What happens, as somebody chooses it. */
export const eventNames: Readonly<Record<EventType, string>> = {
  'lead.handed_off': 'A lead is handed off',
  'lead.received': 'A submission comes in',
  'lead.accepted': 'A lead is accepted',
  'lead.rejected': 'A lead is rejected',
  'lead.stage_changed': 'A lead changes its stage',
  'handoff.breached': 'A deadline is missed',
  'handoff.reassigned': 'A lead goes to somebody else',
  'review.alert': 'A form drops or goes silent',
};

const eventShort: Readonly<Record<EventType, string>> = {
  'lead.handed_off': 'handoffs',
  'lead.received': 'submissions',
  'lead.accepted': 'accepted leads',
  'lead.rejected': 'rejected leads',
  'lead.stage_changed': 'changes of stage',
  'handoff.breached': 'missed deadlines',
  'handoff.reassigned': 'reassigned leads',
  'review.alert': 'alerts',
};

/** What a notification tells of, by its type; it may be of a kind that is not known here yet. */
export const happened: Readonly<Record<string, string>> = {
  'lead.handed_off': 'Handed off',
  'lead.received': 'Came in',
  'lead.accepted': 'Accepted',
  'lead.rejected': 'Rejected',
  'lead.stage_changed': 'Another stage',
  'handoff.breached': 'Deadline missed',
  'handoff.reassigned': 'Reassigned',
  'review.alert': 'Alert',
  'review.report': 'Weekly report',
};

/** "Handoffs and rejected leads, hot alone". */
export function whatInWords({ on, tiers }: Pick<Destination, 'on' | 'tiers'>): string {
  const what = listed(on.map((event) => eventShort[event]));
  const of = tiers.length === 0 ? '' : `, of ${listed(tiers)}`;
  return what === '' ? 'Nothing' : `${what[0]?.toUpperCase() ?? ''}${what.slice(1)}${of}`;
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

export type Status = { readonly tone: Tone; readonly word: string; readonly says: string | null };

/** The most pressing thing there is to know of a destination. */
export function statusInWords(one: Destination, agoInWords: (at: string) => string): Status {
  const waiting = one.waiting > 0 ? ` ${count(one.waiting, 'delivery waits', 'deliveries wait')}.` : '';
  if (one.pausedAt !== null)
    return {
      tone: 'warn',
      word: 'Paused',
      says: `Somebody paused it ${agoInWords(one.pausedAt)}.${waiting}`,
    };
  if (one.disabledAt !== null) {
    const says = `It said ${agoInWords(one.disabledAt)} never to come back (410). Saving it anew, changed, or sending a delivery again opens it.`;
    return { tone: 'bad', word: 'Stopped', says };
  }
  if (one.refused !== null) return { tone: 'bad', word: 'Refused', says: failureInWords(one.refused, null) };
  if (one.failing !== null) {
    const { since, failures } = one.failing;
    const says = `${count(failures, 'try has', 'tries have')} failed; the first ${agoInWords(since)}.${waiting}`;
    return { tone: 'bad', word: 'Failing', says };
  }
  if (one.waiting > 0) return { tone: 'neutral', word: 'On its way', says: waiting.trim() };
  if (one.recent.length === 0) return { tone: 'neutral', word: 'Not used yet', says: null };
  const [last] = one.recent;
  if (last !== undefined && (last.state === 'dead' || last.state === 'disabled')) {
    return { tone: 'bad', word: 'Failing', says: `The last one was given up ${agoInWords(last.at)}.` };
  }
  return { tone: 'good', word: 'Working', says: null };
}

function count(many: number, one: string, more: string): string {
  return `${many.toLocaleString('en')} ${many === 1 ? one : more}`;
}

export const stateNames: Readonly<Record<Delivery['state'], { readonly tone: Tone; readonly word: string }>> =
  {
    waiting: { tone: 'accent', word: 'On its way' },
    delivered: { tone: 'good', word: 'Delivered' },
    dead: { tone: 'bad', word: 'Given up' },
    disabled: { tone: 'bad', word: 'Stopped' },
  };

const failures: Readonly<Record<string, string>> = {
  bad_url: 'The address cannot be read.',
  bad_scheme: 'Only http and https can be called.',
  credentials_in_url: 'The address holds a user or password; it is not called.',
  port_refused: 'Only the ports 80, 443, 8080 and 8443 are called.',
  private_address: 'The address leads into a private network; only public ones are called.',
  address_refused: 'The address leads into a private network, or nothing may go there.',
  redirect_refused: 'It answered with a redirect. Put the final address here.',
  timeout: 'Nothing readable came back within ten seconds.',
  reply_too_large: 'The answer was larger than 64 KiB.',
  reply_unreadable: 'The answer broke off or could not be read.',
  unknown_host: 'No server has this name.',
  tls_failed: 'The connection could not be made secure; look at its certificate.',
  connection_failed: 'No connection came about.',
  gone: 'It said never to come back (410).',
  destination_removed: 'The destination was removed.',
  destination_disabled: 'The destination is stopped.',
  internal_error: 'Something broke on Baton’s side; it is in the log.',
  mail_not_set_up: 'No mail is set up. Whoever runs Baton sets BATON_SMTP or BATON_RESEND_KEY.',
  mail_refused: 'The mail server refused this recipient for good.',
  mail_service_unreachable: 'The mail server could not be reached.',
  smtp_login_failed: 'The mail server refused the user or password.',
  bad_sender: 'The sender’s address (BATON_MAIL_FROM) is refused.',
  bad_address: 'The recipient’s address cannot be read.',
  slack_not_ok: 'Slack answered, and not with its “ok”.',
  slack_no_service: 'Slack no longer knows this webhook. Make a new one in Slack.',
  slack_invalid_token: 'Slack no longer knows this webhook. Make a new one in Slack.',
  slack_channel_is_archived: 'The channel is archived.',
  slack_channel_not_found: 'The channel is gone.',
  teams_not_delivered: 'Teams took the message and did not deliver it.',
};

/** Why a try failed, in a sentence; codes without one are told as they are. */
export function failureInWords(code: string, status: number | null): string {
  const known = failures[code];
  if (known !== undefined) return known;
  const http = /^http_(\d{3})$/.exec(code)?.[1];
  if (http === '401' || http === '403') return `It answered ${http}: it does not let Baton in.`;
  if (http === '404') return 'It answered 404: there is nothing at this address.';
  if (http === '429') return 'It answered 429: too much at once. It is tried again when it asks for it.';
  if (http !== undefined) return `It answered ${http}.`;
  const from = /^(smtp|slack|resend|cloudflare)_(.+)$/.exec(code);
  if (from !== null) {
    const [, who = '', what = ''] = from;
    return `${who === 'smtp' ? 'The mail server' : `${who[0]?.toUpperCase() ?? ''}${who.slice(1)}`} said: ${what.replaceAll('_', ' ')}.`;
  }
  return status === null ? `It failed: ${code}.` : `It answered ${status} (${code}).`;
}
