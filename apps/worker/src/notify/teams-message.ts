// A notice as an Adaptive Card for Microsoft Teams. TextBlocks and facts are read as Markdown there, so that whatever
// was written by others stands in TextRuns, which are not; only words of this house stand in TextBlocks. Teams also
// replaces `{{DATE(…)}}` anywhere, so that no two braces stay together. It stays below the 28 kB that Teams takes.
// https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features
import { labelled, othersInWords, signed, type Notice, type NoticeScore, type Section } from './notice.ts';
import { cut, oneLine } from './shown-text.ts';

/** What the answers may take of the message, in bytes of UTF-8. */
const answersLimit = 10_000;
/** What any other text may have of it, in UTF-16 units. */
const textLimit = 200;

type Run = {
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly size?: 'Large';
};

/** The JSON text of the message that carries the card. */
export function teamsMessage(notice: Notice): string {
  const { score, until, says } = notice;
  const contact = [notice.email, notice.phone].filter((text) => text !== null).join(' · ');
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: 'News of a lead. This version of Teams cannot show it.',
    msteams: { width: 'Full' },
    body: [
      ...(notice.kicker === null ? [] : [line([{ text: notice.kicker, weight: 'Bolder', isSubtle: true }])]),
      line([{ text: notice.title, weight: 'Bolder', size: 'Large' }], 'None'),
      ...(notice.subtitle === null ? [] : [line([{ text: notice.subtitle }], 'None')]),
      line([{ text: contact }], 'None'),
      ...(says === null ? [] : [line([{ text: says }], 'Medium')]),
      ...(until === null ? [] : [line([{ text: until, weight: 'Bolder' }], 'Medium')]),
      ...(score === null ? [] : reasonLines(score)),
      ...answerParts(notice.sections),
      ...notice.footer.map((text) => line([{ text, isSubtle: true }], 'Medium')),
    ],
    actions: notice.actions.map(({ label, url }, index) => ({
      type: 'Action.OpenUrl',
      title: label,
      url,
      ...(index === 0 ? { style: 'positive' } : {}),
    })),
  };
  return JSON.stringify({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  });
}

function reasonLines(score: NoticeScore): object[] {
  const others = othersInWords(score);
  const sum = score.dimensions.map(({ label, points, max }) => `${label} ${points} of ${max}`).join(' · ');
  return [
    heading('Why'),
    ...score.reasons.map(({ says, points }) =>
      line([{ text: `${signed(points)}  `, weight: 'Bolder' }, { text: oneLine(says) }], 'Small'),
    ),
    ...(others === null ? [] : [line([{ text: others, isSubtle: true }], 'Small')]),
    line([{ text: sum, isSubtle: true }], 'Small'),
  ];
}

function answerParts(sections: readonly Section[]): object[] {
  let left = answersLimit;
  return sections.flatMap(({ title, lines }) => {
    const parts: object[] = [];
    for (const one of lines) {
      const label = `${cut(labelled(one), textLimit)} `;
      const part = line([{ text: label, isSubtle: true }, { text: one.value }], 'Small', 1500);
      left -= sizeOf(part);
      if (left < 0) break;
      parts.push(part);
    }
    const others = lines.length - parts.length;
    if (others > 0) parts.push(line([{ text: `and ${others} more`, isSubtle: true }], 'Small'));
    return [line([{ text: title, weight: 'Bolder' }], 'Medium'), ...parts];
  });
}

function sizeOf(part: object): number {
  return new TextEncoder().encode(JSON.stringify(part)).length;
}

/** A heading in our own words: nothing from elsewhere may come in here. */
function heading(text: 'Why'): object {
  return { type: 'TextBlock', text, weight: 'Bolder', spacing: 'Medium' };
}

function line(
  runs: readonly Run[],
  spacing: 'None' | 'Small' | 'Medium' = 'Small',
  length = textLimit,
): object {
  return {
    type: 'RichTextBlock',
    spacing,
    inlines: runs.map((run) => ({ type: 'TextRun', ...run, text: inert(cut(run.text, length)) })),
  };
}

/** Two braces that meet would be a function to Teams; a character without width keeps them apart. */
function inert(text: string): string {
  return text.replace(/\{(?=\{)/g, '{\u200b').replace(/\}(?=\})/g, '}\u200b');
}
