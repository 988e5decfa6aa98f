// What could not be filed keeps the row numbers that it was given, and its person.
import { expect, test } from 'vitest';
import { arrivalOf, nodeDesk } from './desk-on-node.ts';
import { smallWorkspace } from './small-workspace.ts';
import { leadOf, stored } from './views.ts';
import type { Sql } from '../../apps/worker/src/desk/sql.ts';

test('whoever comes after what could not be filed is not written over by it', () => {
  let broken = false;
  // Storage that takes no leads for a while, as where a version of Baton writes what its tables refuse.
  const door = (sql: Sql): Sql => ({
    ...sql,
    run: (statement, ...values) => {
      if (broken && statement.startsWith('INSERT INTO leads') && values.includes('first@x.example'))
        throw new Error('constraint failed');
      sql.run(statement, ...values);
    },
  });
  const bench = nodeDesk({ door });
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: [] });
  stored(bench.desk.intake.submit(arrivalOf({ email: 'zero@x.example', size: '1-10', role: 'other' })));
  bench.desk.intake.file();
  broken = true;
  stored(
    bench.desk.intake.submit(
      arrivalOf({ email: 'first@x.example', size: '1-10', role: 'other', name: 'First' }),
    ),
  );
  bench.desk.intake.file();
  const second = bench.restart();
  stored(
    second.desk.intake.submit(
      arrivalOf({ email: 'second@x.example', size: '11-50', role: 'other', name: 'Second' }),
    ),
  );
  expect(leadOf(second, 'second@x.example').attributes).toMatchObject({ name: 'Second' });
  broken = false;
  const third = second.restart();
  expect(leadOf(third, 'second@x.example')).toMatchObject({
    attributes: { name: 'Second', email: 'second@x.example' },
    submissions: [{ answers: { name: 'Second' } }],
  });
  expect(leadOf(third, 'first@x.example').attributes).toMatchObject({ name: 'First' });
});

test('what storage refused for a moment is filed when it takes it again, and the same person’s next goes to the same lead', () => {
  let broken = false;
  const door = (sql: Sql): Sql => ({
    ...sql,
    run: (statement, ...values) => {
      if (broken && statement.startsWith('INSERT INTO leads')) throw new Error('database or disk is full');
      sql.run(statement, ...values);
    },
  });
  const bench = nodeDesk({ door });
  bench.desk.importWorkspace({ ...smallWorkspace, destinations: [] });
  const email = 'first@x.example';
  stored(bench.desk.intake.submit(arrivalOf({ email: 'zero@x.example', size: '1-10', role: 'other' })));
  bench.desk.intake.file();
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'other', name: 'First' })));
  broken = true;
  bench.desk.intake.file();
  broken = false;
  bench.now += 20_000;
  stored(bench.desk.intake.submit(arrivalOf({ email, size: '51-500', role: 'other' })));
  const again = bench.restart();
  const lead = leadOf(again, email);
  expect(lead.attributes).toMatchObject({ name: 'First' });
  expect(lead.submissions).toHaveLength(2);
});
