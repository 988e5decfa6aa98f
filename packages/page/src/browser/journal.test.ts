import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignOf, newJournal, note, seePage } from './journal.ts';
import type { Journal } from './journal.ts';

type Page = { readonly url: URL; readonly at: string; readonly referrer: string };
const page = (url: string, at: string, referrer = ''): Page => ({ url: new URL(url), at, referrer });
const look = (journal: Journal, { url, at, referrer }: Page) => seePage(journal, url, referrer, at);
const see = (...pages: readonly Page[]): Journal => {
  const journal = newJournal();
  for (const page of pages) look(journal, page);
  return journal;
};

test('pages seen within half an hour are one visit, later ones another', () => {
  const { visits, touches, seen } = see(
    page(
      'https://x.example/a?utm_source=mail&token=secret',
      '2030-01-01T10:00:00.000Z',
      'https://mail.example/',
    ),
    page('https://x.example/b', '2030-01-01T10:29:00.000Z'),
    page('https://x.example/c', '2030-01-01T11:00:00.000Z'),
  );
  expect(visits).toBe(2);
  expect(touches).toEqual([
    {
      url: 'https://x.example/a',
      referrer: 'https://mail.example/',
      at: '2030-01-01T10:00:00.000Z',
      utm_source: 'mail',
    },
    { url: 'https://x.example/c', referrer: '', at: '2030-01-01T11:00:00.000Z' },
  ]);
  expect(seen.map((one) => ('path' in one ? one.path : one.event))).toEqual(['/a', '/b', '/c']);
});

test('another campaign begins a visit at once, the same one does not', () => {
  const journal = see(
    page('https://x.example/?gclid=1', '2030-01-01T10:00:00.000Z'),
    page('https://x.example/?gclid=1', '2030-01-01T10:01:00.000Z'),
    page('https://x.example/?gclid=2', '2030-01-01T10:02:00.000Z'),
  );
  expect(journal.visits).toBe(2);
});

test('only what names a campaign is taken from an address', () => {
  expect(campaignOf('?utm_term=a&fbclid=b&wbraid=c&li_fat_id=d&q=e&utmost=f')).toEqual({
    utm_term: 'a',
    fbclid: 'b',
    wbraid: 'c',
    li_fat_id: 'd',
  });
});

test('however long somebody browses, the journal stays small and the first touch stays in it', () => {
  fc.assert(
    // Long ones as well: by itself it makes lists of a few only.
    fc.property(
      fc.array(fc.tuple(fc.nat(5_000_000_000), fc.nat(5)), { maxLength: 300, size: 'max' }),
      (visits) => {
        const journal = newJournal();
        let at = Date.UTC(2030, 0, 1);
        for (const [pause, path] of visits) {
          at += pause;
          const now = new Date(at).toISOString();
          look(journal, page(`https://x.example/${path}`, now));
          note(journal, 'event', 'e', now);
        }
        expect(journal.touches.length).toBeLessThanOrEqual(Math.min(10, journal.visits));
        expect(journal.seen.length).toBe(Math.min(100, 2 * visits.length));
        if (visits[0])
          expect(journal.touches[0]?.['at']).toBe(
            new Date(Date.UTC(2030, 0, 1) + visits[0][0]).toISOString(),
          );
      },
    ),
  );
});
