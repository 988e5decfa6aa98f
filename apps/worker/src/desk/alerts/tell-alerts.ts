// Tells of alerts: people by mail, destinations that ask for them in their own form. At most five a day; what is found
// beyond those is told together the next day. What is muted is told to nobody, and kept.
import { alertSays, alertTitle } from '@baton/review/alerts';
import { watchNotice, type ToldAlert } from '../../notify/watch-notice.ts';
import { mailBody } from '../../notify/mail-message.ts';
import { addressesOf } from '../admins.ts';
import type { Context } from '../context.ts';
import { destinationsFor, parcelFor } from '../destinations.ts';
import { iso } from '../instants.ts';
import type { Posted } from '../outbox.ts';
import { first, number } from '../sql.ts';
import { isMuted, markTold, mutesOf, openAlerts, type AlertRow } from './alert-rows.ts';
import { reviewSettings } from './alert-settings.ts';
import type { ReviewLinks } from './review-links.ts';

const day = 86_400_000;
/** Alerts of one day that are told one by one; those beyond are told together. */
const mostADay = 5;

/** Inside the transaction that has found them. */
export function tellAlerts(context: Context, links: ReviewLinks, now: number): Posted[] {
  const { sql } = context.parts;
  const mutes = mutesOf(sql, now);
  const untold = openAlerts(sql).filter((alert) => alert.toldAt === null && !isMuted(mutes, alert));
  if (untold.length === 0) return [];
  const told = first(sql, `SELECT count(*) AS many FROM review_alerts WHERE told_at > ?`, now - day);
  const left = mostADay - (told === null ? 0 : number(told, 'many'));
  if (left <= 0) return [];
  markTold(
    sql,
    untold.map(({ id }) => id),
    now,
  );
  const groups = untold.length <= left ? untold.map((alert) => [alert]) : [untold];
  return groups.flatMap((alerts) => tellOne(context, links, alerts, now));
}

function tellOne(context: Context, links: ReviewLinks, alerts: readonly AlertRow[], now: number): Posted[] {
  const { parts, documents, outbox } = context;
  const told = alerts.map((alert) => toldAlert(context, alert));
  const about = { lead: null, handoff: null, submission: null };
  const noticeFor = (holder: string) => {
    const [only] = alerts.length === 1 ? alerts : [];
    const mute = only === undefined ? null : links.link({ act: 'mute', subject: only.publicId, holder }, now);
    return watchNotice({ alerts: told, open: `${parts.settings.url}/review/alerts`, mute });
  };
  const { alerts: settings } = reviewSettings(parts.sql);
  const readers = parts.settings.mail ? addressesOf(context, settings.to) : [];
  const mails = readers.map((email) =>
    outbox.post(
      {
        ...about,
        type: 'review.alert',
        channel: 'email',
        destination: null,
        target: email,
        body: () => mailBody(noticeFor(`person:${email}`)),
      },
      now,
    ),
  );
  const others = destinationsFor(documents, 'review.alert', null).map((destination) =>
    outbox.post(
      parcelFor(destination, 'review.alert', about, {
        event: () =>
          JSON.stringify({
            type: 'review.alert',
            timestamp: iso(now),
            data: { alerts: alerts.map((alert, index) => ({ id: alert.publicId, ...told[index] })) },
          }),
        notice: () => noticeFor(`destination:${destination.id}`),
      }),
      now,
    ),
  );
  return [...mails, ...others];
}

function toldAlert({ documents }: Context, { form, what, evidence }: AlertRow): ToldAlert {
  const name = documents.published(form)?.form.name ?? form;
  return { form, what, title: alertTitle(name, what, evidence), says: alertSays(evidence), evidence };
}
