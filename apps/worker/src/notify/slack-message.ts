// A notice as a Slack message. Whatever was written by others stands in `plain_text`, which knows neither links nor
// mentions, with `&`, `<` and `>` escaped besides; the one text that Slack might read as markup, the fallback, has
// them escaped too. It stays below what Slack takes: 50 blocks, 13,000 characters in all.
// https://docs.slack.dev/reference/block-kit/blocks
import { othersInWords, signed, type Line, type Notice, type NoticeScore } from './notice.ts';
import { cut, oneLine } from './shown-text.ts';

const limits = {
  header: 150,
  field: 300,
  fields: 10,
  section: 2800,
  reasons: 1500,
  context: 300,
  answers: 4000,
  lines: 30,
  button: 75,
};

type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };

/** The JSON text of the message. */
export function slackMessage(notice: Notice): string {
  const { title, subtitle, score, until, says } = notice;
  const heading = notice.kicker === null ? title : `${notice.kicker} · ${title}`;
  const contact: Line[] = [
    ...(notice.email === null ? [] : [{ label: 'E-mail', value: notice.email }]),
    ...(notice.phone === null ? [] : [{ label: 'Phone', value: notice.phone }]),
    ...(subtitle === null ? [] : [{ label: 'Company', value: subtitle }]),
    ...(score === null ? [] : [{ label: 'Score', value: dimensionsInWords(score) }]),
  ];
  return JSON.stringify({
    text: escaped(until === null ? notice.subject : `${notice.subject}. ${until}`, 2000),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(heading, limits.header) },
      ...[says, until].flatMap((text) => (text === null ? [] : [context([text])])),
      ...(contact.length === 0 ? [] : [{ type: 'section', fields: contact.map(field) }]),
      ...(score === null ? [] : [{ type: 'section', text: plain(reasonsInWords(score), limits.reasons) }]),
      ...answerBlocks(notice),
      ...(notice.actions.length === 0 ? [] : [{ type: 'actions', elements: notice.actions.map(button) }]),
      ...(notice.footer.length === 0 ? [] : [context(notice.footer)]),
    ],
  });
}

function button({ id, label, url }: Notice['actions'][number], index: number): object {
  return {
    type: 'button',
    action_id: `baton_${id}`,
    text: plain(label, limits.button),
    url,
    ...(index === 0 ? { style: 'primary' } : {}),
  };
}

/** Long answers over the whole width, the others in two columns, ten to a block. */
function answerBlocks(notice: Notice): object[] {
  let left = limits.answers;
  return notice.sections.flatMap(({ title, lines }) => {
    const long: object[] = [];
    const fields: PlainText[] = [];
    for (const line of lines.slice(0, limits.lines)) {
      const text = line.isLong === true ? whole(line) : field(line);
      left -= text.text.length;
      if (left < 0) break;
      if (line.isLong === true) long.push({ type: 'section', text });
      else fields.push(text);
    }
    const others = lines.length - long.length - fields.length;
    if (others > 0) fields.push(plain(`and ${others} more`, limits.field));
    const rows: object[] = [];
    for (let from = 0; from < fields.length; from += limits.fields) {
      rows.push({ type: 'section', fields: fields.slice(from, from + limits.fields) });
    }
    return [{ type: 'divider' }, context([title]), ...long, ...rows];
  });
}

function whole({ label, value }: Line): PlainText {
  return plain(`${label}\n${value}`, limits.section);
}

function reasonsInWords(score: NoticeScore): string {
  const others = othersInWords(score);
  const lines = score.reasons.map(({ says, points }) => `${signed(points)}  ${oneLine(says, 200)}`);
  return [...lines, ...(others === null ? [] : [others])].join('\n');
}

function dimensionsInWords({ total, dimensions }: NoticeScore): string {
  return `${total} = ${dimensions.map(({ label, points }) => `${label.toLowerCase()} ${points}`).join(' + ')}`;
}

function field({ label, value }: Line): PlainText {
  return plain(`${label}\n${cut(value, limits.field - 100)}`, limits.field);
}

function context(texts: readonly string[]): object {
  return { type: 'context', elements: texts.map((text) => plain(text, limits.context)) };
}

function plain(text: string, length: number): PlainText {
  return { type: 'plain_text', text: escaped(text, length), emoji: false };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escaped as Slack asks, and still not longer than it takes. Slack refuses an empty text. */
function escaped(text: string, length: number): string {
  let short = text;
  for (;;) {
    const safe = short.replace(/[&<>]/g, (sign) => entities[sign] ?? '');
    if (safe.length <= length) return safe === '' ? '–' : safe;
    short = cut(short, Math.max(1, short.length - Math.max(1, Math.ceil((safe.length - length) / 5))));
  }
}
