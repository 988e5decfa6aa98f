// The mail that hands a lead to somebody: who, how good, why, what they told, until when, and two buttons.
// Readable as plain text; every value is text, never markup.
import type { Judgement, Person, Reason } from '@baton/agreement';
import { html, type Markup } from '@baton/page/markup';
import type { Catalogue } from '@baton/rules';
import type { InForce, PublishedVersion } from '../desk/documents.ts';
import type { Lead } from '../desk/leads.ts';
import type { VerdictAction } from '../desk/verdict-links.ts';
import type { Mail } from '../channels/mail.ts';
import { deadlineInWords } from './deadline-in-words.ts';
import { companyName, personName, valueInWords } from './names.ts';

export type HandoffNews = {
  readonly lead: Lead;
  readonly judgement: Judgement;
  readonly inForce: InForce;
  readonly catalogue: Catalogue;
  readonly owner: Person;
  readonly why: string;
  readonly deadline: number | null;
  readonly published: PublishedVersion | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly visit: Readonly<Record<string, unknown>>;
  readonly pages: readonly string[];
  readonly links: Readonly<Record<VerdictAction, string>>;
};

type Line = { readonly label: string; readonly value: string };

/** The strongest reasons, by their points. */
export function strongest(reasons: readonly Reason[], count = 5): Reason[] {
  return [...reasons]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.id.localeCompare(b.id))
    .slice(0, count);
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** The answers in the order of the form, with the form's own labels; without a form, the attributes. */
function answerLines(news: HandoffNews): Line[] {
  const { published, catalogue } = news;
  if (published === null) {
    return Object.entries(news.lead.attributes).map(([id, value]) => ({
      label: catalogue.get(id)?.label ?? id,
      value: valueInWords(catalogue, id, value),
    }));
  }
  return published.form.steps.flatMap((step) =>
    step.fields.flatMap((field) => {
      const answer = news.answers[field.id];
      if (answer === undefined) return [];
      const options = field.options ?? [];
      const word = (id: unknown): string => options.find((option) => option.id === id)?.label ?? String(id);
      const value = Array.isArray(answer)
        ? answer.map(word).join(', ')
        : typeof answer === 'boolean'
          ? answer
            ? 'Yes'
            : 'No'
          : word(answer);
      return [{ label: field.label, value }];
    }),
  );
}

function visitLines(news: HandoffNews): Line[] {
  const { visit } = news;
  const lines: Line[] = [];
  const add = (label: string, key: string): void => {
    const value = visit[key];
    if (typeof value === 'string' && value !== '') lines.push({ label, value });
  };
  add('Page', 'url');
  add('Came from', 'referrer');
  add('Source', 'utm_source');
  add('Medium', 'utm_medium');
  add('Campaign', 'utm_campaign');
  if (news.pages.length > 0) lines.push({ label: 'Read', value: news.pages.join(', ') });
  return lines;
}

