import { expect, test } from 'vitest';
import { capacityAhead, type Taker } from './capacity.ts';

const ann: Taker = { email: 'ann@a.example', capacity: 4, away: [] };
const bob: Taker = { ...ann, email: 'bob@a.example', away: [{ from: '2027-01-05', to: '2027-01-05' }] };
const days = ['2027-01-04', '2027-01-05', '2027-01-06'].map((date) => ({ date, expected: 5 }));

test('a day on which somebody is away is over before it comes, and one with everybody may be tight', () => {
  expect(capacityAhead([ann, bob], days)).toMatchObject([
    { capacity: 8, away: [], state: 'tight', high: 9 },
    { capacity: 4, away: ['bob@a.example'], state: 'over' },
    { capacity: 8, state: 'tight' },
  ]);
});

test('who has no limit takes any number, unless they are away', () => {
  const free: Taker = { ...bob, capacity: null };
  expect(capacityAhead([ann, free], days)).toMatchObject([
    { capacity: null, state: 'fine' },
    { capacity: 4, state: 'over' },
    { capacity: null, state: 'fine' },
  ]);
  expect(capacityAhead([ann], [{ date: '2027-01-04', expected: 0 }])).toMatchObject([
    { high: 0, state: 'fine' },
  ]);
});
