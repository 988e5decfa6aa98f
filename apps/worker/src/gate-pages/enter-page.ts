// The pages before the sign-in: asking for a link, that it was sent, and what a link leads to.
import { html } from '@baton/page/markup';
import type { Entered, Given, LinkCard } from '../gate/enter.ts';
import { pageField } from './fields.ts';
import { roleNames } from './role-names.ts';
import { gatePage } from './shell.ts';

type Wrong = Extract<Entered, { kind: 'invalid' }>['fields'];

/** @param again what was typed before, and what was wrong with it */
export function enterPage(card: LinkCard, again: { given: Given; wrong: Wrong } | null): Response {
  const given = again?.given ?? { name: '', email: '' };
  const wrong = again?.wrong ?? [];
  switch (card.kind) {
    case 'owner':
      return ownerPage(given, wrong);
    case 'invitation':
      return invitationPage(card, given, wrong);
    case 'sign_in':
      return signInLinkPage(card.email);
  }
}

function nameField(given: Given, wrong: Wrong) {
  return pageField({
    name: 'name',
    label: 'Your name',
    value: given.name,
    autocomplete: 'name',
    wrong: wrong.includes('name') ? 'Please say how you are called.' : undefined,
  });
}

function ownerPage(given: Given, wrong: Wrong): Response {
  return gatePage({
    title: 'Become the owner',
    status: wrong.length > 0 ? 422 : 200,
    body: html`<h1>Welcome to Baton</h1>
      <p class="soft">
        This link makes you the owner of the first workspace: its admin, who can let others in. It works once.
      </p>
      <form method="post">
        ${nameField(given, wrong)}
        ${pageField({
          name: 'email',
          label: 'Work e-mail',
          type: 'email',
          value: given.email,
          autocomplete: 'email',
          hint: 'You will sign in with it. There are no passwords.',
          wrong: wrong.includes('email') ? 'This is no e-mail address.' : undefined,
        })}
        <button class="main">Become the owner</button>
      </form>`,
  });
}

function invitationPage(
  { by, workspace, role, email, isKnown }: Extract<LinkCard, { kind: 'invitation' }>,
  given: Given,
  wrong: Wrong,
): Response {
  return gatePage({
    title: `Join ${workspace}`,
    status: wrong.length > 0 ? 422 : 200,
    body: html`<h1>Join ${workspace}</h1>
      <p class="soft">
        ${by} invites <strong class="wrap">${email}</strong> to this workspace. Role: ${roleNames[role]}.
      </p>
      <form method="post">
        ${isKnown ? null : nameField(given, wrong)}
        <button class="main">Join</button>
      </form>`,
  });
}

function signInLinkPage(email: string): Response {
  return gatePage({
    title: 'Sign in',
    body: html`<h1>Sign in to Baton</h1>
      <p class="soft">As <strong class="wrap">${email}</strong>, in this browser.</p>
      <form method="post"><button class="main">Sign in</button></form>`,
  });
}

/** For a link that was used, has expired, or was never one. */
export function deadLinkPage(): Response {
  return gatePage({
    title: 'This link does not work',
    status: 404,
    body: html`<h1>This link does not work</h1>
      <p class="soft">Each link works once and for a limited time. It may also not have been copied whole.</p>
      <p><a href="/">To the sign-in</a></p>`,
  });
}

export type SignInTrouble = 'not_email' | 'too_many';

/** For whoever is not signed in. `mails`: whether links can be sent; `isNamed`: whether passkeys can be used here. */
export function signInPage(
  mails: boolean,
  isNamed: boolean,
  again?: { typed: string; trouble: SignInTrouble },
): Response {
  const status = again === undefined ? 200 : again.trouble === 'too_many' ? 429 : 422;
  return gatePage({
    title: 'Sign in',
    status,
    body: html`<h1>Sign in to Baton</h1>
      ${mails ? byMail(again) : noMail} ${isNamed ? byPasskey : null}`,
  });
}

function byMail(again: { typed: string; trouble: SignInTrouble } | undefined) {
  const wrong =
    again === undefined
      ? undefined
      : again.trouble === 'too_many'
        ? 'Too many links were asked for. Try again in a quarter of an hour.'
        : 'This is no e-mail address.';
  return html`<p class="soft">We send you a link. There are no passwords.</p>
    <form method="post" action="/sign-in">
      ${pageField({
        name: 'email',
        label: 'Work e-mail',
        type: 'email',
        value: again?.typed ?? '',
        autocomplete: 'email',
        wrong,
      })}
      <button class="main">Send me a link</button>
    </form>`;
}

const byPasskey = html`<div data-passkey="use" hidden>
  <button type="button" class="wide">Sign in with a passkey</button>
  <p class="wrong" role="alert" hidden>No passkey was used. Try again, or sign in by a link.</p>
</div>`;

const noMail = html`<p class="soft">
  This Baton sends no mail, so people come in by links that are passed on to them: an admin invites you, or
  whoever runs Baton makes you a link.
</p>`;

/** After a link was asked for: the same for every address. */
export function linkSentPage(): Response {
  return gatePage({
    title: 'Look into your mail',
    body: html`<h1>Look into your mail</h1>
      <p class="soft">
        If this address belongs to somebody here, a link is on its way to it. It works once, within fifteen
        minutes.
      </p>
      <p class="soft">
        Nothing there? Look among the unwanted, or ask whoever invited you which address they used.
      </p>
      <p><a href="/">Back</a></p>`,
  });
}

/** For a press that did not come from a page of ours. `expected` is where our pages stand. */
export function strangeOriginPage(expected: string): Response {
  return gatePage({
    title: 'Nothing was done',
    status: 403,
    body: html`<h1>Nothing was done</h1>
      <p class="soft">
        This was not sent by a page of Baton at its own address, which is
        <strong class="wrap">${expected}</strong>. If Baton should stand at another one, whoever runs it sets
        BATON_URL.
      </p>
      <p><a href="/">To the sign-in</a></p>`,
  });
}
