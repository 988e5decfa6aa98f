// That every test's Desks are looked through is itself held to finding what is wrong.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { madeDesks } from './made-desks.ts';
import { smallWorkspace } from './small-workspace.ts';
import { stored } from './views.ts';

function withLead() {
  const bench = nodeDesk();
  bench.desk.importWorkspace(smallWorkspace);
  stored(bench.desk.intake.submit(arrivalOf({ email: 'ada@engines.example', size: '11-50', role: 'other' })));
  return bench;
}

test('a score that the version in force does not come to is found, with its lead', () => {
  const bench = withLead();
  bench.sql.run(`UPDATE leads SET score = json_set(score, '$.fit', 41, '$.total', 41)`);
  expect(() => madeDesks.lookThrough?.()).toThrow(/ada@engines\.example .*"fit":41.* it comes to .*"fit":40/);
});

test('a tier that does not belong to it is found too', () => {
  const bench = withLead();
  bench.sql.run(`UPDATE leads SET tier = 'hot'`);
  expect(() => madeDesks.lookThrough?.()).toThrow('walked again under version 1');
});
