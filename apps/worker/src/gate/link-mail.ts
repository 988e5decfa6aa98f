// The mails of the Gate: one sentence, one button, and what to do when nobody asked for it.
import { html, type Markup } from '@baton/page/markup';
import type { Role } from '../access/roles.ts';
import type { Mail } from '../channels/mail.ts';
import { mailStyles } from '../notify/mail-styles.ts';

type Letter = {
  readonly subject: string;
  readonly says: string;
  readonly button: string;
  readonly url: string;
  readonly footer: string;
};

/** The mail with a link to sign in. */
export function signInMail(url: string): Mail {
  return mailOf({
    subject: 'Sign in to Baton',
    says: 'Open this link on the device where you want to sign in.',
    button: 'Sign in',
    url,
    footer: 'It works once, within fifteen minutes. If you did not ask for it, leave it: nothing happens.',
  });
}

/** The mail that invites somebody into a workspace. */
export function invitationMail(
  url: string,
  { by, workspace, role }: { readonly by: string; readonly workspace: string; readonly role: Role },
): Mail {
  return mailOf({
    subject: `${by} invites you to ${workspace} on Baton`,
    says: `${by} invites you to work in ${workspace}, ${roleInWords[role]}.`,
    button: 'Join',
    url,
    footer: 'It works once, within seven days. If you do not know who this is, leave it: nothing happens.',
  });
}

const roleInWords: Readonly<Record<Role, string>> = {
  admin: 'as an admin',
  marketing: 'in marketing',
  sales: 'in sales',
  viewer: 'as a viewer',
};

function mailOf(letter: Letter): Mail {
  const { subject, says, button, url, footer } = letter;
  return {
    subject,
    text: `${says}\n\n${button}: ${url}\n\n${footer}\n`,
    html: `<!doctype html>${bodyOf(letter).toString()}`,
  };
}

function bodyOf({ subject, says, button, url, footer }: Letter): Markup {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${subject}</title>
      ${mailStyles}
    </head>
    <body class="page" style="margin:0;background:#f5f6f8">
      <table role="presentation" width="100%">
        <tr>
          <td class="outer" align="center" style="padding:32px 16px">
            <table
              class="card"
              role="presentation"
              width="100%"
              style="max-width:520px;background:#ffffff;border:1px solid #d9dde3;border-radius:14px;border-collapse:separate"
            >
              <tr>
                <td class="inner" style="padding:32px;color:#16181d">
                  <p class="strong" style="margin:0 0 20px;font-size:17px;line-height:26px;color:#16181d">
                    ${says}
                  </p>
                  <a
                    class="main"
                    href="${url}"
                    style="display:inline-block;background:#3b3fd8;border:1px solid #3b3fd8;border-radius:10px;padding:12px 24px;color:#ffffff;font-weight:600;text-decoration:none"
                    >${button}</a
                  >
                  <p class="soft small" style="margin:24px 0 0;color:#5b6472">${footer}</p>
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </body>
  </html>`;
}
