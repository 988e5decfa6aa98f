// A share of a form that has dropped, or a form that has gone silent: what is known, and what it points at.
import {
  dayInWords,
  instantInWords,
  percent,
  rateOf,
  type Evidence,
  type Watched,
} from '@baton/review/alerts';
import type { Line, Notice } from './notice.ts';
import { oneLine } from './shown-text.ts';

export type ToldAlert = {
  readonly form: string;
  readonly what: Watched;
  readonly title: string;
  readonly says: readonly string[];
  readonly evidence: Evidence;
};

export type WatchNews = {
  /** At least one. */
  readonly alerts: readonly ToldAlert[];
  /** Where all of them are seen. */
  readonly open: string;
  /** Mutes the only one; null where there are several. */
  readonly mute: string | null;
};

export function watchNotice({ alerts, open, mute }: WatchNews): Notice {
  const [first] = alerts;
  const isOne = alerts.length === 1;
  const title = isOne && first !== undefined ? first.title : `${alerts.length} alerts about your forms`;
  const says =
    isOne && first !== undefined ? first.says.join(' ') : 'More than one thing has changed at once.';
  return {
    subject: oneLine(`Alert: ${title}`, 150),
    preview: oneLine(says, 300),
    kicker: 'Alert',
    title: oneLine(title, 200),
    subtitle: null,
    email: null,
    phone: null,
    says: oneLine(says, 1500),
    until: null,
    score: null,
    sections: isOne
      ? first === undefined
        ? []
        : [{ title: 'What was counted', lines: evidenceLines(first.evidence) }]
      : [
          {
            title: 'What has changed',
            lines: alerts.map(({ title: label, says: said }) => ({
              label: oneLine(label, 200),
              value: oneLine(said.join(' '), 600),
            })),
          },
        ],
    actions: [
      { id: 'open', label: 'Look at it', url: open },
      ...(mute === null ? [] : [{ id: 'mute', label: 'Mute', url: mute }]),
    ],
    footer: [
      'You get this once, and again only when it gets worse or comes back.',
      'Who gets alerts is set in Baton, under Review, Alerts.',
    ],
    inReplyTo: null,
  };
}

function evidenceLines(evidence: Evidence): Line[] {
  if (evidence.kind === 'silence')
    return [
      { label: 'Last lead', value: instantInWords(evidence.since) },
      { label: 'Usually since then', value: `${Math.round(evidence.expected)} leads` },
      {
        label: 'Seen since then',
        value: `${timesInWords(evidence.views)}, begun ${timesInWords(evidence.starts)}`,
      },
    ];
  const { now, before, from, to } = evidence;
  return [
    {
      label: from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`,
      value: `${now.hits} of ${now.of} (${percent(rateOf(now))})`,
    },
    { label: 'Eight weeks before', value: `${percent(rateOf(before))} on the same weekdays` },
    ...evidence.parts
      .filter(({ isSuspect }) => isSuspect)
      .slice(0, 5)
      .map(({ kind, name, before: was, now: is }) => ({
        label: oneLine(`${kind[0]?.toUpperCase()}${kind.slice(1)} ${name}`, 100),
        value: `${is.hits} of ${is.of}${was.of === 0 ? '' : `, ${percent(rateOf(was))} before`}`,
      })),
  ];
}

function timesInWords(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`;
}
