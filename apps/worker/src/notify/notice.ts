// What a person is told, before it is a mail, a Slack message or a Teams card. Everything in it is plain text, each
// medium escapes it in its own way; links and the words of this house are the only things that lead anywhere.
import type { DimensionId, Reason, Score } from '@baton/agreement';

export type Line = {
  readonly label: string;
  readonly value: string;
  /** Words of their own, that want the whole width. */
  readonly isLong?: true;
  /** Where the value leads, in Baton; mails alone show it. */
  readonly href?: string;
  /** Below the value, and no part of what leads there; mails alone show it. */
  readonly beside?: string;
};

export type Section = { readonly title: string; readonly lines: readonly Line[] };

/** A button. The first of a notice is the one that most will press. */
type Action = { readonly id: string; readonly label: string; readonly url: string };

export type Notice = {
  /** All that a lock screen or a list shows. */
  readonly subject: string;
  /** What a list of mails shows after the subject. */
  readonly preview: string;
  /** A few words above the title, such as tier and points. */
  readonly kicker: string | null;
  /** Who it is about. */
  readonly title: string;
  /** Their company. */
  readonly subtitle: string | null;
  /** Null where it is about nobody. */
  readonly email: string | null;
  readonly phone: string | null;
  /** What happened, in a sentence, where the title does not say so. */
  readonly says: string | null;
  /** What is to be done until when. */
  readonly until: string | null;
  readonly score: NoticeScore | null;
  readonly sections: readonly Section[];
  readonly actions: readonly Action[];
  /** Why they are told, and on what ground. */
  readonly footer: readonly string[];
  /** How its reader gets no more of them; at the foot of mails alone. */
  readonly stop?: { readonly label: string; readonly url: string };
  /** The delivery's id of the mail that this one answers. */
  readonly inReplyTo: string | null;
};

export type NoticeScore = {
  readonly total: number;
  readonly dimensions: readonly { readonly label: string; readonly points: number; readonly max: number }[];
  /** The strongest reasons, as the agreement says them. */
  readonly reasons: readonly { readonly says: string; readonly points: number }[];
  /** How many more there are. */
  readonly others: number;
};

const dimensionLabels: Readonly<Record<DimensionId, string>> = {
  fit: 'Fit',
  engagement: 'Engagement',
  intent: 'Intent',
};

/** The strongest reasons, by their points. */
function strongest(reasons: readonly Reason[], count = 5): Reason[] {
  return [...reasons]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.id.localeCompare(b.id))
    .slice(0, count);
}

/** A score in the words of a notice; `maximum` is what each dimension can reach. */
export function noticeScore(score: Score, maximum: Readonly<Record<DimensionId, number>>): NoticeScore {
  const reasons = strongest(score.reasons);
  const ids = ['fit', 'engagement', 'intent'] as const;
  return {
    total: score.total,
    dimensions: ids.map((id) => ({ label: dimensionLabels[id], points: score[id], max: maximum[id] })),
    reasons: reasons.map(({ says, points }) => ({ says, points })),
    others: score.reasons.length - reasons.length,
  };
}

/** Points with their sign: `+20`, `−8`. */
export function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}

/** A label before its value in one line; a question needs no colon. */
export function labelled({ label }: Line): string {
  return /[?!:.…]$/.test(label) ? label : `${label}:`;
}

/** "and 2 more; all of them add up to 84": never fewer reasons than the score has, without saying so. */
export function othersInWords({ others, total }: NoticeScore): string | null {
  return others > 0 ? `and ${others} more; all of them add up to ${total}` : null;
}
