// What happened to the agreement, for the people who are bound by it. Says who did what, what is asked of the reader and
// until when; the agreement itself is read in Baton.
import type { Notice } from './notice.ts';
import { oneLine, severalLines } from './shown-text.ts';

export type AgreementNews = {
  readonly kind: 'proposed' | 'signed' | 'in_force' | 'expired' | 'outdated' | 'review_due';
  readonly version: number;
  /** As the document calls itself. */
  readonly title: string;
  /** Who did it; null: nobody, its time had come. */
  readonly who: { readonly name: string; readonly email: string | null } | null;
  /** What they wrote with it. */
  readonly note: string | null;
  /** Until when it can be signed, epoch ms; null: until something ends it. */
  readonly expiresAt: number | null;
  /** Where the agreement is read. */
  readonly url: string;
};

type Words = { readonly kicker: string; readonly says: string; readonly until: string | null };

export function agreementNotice(news: AgreementNews): Notice {
  const who = oneLine(news.who?.name ?? 'Somebody', 120);
  const { kicker, says, until } = wordsOf(news, who);
  const title = news.title.trim() === '' ? `Agreement, version ${news.version}` : oneLine(news.title, 150);
  return {
    subject: oneLine(`${kicker}: ${title}`, 150),
    preview: says,
    kicker: `${kicker} · version ${news.version}`,
    title,
    subtitle: null,
    email: news.who?.email ?? null,
    phone: null,
    says,
    until,
    score: null,
    sections:
      news.note === null || news.note.trim() === ''
        ? []
        : [{ title: 'Their note', lines: [{ label: who, value: severalLines(news.note), isLong: true }] }],
    actions: [{ id: 'open', label: 'Open the agreement', url: news.url }],
    footer: ['You get this because you are one of the people of this workspace’s marketing or sales.'],
    inReplyTo: null,
  };
}

function wordsOf({ kind, expiresAt }: AgreementNews, who: string): Words {
  const until = expiresAt === null ? null : `It can be signed until ${dayOf(expiresAt)}.`;
  switch (kind) {
    case 'proposed':
      return {
        kicker: 'Proposed',
        says: `${who} proposes another agreement. It judges nobody before both sides have signed it.`,
        until,
      };
    case 'signed':
      return {
        kicker: 'Signed by one side',
        says: `${who} has signed. With your side’s signature it is in force from that second.`,
        until,
      };
    case 'in_force':
      return {
        kicker: 'In force',
        says: `With the signature of ${who} both sides have signed. It judges every lead from now on; leads that are known are scored anew and handed off only at their next event.`,
        until: null,
      };
    case 'expired':
      return {
        kicker: 'Expired',
        says: 'It was not signed by both sides in time, and cannot be any more.',
        until: null,
      };
    case 'outdated':
      return {
        kicker: 'Outdated',
        says: 'Another version has come into force. What it was to change has to be proposed anew, over that one.',
        until: null,
      };
    case 'review_due':
      return {
        kicker: 'Review due',
        says: 'It is time to look at the agreement again, together: keep it as it is, or propose what is to change.',
        until: null,
      };
  }
}

function dayOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
