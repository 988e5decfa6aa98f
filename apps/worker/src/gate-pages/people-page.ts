// Who belongs to a workspace, who is invited, and what an admin does about it.
import { html, type Markup } from '@baton/page/markup';
import { roles, type Role } from '../access/roles.ts';
import type { Invited } from '../gate/invitations.ts';
import type { KeyView } from '../gate/keys.ts';
import type { Member, MemberList } from '../gate/members.ts';
import type { SessionView, SignedIn } from '../gate/sessions.ts';
import { pageField } from './fields.ts';
import { removing, type Held } from './removing.ts';
import { roleMeanings, roleNames } from './role-names.ts';
import { sessionRow } from './session-row.ts';
import { gatePage, noticeOf } from './shell.ts';
import { dateInWords } from './time-in-words.ts';

type Handed = Extract<Invited, { kind: 'link' }>;

/** What happened before this page is shown. */
export type PeopleNews = {
  readonly notice?: string | null;
  /** A link to pass on, shown this once. */
  readonly link?: Handed;
  readonly again?: { readonly email: string; readonly role: Role; readonly wrong: string };
};

export function peoplePage(signedIn: SignedIn, list: MemberList, news: PeopleNews = {}): Response {
  const { members, invitations } = list;
  return gatePage({
    title: 'People',
    of: { signedIn, at: 'people' },
    status: news.again === undefined ? 200 : 422,
    body: html`${noticeOf(news.notice ?? null)} ${news.link === undefined ? null : linkCard(news.link)}
      <h1>People</h1>
      <p class="soft">
        Who may come in to ${signedIn.membership?.name ?? 'this workspace'}, and as what. Whoever joins for
        marketing or sales can sign and get leads at once; who takes turns is under
        <a href="/teams">Teams</a>.
      </p>
      <section class="card" aria-labelledby="members">
        <h2 id="members">Members</h2>
        <ul class="rows">
          ${members.map(memberRow)}
        </ul>
      </section>
      <section class="card" aria-labelledby="invitations">
        <h2 id="invitations">Invitations</h2>
        ${
          invitations.length === 0
            ? html`<p class="soft">
                Nobody is invited. Whoever you invite stands here until they have joined.
              </p>`
            : html`<ul class="rows">
                ${invitations.map(invitationRow)}
              </ul>`
        }
      </section>
      <section class="card" aria-labelledby="invite">
        <h2 id="invite">Invite somebody</h2>
        ${inviteForm(news.again)}
      </section>`,
  });
}

function linkCard({ email, url, mail }: Handed): Markup {
  return html`<section class="card first" aria-labelledby="link">
    <h2 id="link">A link for ${email}</h2>
    <p class="soft">
      ${mail ? 'The mail did not leave.' : 'This Baton sends no mail.'} Pass the link on yourself: it works
      once, within seven days, and is shown only now.
    </p>
    <div class="copy">
      <input id="link-url" aria-label="The link" value="${url}" readonly />
      <button type="button" data-copy="link-url">Copy</button>
    </div>
  </section>`;
}

function memberRow({ id, name, email, role, isYou }: Member): Markup {
  return html`<li>
    <div>
      <a class="strong" href="/people/${id}">${name}</a>${isYou ? html`<span class="tag">You</span>` : null}
      <div class="soft small wrap">${email}</div>
    </div>
    <span class="soft">${roleNames[role]}</span>
  </li>`;
}

function invitationRow({ id, email, role, expiresAt }: MemberList['invitations'][number]): Markup {
  const press = (act: string, label: string) =>
    html`<form method="post" action="/people/invitations/${id}/${act}">
      <button class="quiet" aria-label="${label} for ${email}">${label}</button>
    </form>`;
  return html`<li>
    <div>
      <strong class="wrap">${email}</strong>
      <div class="soft small">${roleNames[role]} · until ${dateInWords(expiresAt)}</div>
    </div>
    ${press('renew', 'New link')} ${press('withdraw', 'Withdraw')}
  </li>`;
}

function inviteForm(again: PeopleNews['again']): Markup {
  return html`<form method="post" action="/people">
    ${pageField({
      name: 'email',
      label: 'Work e-mail',
      type: 'email',
      value: again?.email ?? '',
      autocomplete: 'off',
      wrong: again?.wrong,
    })}
    ${roleField(again?.role ?? 'marketing')}
    <div class="act"><button class="main">Invite</button></div>
  </form>`;
}

function roleField(chosen: Role): Markup {
  return html`<div class="field">
    <label for="role">Role</label>
    <select id="role" name="role" aria-describedby="role-hint">
      ${roles.map(
        (role) =>
          html`<option value="${role}" ${role === chosen ? html`selected` : null}>
            ${roleNames[role]}
          </option>`,
      )}
    </select>
    <dl class="hint" id="role-hint">
      ${roles.map(
        (role) =>
          html`<div>
            <dt>${roleNames[role]}</dt>
            <dd>${roleMeanings[role]}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** One member. @param now epoch ms */
export function memberPage(
  signedIn: SignedIn,
  {
    member,
    sessions,
    keys,
  }: {
    readonly member: Member;
    readonly sessions: readonly SessionView[];
    /** Those that they made. */
    readonly keys: readonly KeyView[];
  },
  held: Held | null,
  now: number,
  news: { readonly notice: string | null; readonly trouble?: string },
): Response {
  const place = `/people/${member.id}`;
  return gatePage({
    title: member.name,
    of: { signedIn, at: 'people' },
    status: news.trouble === undefined ? 200 : 409,
    body: html`${noticeOf(news.notice)}
      ${news.trouble === undefined ? null : html`<p class="notice bad" role="alert">${news.trouble}</p>`}
      <p class="small"><a href="/people">People</a></p>
      <h1>${member.name}</h1>
      <p class="soft wrap">${member.email} · here since ${dateInWords(member.since)}</p>
      <section class="card" aria-labelledby="role-title">
        <h2 id="role-title">What they may do</h2>
        <form method="post" action="${place}/role">
          ${roleField(member.role)}
          <div class="act"><button class="main">Change role</button></div>
        </form>
      </section>
      <section class="card" aria-labelledby="sessions">
        <h2 id="sessions">Where they are signed in</h2>
        ${
          sessions.length === 0
            ? html`<p class="soft">Nowhere at the moment.</p>`
            : html`<ul class="rows">
                ${sessions.map((session) => sessionRow(session, `${place}/sessions/${session.id}/end`, now))}
              </ul>`
        }
      </section>
      ${removing(member, held, keys)}`,
  });
}

/** For whoever is signed in and may not do this. */
export function notAllowedPage(signedIn: SignedIn): Response {
  return gatePage({
    title: 'For admins',
    of: { signedIn, at: null },
    status: 403,
    body: html`<h1>This is for admins</h1>
      <p class="soft">
        Your role here is ${roleNames[signedIn.membership?.role ?? 'viewer']}. An admin can change it.
      </p>
      <p><a href="/account">To your account</a></p>`,
  });
}

/** For something that is gone, or never was. */
export function goneFromPeoplePage(signedIn: SignedIn): Response {
  return gatePage({
    title: 'Nothing here',
    of: { signedIn, at: null },
    status: 404,
    body: html`<h1>There is nothing here</h1>
      <p class="soft">Somebody may have been removed, an invitation taken up, or a key revoked.</p>
      <p><a href="/account">To your account</a></p>`,
  });
}
