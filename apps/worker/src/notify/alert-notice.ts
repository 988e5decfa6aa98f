// Something of Baton's own needs a hand.
import type { Line, Notice } from './notice.ts';
import { oneLine } from './shown-text.ts';

export type AlertNews = {
  readonly title: string;
  readonly says: string;
  readonly lines?: readonly Line[];
};

/** @param url where Baton stands */
export function alertNotice({ title, says, lines = [] }: AlertNews, url: string): Notice {
  return {
    subject: oneLine(`Baton: ${title}`, 150),
    preview: oneLine(says, 300),
    kicker: 'Needs a hand',
    title: oneLine(title, 150),
    subtitle: null,
    email: null,
    phone: null,
    says: oneLine(says, 600),
    until: null,
    score: null,
    sections: lines.length === 0 ? [] : [{ title: 'What is known', lines }],
    actions: [{ id: 'open', label: 'Open Baton', url }],
    footer: ['You get this as an admin of this workspace, at most once a day about the same thing.'],
    inReplyTo: null,
  };
}
