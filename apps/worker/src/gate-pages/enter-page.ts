// The page of a link that lets somebody in, and the page where people without one stand.
import { html } from '@baton/page/markup';
import type { Entered, Given, LinkCard } from '../gate/enter.ts';
import { pageField } from './fields.ts';
import { gatePage } from './shell.ts';

type Wrong = Extract<Entered, { kind: 'invalid' }>['fields'];

/** @param again what was typed before, and what was wrong with it */
export function enterPage(card: LinkCard, again: { given: Given; wrong: Wrong } | null): Response {
  switch (card.kind) {
    case 'owner':
      return ownerPage(again?.given ?? { name: '', email: '' }, again?.wrong ?? []);
  }
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
        ${pageField({
          name: 'name',
          label: 'Your name',
          value: given.name,
          autocomplete: 'name',
          wrong: wrong.includes('name') ? 'Please say how you are called.' : undefined,
        })}
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

/** For whoever is not signed in. */
export function signInPage(): Response {
  return gatePage({
    title: 'Sign in',
    body: html`<h1>You are not signed in</h1>
      <p class="soft">
        You come in by a link. While nobody is owner, Baton prints one each time it starts; it makes its
        opener the owner.
      </p>`,
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
