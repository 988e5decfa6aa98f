// A notice as a mail, in plain text and in HTML. Tables and inline styles, since mail programs know little else; the
// style sheet adds dark mode and narrow screens where it is read, and nothing depends on it. Every value is text.
import type { Mail } from '../channels/mail.ts';
import { mailHtml } from './mail-html.ts';
import { labelled, othersInWords, signed, type Notice, type NoticeScore, type Section } from './notice.ts';
import { oneLine } from './shown-text.ts';

/** The mail of a notice. */
export function noticeMail(notice: Notice): Mail {
  return {
    subject: notice.subject,
    text: mailText(notice),
    html: mailHtml(notice),
    ...(notice.inReplyTo === null ? {} : { inReplyTo: notice.inReplyTo }),
  };
}

/** The frozen body of a delivery by mail. */
export function mailBody(notice: Notice): string {
  return JSON.stringify(noticeMail(notice));
}

function mailText(notice: Notice): string {
  const { kicker, title, subtitle, email, phone, says, until, score, actions, footer, stop } = notice;
  const contact = [email, phone].filter((text) => text !== null).join(' · ');
  const head = [kicker, title, subtitle, contact === '' ? null : contact];
  const links = actions.map(({ label, url }) => `${`${label}:`.padEnd(8)} ${url}`);
  const parts = [
    head.filter((text) => text !== null),
    [says, until].filter((text) => text !== null),
    links,
    score === null ? [] : reasonsText(score),
    ...notice.sections.map(sectionText),
    [...footer, ...(stop === undefined ? [] : [`${stop.label}: ${stop.url}`])],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function reasonsText(score: NoticeScore): string[] {
  const others = othersInWords(score);
  const sum = score.dimensions.map(({ label, points }) => `${label.toLowerCase()} ${points}`).join(', ');
  return [
    `WHY ${score.total} POINTS (${sum})`,
    ...score.reasons.map(({ says, points }) => `${signed(points).padStart(5)}  ${oneLine(says)}`),
    ...(others === null ? [] : [`       ${others}`]),
  ];
}

function sectionText({ title, lines }: Section): string[] {
  return [
    title.toUpperCase(),
    // What follows a line break is set in, so that no answer can pass for a line of ours.
    ...lines.map((line) =>
      [`  ${labelled(line)} ${line.value}`, line.beside, line.href]
        .filter((text) => text !== undefined)
        .join('\n')
        .replaceAll('\n', '\n    '),
    ),
  ];
}
