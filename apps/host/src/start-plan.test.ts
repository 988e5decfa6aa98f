import { expect, test } from 'vitest';
import { planStart } from './start-plan.ts';

const demo = { demo: true, workspace: 'demo' };
const empty = { demo: false, workspace: null };
const own = { demo: false, workspace: { file: 'w.json' } };

test.each([
  ['a new folder', null, { demo: null, workspace: null }, demo],
  ['a new folder with --no-demo', null, { demo: false, workspace: null }, empty],
  ['a new folder with a workspace', null, { demo: null, workspace: 'w.json' }, own],
  ['a demo of before', true, { demo: null, workspace: null }, demo],
  ['a demo of before with --no-demo', true, { demo: false, workspace: null }, empty],
  ['a demo of before with a workspace', true, { demo: null, workspace: 'w.json' }, own],
  ['an own workspace of before', false, { demo: null, workspace: null }, empty],
  ['an own workspace of before with --demo', false, { demo: true, workspace: null }, demo],
  [
    '--demo with a workspace',
    null,
    { demo: true, workspace: 'w.json' },
    { demo: true, workspace: { file: 'w.json' } },
  ],
])('%s', (_, before, flags, plan) => {
  expect(planStart(flags, before === null ? null : { demo: before, imported: null })).toEqual(plan);
});
