// Notices for tests: a believable one, and the same with every text replaced.
import type { Notice } from '../../apps/worker/src/notify/notice.ts';

const link = (action: string): string => `https://baton.example/v/${action}.token`;

/** A handoff as sales would get it. */
export const exampleNotice: Notice = {
  subject: 'HOT 84: Ada Lovelace, Analytical Engines',
  preview: 'Follow up by Monday 4 January, 10:15 (Berlin time). Wants to start within a month',
  kicker: 'HOT · 84 points',
  title: 'Ada Lovelace',
  subtitle: 'Analytical Engines',
  email: 'ada@engines.example',
  phone: '+44 20 7946 0000',
  says: null,
  until: 'Follow up by Monday 4 January, 10:15 (Berlin time)',
  score: {
    total: 84,
    dimensions: [
      { label: 'Fit', points: 50, max: 60 },
      { label: 'Engagement', points: 4, max: 20 },
      { label: 'Intent', points: 30, max: 40 },
    ],
    reasons: [
      { says: 'Wants to start within a month', points: 20 },
      { says: 'Private e-mail address', points: -8 },
    ],
    others: 3,
  },
  sections: [
    {
      title: 'Answers to “Request a demo”',
      lines: [
        { label: 'Tell us more', value: 'Two sites.\nOne spreadsheet.', isLong: true },
        { label: 'What do you do?', value: 'Director' },
        { label: 'Country', value: 'Germany' },
      ],
    },
    { title: 'Visit', lines: [{ label: 'Source', value: 'google · cpc' }] },
  ],
  actions: [
    { id: 'accept', label: 'Accept', url: link('accept') },
    { id: 'reject', label: 'Reject', url: link('reject') },
    { id: 'open', label: 'Open', url: link('open') },
  ],
  footer: ['For Ann. It is her turn.', 'Judged under version 3 of the agreement.'],
  inReplyTo: null,
};

/** The same with each text that others may have written put through `change`. */
export function rewritten(change: (text: string) => string): Notice {
  const maybe = (text: string | null): string | null => (text === null ? null : change(text));
  const { score } = exampleNotice;
  return {
    ...exampleNotice,
    subject: change(exampleNotice.subject),
    preview: change(exampleNotice.preview),
    kicker: maybe(exampleNotice.kicker),
    title: change(exampleNotice.title),
    subtitle: maybe(exampleNotice.subtitle),
    email: maybe(exampleNotice.email),
    says: change('says'),
    until: maybe(exampleNotice.until),
    score:
      score === null
        ? null
        : { ...score, reasons: score.reasons.map((reason) => ({ ...reason, says: change(reason.says) })) },
    sections: exampleNotice.sections.map(({ title, lines }) => ({
      title: change(title),
      lines: lines.map((line) => ({ ...line, label: change(line.label), value: change(line.value) })),
    })),
    footer: exampleNotice.footer.map(change),
  };
}

/** What people write who want to be more than text, by the medium that they aim at. */
export const hostileTexts = [
  '<script>canary()</script>',
  '"><img src=x onerror=canary()>',
  '</td></tr></table><a href="https://evil.example">press</a>',
  "' style='position:fixed",
  '<!-- --><![if mso]>canary<![endif]>',
  '</style><style>*{display:none}',
  'Ada\r\nBcc: eve@evil.example\r\n\r\ncanary',
  '<!channel> <!here> <@U012AB3CD> <#C012AB3CD>',
  '<https://evil.example|Accept>',
  '*bold* _italic_ ~struck~ `code` :rotating_light:',
  '[Accept](https://evil.example) ![](https://evil.example/x.png) **bold**\n# heading\n- list',
  '{{DATE(2027-01-04T09:00:00Z,SHORT)}} ${secret} @{triggerBody()}',
  '<at>everybody</at>',
  'javascript:canary()',
  '\u202emoc.live\u202c \u2066hidden\u2069 \u200f',
  '\u0000\u0007\u001b[31mred',
  '\ud800 half a pair',
  '{{firstName}} %FIRSTNAME% {% include %}',
] as const;
