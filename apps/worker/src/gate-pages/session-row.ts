// One session as a line of a list, with the button that ends it.
import { html, type Markup } from '@baton/page/markup';
import type { SessionView } from '../gate/sessions.ts';
import { agoInWords } from './time-in-words.ts';

/** @param action where the button posts to @param now epoch ms */
export function sessionRow(session: SessionView, action: string, now: number): Markup {
  const { browser, createdAt, seenAt, isThis } = session;
  const when = isThis ? 'In use now' : `Last seen ${agoInWords(seenAt, now)}`;
  return html`<li>
    <div>
      <strong>${browser}</strong>${isThis ? html`<span class="tag">This browser</span>` : null}
      <div class="soft small">${when} · signed in ${agoInWords(createdAt, now)}</div>
    </div>
    <form method="post" action="${action}">
      ${
        isThis
          ? html`<button class="quiet">Sign out</button>`
          : html`<button class="quiet" aria-label="End the session of ${browser}">End</button>`
      }
    </form>
  </li>`;
}
