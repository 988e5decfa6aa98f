// The verdict page as HTML: the lead as it was handed over and two buttons, or what became of it. Its script does
// one thing: when a person presses, it fetches a nonce and sends the form.
import { html, type Markup } from '@baton/page/markup';
import * as z from 'zod';
import { breachReasons, breachReasonSays } from '../desk/clocks/breach-reasons.ts';
import type { VerdictCard } from '../desk/verdict-card.ts';
import { lookTokens } from '../look/tokens.ts';
import { deadlineInWords } from '../notify/deadline-in-words.ts';

/** The page's script. It acts on presses that the browser itself vouches for (`isTrusted`), never on its own. */
export const verdictScript = `document.addEventListener('click',async e=>{const b=e.target.closest?.('button[data-press]');if(!b)return;e.preventDefault();if(!e.isTrusted||b.disabled)return;const f=b.form;if(!f.reportValidity())return;b.disabled=true;try{const r=await fetch(location.pathname+'/press',{method:'POST',referrerPolicy:'no-referrer'});if(!r.ok)throw 0;f.elements.nonce.value=(await r.json()).nonce;f.elements.act.value=b.dataset.press;f.submit()}catch{b.disabled=false;document.getElementById('trouble').hidden=false}});`;

export const verdictStyles = `${lookTokens}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 var(--letter)}
main{max-width:560px;margin:0 auto;padding:32px 16px 64px}article{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:28px}
h1{margin:0;font-size:24px;line-height:1.3;letter-spacing:-.01em}h2{margin:28px 0 8px;font-size:14px;color:var(--soft);font-weight:600}p{margin:8px 0}
.tier{margin:0 0 4px;color:var(--accent);font-weight:600;font-size:14px}.soft{color:var(--soft)}a{color:var(--accent)}
.until{margin:16px 0 0;padding:10px 14px;border:1px solid var(--line);border-radius:10px}
.said{margin:20px 0 0;padding:14px 16px;border-radius:10px;border:1px solid var(--line)}.said strong{color:var(--good)}.said.no strong{color:var(--bad)}
button{font:inherit;font-weight:600;min-height:46px;padding:0 22px;border-radius:10px;border:1px solid var(--line);background:transparent;color:var(--ink);cursor:pointer}
button.main{background:var(--accent);border-color:var(--accent);color:var(--on)}button:disabled{opacity:.6;cursor:progress}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.row{display:flex;flex-wrap:wrap;gap:12px;margin-top:20px}
fieldset{border:0;margin:24px 0 0;padding:0}legend{font-weight:600;padding:0;margin-bottom:8px}label{display:flex;gap:10px;align-items:flex-start;padding:8px 0;min-height:40px}input[type=radio]{width:20px;height:20px;margin:2px 0 0;accent-color:var(--accent)}
textarea{width:100%;font:inherit;padding:10px 12px;border-radius:10px;border:1px solid var(--soft);background:transparent;color:inherit;min-height:84px}
details{margin-top:16px}summary{cursor:pointer;padding:4px 0}
table{border-collapse:collapse;width:100%}td{padding:4px 0;vertical-align:top;overflow-wrap:anywhere}td:first-child{color:var(--soft);padding-right:16px;width:40%}.points td:first-child{width:56px;text-align:right;font-variant-numeric:tabular-nums;font-weight:600;color:inherit}
#trouble{color:var(--bad)}`;

const scoreSchema = z.object({
  fit: z.number(),
  engagement: z.number(),
  intent: z.number(),
  total: z.number(),
  reasons: z.array(z.object({ says: z.string(), points: z.number() })),
});

/** The frame of every page that a link of a mail opens. */
export function linkPage(title: string, body: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title}</title>
        <link rel="stylesheet" href="/v/page.css" />
        <script src="/v/page.js" defer></script>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.toString();
}

/** The page for a link that is not good: forged, expired, or of a handoff that is gone. */
export function brokenLinkPage(): string {
  return linkPage(
    'This link does not work',
    html`<article>
      <h1>This link does not work</h1>
      <p class="soft">
        It may have expired, or not been copied whole. Open the lead from its notification again.
      </p>
    </article>`,
  );
}

/** @param notice what just happened or could not happen, above everything else. */
export function verdictPage(card: VerdictCard, notice: string | null): string {
  const score = scoreSchema.parse(card.score);
  const title = `${card.name}${card.company === '' ? '' : `, ${card.company}`}`;
  return linkPage(
    title,
    html`<article>
      ${notice === null ? null : html`<p class="said no" role="status"><strong>${notice}</strong></p>`}
      <p class="tier">${card.tier.toUpperCase()} · ${score.total} points</p>
      <h1>${title}</h1>
      <p><a href="mailto:${card.email}">${card.email}</a></p>
      ${standing(card)}
      <h2>Why: fit ${score.fit} · engagement ${score.engagement} · intent ${score.intent}</h2>
      <table class="points">
        ${strongestFirst(score.reasons).map(
          (reason) =>
            html`<tr>
              <td>${reason.points < 0 ? `−${-reason.points}` : `+${reason.points}`}</td>
              <td>${reason.says}</td>
            </tr>`,
        )}
      </table>
      <h2>Told us</h2>
      <table>
        ${card.told.map(
          (line) =>
            html`<tr>
              <td>${line.label}</td>
              <td>${line.value}</td>
            </tr>`,
        )}
      </table>
      <p class="soft">
        <a href="/inbox/${card.lead}">Open in the inbox</a>, if you are signed in. For ${card.owner}.
        ${card.why}. Judged under version ${card.agreement} of the agreement.
      </p>
    </article>`,
  );
}

