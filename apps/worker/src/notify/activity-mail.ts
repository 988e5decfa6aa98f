// The mail that tells an owner what a lead in their hands did next. It answers the first one, so that mail readers
// keep them together; it asks for nothing.
import type { Judgement } from '@baton/agreement';
import { html, type Markup } from '@baton/page/markup';
import type { Catalogue } from '@baton/rules';
import type { Mail } from '../channels/mail.ts';
import type { Lead } from '../desk/leads.ts';
import { companyName, personName, valueInWords } from './names.ts';

export type Activity = {
  readonly lead: Lead;
  readonly judgement: Judgement | null;
  readonly catalogue: Catalogue;
  readonly form: string;
  /** What they told, by attribute id. */
  readonly told: Readonly<Record<string, unknown>>;
  /** The delivery that handed the lead over, when there was one. */
  readonly answers: string | null;
  readonly open: string | null;
};

export function activityMail(activity: Activity): Mail {
  const { lead, judgement, catalogue } = activity;
  const who = personName(lead);
  const company = companyName(lead);
  const title = `${who}${company === '' ? '' : `, ${company}`}: sent “${activity.form}”`;
  const score =
    judgement === null ? null : `Now ${judgement.tier.toUpperCase()}, ${judgement.score.total} points.`;
  const lines = Object.entries(activity.told).map(
    ([id, value]) => [catalogue.get(id)?.label ?? id, valueInWords(catalogue, id, value)] as const,
  );
  const text = [
    `${who} is in your hands and has just sent “${activity.form}” again.`,
    ...(score === null ? [] : [score]),
    '',
    ...lines.map(([label, value]) => `  ${label}: ${value}`),
    ...(activity.open === null ? [] : ['', `Open: ${activity.open}`]),
    '',
  ].join('\n');
  const row = ([label, value]: readonly [string, string]): Markup =>
    html`<tr>
      <td style="padding:4px 16px 4px 0;color:#5b6472;vertical-align:top">${label}</td>
      <td style="padding:4px 0;color:#16181d">${value}</td>
    </tr>`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body
        style="margin:0;padding:24px;background:#ffffff;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#16181d"
      >
        <p style="margin:0 0 8px">
          <strong>${who}</strong> is in your hands and has just sent “${activity.form}” again.
        </p>
        ${score === null ? null : html`<p style="margin:0 0 16px">${score}</p>`}
        <table style="border-collapse:collapse">
          ${lines.map(row)}
        </table>
        ${activity.open === null ? null : html`<p style="margin:16px 0 0"><a href="${activity.open}" style="color:#3b3fd8">Open</a></p>`}
      </body>
    </html>`;
  return {
    subject: title,
    text,
    html: page.toString(),
    ...(activity.answers === null ? {} : { inReplyTo: activity.answers }),
  };
}
