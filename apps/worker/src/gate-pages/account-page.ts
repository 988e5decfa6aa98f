// A person's own page: who they are here, and the browsers that are signed in.
import { html, type Markup } from '@baton/page/markup';
import type { Membership } from '../gate/people.ts';
import type { SessionView, SignedIn } from '../gate/sessions.ts';
import { makesWorkspaces, type MadeWorkspace } from '../gate/workspaces.ts';
import { pageField } from './fields.ts';
import { roleNames } from './role-names.ts';
import type { PasskeyView } from '../gate/passkeys.ts';
import { sessionRow } from './session-row.ts';
import { gatePage, noticeOf } from './shell.ts';
import { agoInWords, dateInWords } from './time-in-words.ts';

/** What of a person's own is shown. */
export type Own = {
  readonly sessions: readonly SessionView[];
  readonly passkeys: readonly PasskeyView[];
  /** Whether passkeys can be made here. */
  readonly isNamed: boolean;
};

/** @param now epoch ms */
export function accountPage(
  signedIn: SignedIn,
  { sessions, passkeys, isNamed }: Own,
  now: number,
  notice: string | null,
  again: NewWorkspace | null = null,
): Response {
  const { person, memberships } = signedIn;
  return gatePage({
    title: 'Account',
    status: again === null ? 200 : 422,
    of: { signedIn, at: 'account' },
    body: html`${noticeOf(notice)}
      <h1>${person.name}</h1>
      <p class="soft wrap">${person.email}</p>
      <section class="card" aria-labelledby="workspaces">
        <h2 id="workspaces">Workspaces</h2>
        ${memberships.length === 0 ? noWorkspace : workspaces(memberships, signedIn.membership)}
        ${makesWorkspaces(memberships) ? newWorkspace(again) : null}
      </section>
      <section class="card" aria-labelledby="passkeys">
        <h2 id="passkeys">Passkeys</h2>
        <p class="soft small">Sign in by fingerprint, face or PIN of this device instead of a link.</p>
        ${passkeyRows(passkeys, now)} ${isNamed ? newPasskey : numbered}
      </section>
      <section class="card" aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <p class="soft small">A session ends after thirty days, or seven without a visit.</p>
        <ul class="rows">
          ${sessions.map((session) =>
            sessionRow(session, session.isThis ? '/sign-out' : `/account/sessions/${session.id}/end`, now),
          )}
        </ul>
      </section>`,
  });
}

function passkeyRows(passkeys: readonly PasskeyView[], now: number): Markup | null {
  if (passkeys.length === 0) return null;
  return html`<ul class="rows">
    ${passkeys.map(
      ({ id, name, createdAt, usedAt }) =>
        html`<li>
          <div>
            <strong>${name}</strong>
            <div class="soft small">
              ${usedAt === null ? 'Never used' : `Used ${agoInWords(usedAt, now)}`} · made
              ${dateInWords(createdAt)}
            </div>
          </div>
          <form method="post" action="/account/passkeys/${id}/remove">
            <button class="quiet" aria-label="Remove the passkey of ${name}">Remove</button>
          </form>
        </li>`,
    )}
  </ul>`;
}

const newPasskey = html`<div class="act" data-passkey="make" hidden>
  <button type="button">Make a passkey</button>
  <p class="wrong" role="alert" hidden>No passkey was made. Try again, or with another device.</p>
</div>`;

const numbered = html`<p class="soft">
  Passkeys belong to a name, and this address is a number. On this machine, open Baton at http://localhost
  instead.
</p>`;

/** What was typed for a new workspace, and what of it cannot be taken. */
export type NewWorkspace = {
  readonly name: string;
  readonly id: string;
  readonly wrong: Extract<MadeWorkspace, { kind: 'invalid' }>['fields'];
};

function newWorkspace(again: NewWorkspace | null): Markup {
  const { name, id, wrong } = again ?? { name: '', id: '', wrong: [] };
  return html`<details ${again === null ? null : html`open`}>
    <summary class="plain">New workspace …</summary>
    <form method="post" action="/account/workspaces">
      ${pageField({
        name: 'name',
        label: 'Name',
        value: name,
        autocomplete: 'off',
        wrong: wrong.includes('name') ? 'Please name it.' : undefined,
      })}
      ${pageField({
        name: 'id',
        label: 'Short name',
        value: id,
        autocomplete: 'off',
        hint: 'It stands in the addresses of its forms: /f/short-name~form. It stays as it is.',
        wrong: wrong.includes('taken')
          ? 'There is a workspace of this name.'
          : wrong.includes('id')
            ? 'Two to forty of a–z, 0–9 and -, a letter first.'
            : undefined,
      })}
      <div class="act"><button class="main">Make the workspace</button></div>
    </form>
  </details>`;
}

const noWorkspace = html`<p class="soft">
  You belong to no workspace any more. An admin can invite you to one.
</p>`;

function workspaces(memberships: readonly Membership[], current: Membership | null): Markup {
  return html`<ul class="rows">
    ${memberships.map(
      ({ workspace, name, role }) =>
        html`<li>
          <div>
            <strong>${name}</strong>
            ${workspace === current?.workspace ? html`<span class="tag">Here</span>` : null}
            <div class="soft small">${roleNames[role]}</div>
          </div>
          ${
            workspace === current?.workspace
              ? null
              : html`<form method="post" action="/account/workspaces/${workspace}/enter">
                  <button class="quiet" aria-label="Work here, in ${name}">Work here</button>
                </form>`
          }
        </li>`,
    )}
  </ul>`;
}
