// The score in a mail: the strongest reasons with their points, and a bar for each dimension. Bars are cells with a
// colour, since many mail programs load no images.
import { html, type Markup } from '@baton/page/markup';
import { othersInWords, signed, type NoticeScore } from './notice.ts';
import { oneLine } from './shown-text.ts';

/** A heading between the parts of a mail. */
export function mailHeading(words: string): Markup {
  return html`<h2 class="soft small" style="margin:28px 0 8px;font-size:13px;font-weight:600">${words}</h2>`;
}

/** Why it is so many points: the strongest reasons, and how far each dimension goes. */
export function mailScore(score: NoticeScore): Markup {
  const others = othersInWords(score);
  return html`${mailHeading(`Why ${score.total} points`)}
    <table role="presentation" cellpadding="0" cellspacing="0">
      ${score.reasons.map(({ says, points }) => reason(says, points))}
    </table>
    ${others === null ? null : html`<p class="soft small" style="margin:4px 0 0">${others}</p>`}
    <table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:14px 0 0">
      ${score.dimensions.map(
        ({ label, points, max }) =>
          html`<tr>
            <td class="soft small" width="104">${label}</td>
            <td>${bar(points, max)}</td>
            <td class="soft small" width="72" align="right">${points} of ${max}</td>
          </tr>`,
      )}
    </table>`;
}

function reason(says: string, points: number): Markup {
  const number =
    points < 0
      ? html`<strong class="bad" style="color:#b42318">${signed(points)}</strong>`
      : html`<strong>${signed(points)}</strong>`;
  return html`<tr>
    <td
      class="line"
      valign="top"
      align="right"
      style="padding-right:14px;white-space:nowrap;font-variant-numeric:tabular-nums"
    >
      ${number}
    </td>
    <td class="line">${oneLine(says)}</td>
  </tr>`;
}

function bar(points: number, max: number): Markup {
  const share = max <= 0 ? 0 : Math.round((100 * Math.max(0, Math.min(points, max))) / max);
  const part = (name: string, colour: string, percent: number): Markup | null =>
    percent === 0
      ? null
      : html`<td
          class="${name}"
          bgcolor="${colour}"
          width="${percent}%"
          style="background:${colour};height:6px;line-height:6px;font-size:0"
        >
          &nbsp;
        </td>`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" width="100%">
    <tr>
      ${part('bar', '#6d71f0', share)}${part('track', '#e8eaf0', 100 - share)}
    </tr>
  </table>`;
}