/** The whole mail. */
export function handoffMail(news: HandoffNews): Mail {
  const { lead, judgement, inForce } = news;
  const who = personName(lead);
  const company = companyName(lead);
  const { score, tier } = judgement;
  const until =
    news.deadline === null ? null : deadlineInWords(news.deadline, inForce.judge.agreement.hours.timeZone);
  const subject = `${tier.toUpperCase()} ${score.total}: ${who}${company === '' ? '' : `, ${company}`}`;
  const reasons = strongest(score.reasons);
  const others = score.reasons.length - reasons.length;
  const answers = answerLines(news);
  const visit = visitLines(news);
  return { subject, text: textOf(), html: htmlOf() };

  function textOf(): string {
    const list = (lines: readonly Line[]): string =>
      lines.map((line) => `  ${line.label}: ${line.value}`).join('\n');
    return [
      `${who}${company === '' ? '' : `, ${company}`}`,
      lead.email,
      '',
      `${tier.toUpperCase()}, ${score.total} points (fit ${score.fit}, engagement ${score.engagement}, intent ${score.intent})`,
      ...(until === null ? [] : [`Follow up by ${until}`]),
      `For ${news.owner.name}: ${news.why}`,
      '',
      'Why',
      ...reasons.map((reason) => `  ${signed(reason.points)} ${reason.says}`),
      ...(others > 0 ? [`  and ${others} more; all of them add up to ${score.total}`] : []),
      '',
      'Told us',
      list(answers),
      ...(visit.length === 0 ? [] : ['', 'Visit', list(visit)]),
      '',
      `Accept: ${news.links.accept}`,
      `Reject: ${news.links.reject}`,
      `Open: ${news.links.open}`,
      '',
      `Judged under version ${inForce.version} of the agreement.`,
      '',
    ].join('\n');
  }

  function htmlOf(): string {
    const row = (line: Line): Markup =>
      html`<tr>
        <td style="padding:4px 16px 4px 0;color:#5b6472;vertical-align:top;white-space:nowrap">
          ${line.label}
        </td>
        <td style="padding:4px 0;color:#16181d;word-break:break-word">${line.value}</td>
      </tr>`;
    const reason = (one: Reason): Markup =>
      html`<tr>
        <td
          style="padding:4px 16px 4px 0;font-variant-numeric:tabular-nums;font-weight:600;text-align:right;color:${one.points < 0 ? '#b42318' : '#16181d'}"
        >
          ${signed(one.points)}
        </td>
        <td style="padding:4px 0;color:#16181d">${one.says}</td>
      </tr>`;
    const heading = (words: string): Markup =>
      html`<h2 style="margin:24px 0 8px;font-size:13px;font-weight:600;color:#5b6472">${words}</h2>`;
    const body = html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light" />
          <title>${subject}</title>
        </head>
        <body
          style="margin:0;background:#f5f6f8;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
        >
          <table role="presentation" width="100%" style="border-collapse:collapse">
            <tr>
              <td align="center" style="padding:24px 12px">
                <table
                  role="presentation"
                  width="100%"
                  style="max-width:560px;background:#ffffff;border:1px solid #e3e6ea;border-radius:12px"
                >
                  <tr>
                    <td style="padding:28px 28px 32px">
                      <p style="margin:0 0 4px;font-size:13px;font-weight:600;color:#3b3fd8">
                        ${tier.toUpperCase()} · ${score.total} points
                      </p>
                      <h1 style="margin:0;font-size:22px;line-height:1.3;color:#16181d">
                        ${who}${company === '' ? '' : html`<span style="color:#5b6472">, ${company}</span>`}
                      </h1>
                      <p style="margin:4px 0 0">
                        <a href="mailto:${lead.email}" style="color:#3b3fd8">${lead.email}</a>
                      </p>
                      ${
                        until === null
                          ? null
                          : html`<p
                              style="margin:16px 0 0;padding:10px 14px;background:#eef0ff;border-radius:8px;color:#16181d"
                            >
                              Follow up by <strong>${until}</strong>
                            </p>`
                      }
                      <p style="margin:20px 0 0">
                        <a
                          href="${news.links.accept}"
                          style="display:inline-block;margin:0 8px 8px 0;padding:11px 20px;border-radius:8px;background:#3b3fd8;color:#ffffff;font-weight:600;text-decoration:none"
                          >Accept</a
                        >
                        <a
                          href="${news.links.reject}"
                          style="display:inline-block;margin:0 8px 8px 0;padding:10px 20px;border:1px solid #b9bfc9;border-radius:8px;color:#16181d;font-weight:600;text-decoration:none"
                          >Reject</a
                        >
                        <a
                          href="${news.links.open}"
                          style="display:inline-block;margin:0 0 8px;padding:10px 8px;color:#3b3fd8;text-decoration:underline"
                          >Open</a
                        >
                      </p>
                      ${heading(`Why: fit ${score.fit} · engagement ${score.engagement} · intent ${score.intent}`)}
                      <table style="border-collapse:collapse">
                        ${reasons.map(reason)}
                      </table>
                      ${others > 0 ? html`<p style="margin:4px 0 0;color:#5b6472">and ${others} more; all of them add up to ${score.total}.</p>` : null}
                      ${heading('Told us')}
                      <table style="border-collapse:collapse">
                        ${answers.map(row)}
                      </table>
                      ${
                        visit.length === 0
                          ? null
                          : html`${heading('Visit')}
                              <table style="border-collapse:collapse">
                                ${visit.map(row)}
                              </table>`
                      }
                      <p style="margin:28px 0 0;font-size:13px;color:#5b6472">
                        For ${news.owner.name}: ${news.why} Judged under version ${inForce.version} of the
                        agreement.
                      </p>
                    </td>
                  </tr>
                </table>
              </td>
            </tr>
          </table>
        </body>
      </html>`;
    return body.toString();
  }
}
