// A person's own page: who they are here, and the browsers that are signed in.
import { html, type Markup } from '@baton/page/markup';
import type { Membership } from '../gate/people.ts';
import type { SessionView, SignedIn } from '../gate/sessions.ts';
import { roleNames } from './role-names.ts';
import { sessionRow } from './session-row.ts';
import { gatePage, noticeOf } from './shell.ts';

/** @param now epoch ms */
export function accountPage(
  signedIn: SignedIn,
  sessions: readonly SessionView[],
  now: number,
  notice: string | null,
): Response {
  const { person, memberships } = signedIn;
  return gatePage({
    title: 'Account',
    of: { signedIn, at: 'account' },
    body: html`${noticeOf(notice)}
      <h1>${person.name}</h1>
      <p class="soft wrap">${person.email}</p>
      <section class="card" aria-labelledby="workspaces">
        <h2 id="workspaces">Workspaces</h2>
        ${memberships.length === 0 ? noWorkspace : workspaces(memberships, signedIn.membership)}
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
        </li>`,
    )}
  </ul>`;
}
