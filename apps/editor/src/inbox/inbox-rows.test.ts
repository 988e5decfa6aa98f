import { expect, test } from 'vitest';
import { withPage, type InboxRow, type Page, type Told } from './inbox-rows.ts';

function row(id: string): InboxRow {
  return {
    id,
    place: `.${id}`,
    name: id,
    company: '',
    email: `${id}@x.example`,
    tier: null,
    total: null,
    stage: 'lead',
    contacted: false,
    rejected: false,
    owner: null,
    handoff: null,
    source: null,
    forms: [],
    state: null,
    createdAt: '2027-01-01T00:00:00.000Z',
  };
}

const counts = { mine: 0, unanswered: 0, overdue: 0, open: 0, accepted: 0, everything: 0 };

function page(ids: string, more: boolean): Page {
  return { rows: ids.split('').map(row), more, counts, views: [] };
}

function ids({ rows }: Told): string {
  return rows.map(({ id }) => id).join('');
}

const loaded = withPage(withPage(undefined, 0, page('abc', true), '1'), 3, page('def', true), '1');

test('pages stand one behind the other', () => {
  expect(ids(loaded)).toBe('abcdef');
  expect(loaded.more).toBe(true);
});

test('a new lead comes in at the top, and what stands behind the first page stays', () => {
  const next = withPage(loaded, 0, page('nab', true), '2');
  expect([ids(next), next.revision]).toEqual(['nabcdef', '2']);
});

test('a lead that went away leaves the page, and the one that moved up is not there twice', () => {
  expect(ids(withPage(loaded, 0, page('acd', true), '2'))).toBe('acdef');
  expect(ids(withPage(loaded, 2, page('cfe', false), '2'))).toBe('abcfe');
});

test('when so much is new that nothing fits, the list begins anew', () => {
  const next = withPage(loaded, 0, page('xyz', true), '2');
  expect([ids(next), next.more]).toEqual(['xyz', true]);
});

test('the last page ends the list', () => {
  const next = withPage(loaded, 6, page('gh', false), '1');
  expect([ids(next), next.more]).toEqual(['abcdefgh', false]);
});