function strongestFirst(
  reasons: z.infer<typeof scoreSchema>['reasons'],
): z.infer<typeof scoreSchema>['reasons'] {
  return reasons.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/** Acts only when a person presses. */
export function pressForm(inner: Markup): Markup {
  return html`<form method="post">
    <input type="hidden" name="nonce" value="" />
    <input type="hidden" name="act" value="" />
    ${inner}
    <p id="trouble" role="alert" hidden>That did not get through. Please press again.</p>
    <noscript
      ><p class="soft">This page needs JavaScript, so that mail scanners cannot answer for you.</p></noscript
    >
  </form>`;
}

/** What there is to say or do: why it was late, who has it now, what was said of it, or what may be. */
function standing(card: VerdictCard): Markup {
  if (card.action === 'breach') return lateness(card);
  if (card.passedTo !== null) return passed(card, card.passedTo);
  return card.verdict === null ? open(card) : said(card);
}

function passed(card: VerdictCard, { name, at }: NonNullable<VerdictCard['passedTo']>): Markup {
  return html`<div class="said" role="status">
    <strong>${name} has it</strong> since ${deadlineInWords(at, card.timeZone)}. There is nothing left for you
    to do.
  </div>`;
}

function lateness(card: VerdictCard): Markup {
  const { breach } = card;
  if (breach === null) {
    return html`<div class="said" role="status">
      <strong>It is not late.</strong> There is nothing to explain.
    </div>`;
  }
  const due = deadlineInWords(breach.at, card.timeZone);
  return html`<p class="until">It was due by <strong>${due}</strong>, with ${card.owner}</p>
    ${
      breach.reason === null
        ? null
        : html`<div class="said" role="status">
            <strong>${breachReasonSays(breach.reason)}</strong>, says ${breach.byName}.
            ${breach.note === null ? null : html`<br /><span class="soft">${breach.note}</span>`}
          </div>`
    }
    ${pressForm(
      html`<fieldset>
          <legend>${breach.reason === null ? 'Why was it late?' : 'Was it something else?'}</legend>
          <div class="row">
            ${breachReasons.map(({ id, says }) => html`<button data-press="breach:${id}">${says}</button>`)}
          </div>
        </fieldset>
        <p>
          <label for="note">A note (optional)</label
          ><textarea id="note" name="note" maxlength="2000"></textarea>
        </p>`,
    )}`;
}

function open(card: VerdictCard): Markup {
  const until = card.deadline === null ? null : deadlineInWords(card.deadline, card.timeZone);
  return html`${until === null ? null : html`<p class="until">Follow up by <strong>${until}</strong></p>`}
  ${card.action === 'reject' ? rejecting(card) : accepting(card)}`;
}

function accepting(card: VerdictCard): Markup {
  return html`${pressForm(html`<div class="row"><button class="main" data-press="accept">Accept this lead</button></div>`)}
    <details>
      <summary class="soft">It is not a good lead</summary>
      ${rejecting(card)}
    </details>`;
}

function rejecting(card: VerdictCard): Markup {
  return pressForm(
    html`${
        card.reasons.length === 0
          ? null
          : html`<fieldset>
              <legend>Why is it not a good lead?</legend>
              ${card.reasons.map(
                (reason) =>
                  html`<label
                    ><input type="radio" name="reason" value="${reason.id}" required /> ${reason.says}</label
                  >`,
              )}
            </fieldset>`
      }
      <p>
        <label for="note">A note for marketing (optional)</label
        ><textarea id="note" name="note" maxlength="2000"></textarea>
      </p>
      <div class="row"><button data-press="reject">Reject this lead</button></div>`,
  );
}

function said(card: VerdictCard): Markup {
  const { verdict } = card;
  if (verdict === null) return html``;
  const when = deadlineInWords(verdict.at, card.timeZone);
  const what = verdict.kind === 'accepted' ? 'Accepted' : 'Rejected';
  return html`<div class="said ${verdict.kind === 'accepted' ? '' : 'no'}" role="status">
    <strong>${what}</strong> by ${verdict.byName}, ${when}.
    ${verdict.reasonSays === null ? null : html`<br />${verdict.reasonSays}`}
    ${verdict.note === null ? null : html`<br /><span class="soft">${verdict.note}</span>`}
    ${card.undoable ? pressForm(html`<div class="row"><button data-press="undo">Take it back</button></div>`) : null}
  </div>`;
}
