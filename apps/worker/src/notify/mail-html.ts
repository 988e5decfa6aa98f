// The HTML of a notice's mail: tables and inline styles, since mail programs know little else. The style sheet adds dark
// mode and narrow screens where it is honoured; nothing depends on it. No image, nothing fetched, no script.
import { html, type Markup } from '@baton/page/markup';
import { mailHeading, mailScore } from './mail-score.ts';
import { mailStyles } from './mail-styles.ts';
import type { Line, Notice, Section } from './notice.ts';

const font = `-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`;

/** The whole document. */
export function mailHtml(notice: Notice): string {
  return html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>${notice.subject}</title>
        ${mailStyles}
      </head>
      <body class="page" style="margin:0;padding:0;background:#f4f5f7;-webkit-text-size-adjust:100%">
        <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${notice.preview}</div>
        <table
          role="presentation"
          cellpadding="0"
          cellspacing="0"
          class="page"
          width="100%"
          style="background:#f4f5f7"
        >
          <tr>
            <td class="outer" align="center" style="padding:32px 12px">
              <!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" width="576"><tr><td><![endif]-->
              <table
                role="presentation"
                cellpadding="0"
                cellspacing="0"
                class="card"
                width="100%"
                style="max-width:576px;background:#ffffff;border:1px solid #e4e7ec;border-collapse:separate;border-radius:12px"
              >
                <tr>
                  <td
                    class="inner"
                    align="left"
                    style="padding:32px;font:15px/22px ${font};color:#16181d;word-break:break-word"
                  >
                    ${head(notice)} ${notice.actions.length === 0 ? null : buttons(notice)}
                    ${notice.score === null ? null : mailScore(notice.score)} ${notice.sections.map(section)}
                    ${notice.footer.length === 0 ? null : foot(notice)}
                  </td>
                </tr>
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html>`.toString();
}

function head({ kicker, title, subtitle, email, phone, says, until }: Notice): Markup {
  const number = phone === null ? null : phone.replace(/[^+\d]/g, '');
  return html`${
      kicker === null
        ? null
        : html`<p class="accent small" style="margin:0 0 6px;font-weight:600;color:#3b3fd8">${kicker}</p>`
    }
    <h1 style="margin:0;font-size:24px;line-height:30px;font-weight:700">${title}</h1>
    ${subtitle === null ? null : html`<p style="margin:2px 0 0">${subtitle}</p>`}
    ${
      email === null
        ? null
        : html`<p class="soft" style="margin:6px 0 0">
            <a class="accent" href="mailto:${email}" style="color:#3b3fd8">${email}</a>
            ${
              phone === null
                ? null
                : html`<span class="dot"> · </span
                    ><a class="accent phone" href="tel:${number}" style="color:#3b3fd8;white-space:nowrap"
                      >${phone}</a
                    >`
            }
          </p>`
    }
    ${says === null ? null : html`<p style="margin:16px 0 0">${says}</p>`}
    ${
      until === null
        ? null
        : html`<table
            role="presentation"
            cellpadding="0"
            cellspacing="0"
            width="100%"
            style="margin:20px 0 0"
          >
            <tr>
              <td
                class="until"
                style="padding:11px 16px;background:#eef0ff;border-radius:8px;font-weight:600"
              >
                ${until}
              </td>
            </tr>
          </table>`
    }`;
}

/** Each button is a cell with a colour of its own, so that it is one where padding on links is not known. */
function buttons({ actions }: Notice): Markup {
  return html`<table
    role="presentation"
    cellpadding="0"
    cellspacing="0"
    style="margin:20px 0 0;border-collapse:separate"
  >
    <tr>
      ${actions.map(({ label, url }, index) => (index === 0 ? mainButton(label, url) : otherButton(label, url)))}
    </tr>
  </table>`;
}

function mainButton(label: string, url: string): Markup {
  return html`<td
    class="main"
    bgcolor="#3b3fd8"
    style="background:#3b3fd8;border:1px solid #3b3fd8;border-radius:8px"
  >
    <a
      href="${url}"
      style="display:inline-block;padding:10px 24px;font-weight:600;color:#ffffff;text-decoration:none"
      >${label}</a
    >
  </td>`;
}

function otherButton(label: string, url: string): Markup {
  return html`<td width="8">&nbsp;</td>
    <td class="other" style="border:1px solid #c3c9d2;border-radius:8px">
      <a
        class="strong"
        href="${url}"
        style="display:inline-block;padding:10px 18px;font-weight:600;color:#16181d;text-decoration:none"
        >${label}</a
      >
    </td>`;
}

function section({ title, lines }: Section): Markup {
  return html`${mailHeading(title)} ${lines.filter(({ isLong }) => isLong === true).map(quote)}
    <table role="presentation" cellpadding="0" cellspacing="0" width="100%">
      ${lines
        .filter(({ isLong }) => isLong !== true)
        .map(
          ({ label, value, href, beside }) =>
            html`<tr>
              <td class="label soft line" width="38%" valign="top" style="padding-right:16px">${label}</td>
              <td class="value line" valign="top">
                ${
                  href === undefined
                    ? withBreaks(value)
                    : html`<a class="accent" href="${href}" style="color:#3b3fd8">${withBreaks(value)}</a>`
                }
                ${beside === undefined ? null : html`<br /><span class="soft small">${withBreaks(beside)}</span>`}
              </td>
            </tr>`,
        )}
    </table>`;
}

function quote({ label, value }: Line): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 8px">
    <tr>
      <td class="quote line" style="padding:2px 0 2px 14px;border-left:3px solid #c9ccf7">
        <span class="soft">${label}</span><br />${withBreaks(value)}
      </td>
    </tr>
  </table>`;
}

function withBreaks(text: string): Markup[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}

function foot({ footer, stop }: Notice): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:28px 0 0">
    <tr>
      <td class="rule soft small line" style="padding-top:16px;border-top:1px solid #e4e7ec">
        ${footer.map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}
        ${stop === undefined ? null : html`<br /><a class="soft" href="${stop.url}" style="color:#5b6472">${stop.label}</a>`}
      </td>
    </tr>
  </table>`;
}
