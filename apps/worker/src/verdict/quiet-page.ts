// The page behind a mail's link to mute an alert or to stop the weekly report: what it is about, and the buttons. As with
// verdicts, only a person's press does anything.
import { html, type Markup } from '@baton/page/markup';
import type { QuietCard } from '../desk/alerts/alert-desk.ts';
import { linkPage, pressForm } from './page.ts';

/** @param notice what could not be done */
export function quietPage(card: QuietCard, notice: string | null): string {
  const title = card.act === 'stop' ? 'The weekly report' : 'Mute an alert';
  return linkPage(
    title,
    html`<article>
      ${notice === null ? null : html`<p class="said no" role="status"><strong>${notice}</strong></p>`}
      <h1>${card.act === 'stop' ? title : card.title}</h1>
      ${card.act === 'stop' ? stopping(card.stopped) : muting(card)}
    </article>`,
  );
}

function stopping(stopped: boolean): Markup {
  return stopped
    ? html`<div class="said" role="status">
        <strong>You do not get it any more.</strong>
        ${pressForm(html`<div class="row"><button data-press="again">Send it to me again</button></div>`)}
      </div>`
    : html`<p>It comes once a week, with the numbers that marketing and sales share.</p>
        ${pressForm(
          html`<div class="row">
            <button class="main" data-press="stop">Stop sending it to me</button>
          </div>`,
        )}`;
}

function muting({ says, formName, muted }: Extract<QuietCard, { act: 'mute' }>): Markup {
  return html`${says.map((line) => html`<p class="soft">${line}</p>`)}
  ${
    muted === null
      ? null
      : html`<div class="said" role="status">
          <strong>Muted ${muted.until === null ? 'for ever' : `until ${dayOf(muted.until)}`}.</strong> It is
          unmuted in Baton, under Review, Alerts.
        </div>`
  }
  ${pressForm(
    html`<fieldset>
        <legend>Alerts like this of “${formName}”</legend>
        <div class="row">
          <button class="main" data-press="this:week">Mute for a week</button>
          <button data-press="this:ever">Mute for ever</button>
        </div>
      </fieldset>
      <fieldset>
        <legend>All alerts of “${formName}”</legend>
        <div class="row">
          <button data-press="form:week">Mute for a week</button>
          <button data-press="form:ever">Mute for ever</button>
        </div>
      </fieldset>
      <fieldset>
        <legend>Alerts like this of any form</legend>
        <div class="row">
          <button data-press="what:week">Mute for a week</button>
          <button data-press="what:ever">Mute for ever</button>
        </div>
      </fieldset>`,
  )}`;
}

function dayOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
