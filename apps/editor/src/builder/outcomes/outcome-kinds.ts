// The kinds of outcomes: what each is called, its sign, and how one begins.
import { CalendarClock, Download, ExternalLink, MessageSquareText, type LucideIcon } from 'lucide-react';
import type { Show } from '@baton/form';

export type Kind = {
  readonly kind: Show['kind'];
  readonly name: string;
  readonly Sign: LucideIcon;
  /** Addresses are left for whoever knows them. */
  readonly first: Show;
};

export const outcomeKinds: readonly Kind[] = [
  {
    kind: 'message',
    name: 'Message',
    Sign: MessageSquareText,
    first: { kind: 'message', title: 'Thank you', text: 'We will be in touch.' },
  },
  { kind: 'redirect', name: 'Another page', Sign: ExternalLink, first: { kind: 'redirect', url: '' } },
  {
    kind: 'booking',
    name: 'Booking',
    Sign: CalendarClock,
    first: { kind: 'booking', url: '', title: 'Thank you', text: 'Choose a time that suits you.' },
  },
  {
    kind: 'download',
    name: 'Download',
    Sign: Download,
    first: { kind: 'download', url: '', title: 'Thank you', text: 'Here it is.' },
  },
];
