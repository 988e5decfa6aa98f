// Arrivals that are stored in one row and filed later: what waits is never missed, and nothing is ever half filed.
import { expect, test } from 'vitest';
import { forgetUnfiled } from '../../apps/worker/src/desk/intake-rows.ts';
import {
  add,
  byId,
  byName,
  howMany,
  knowing,
  later,
  namesIn,
  putDown,
  rowsIn,
  stand,
  town,
} from './intake-stand.ts';

test('what is put down is one row, and what was given; whoever reads then finds it filed', () => {
  const { intake, storage, statements } = stand();
  putDown(intake, 1, 'Ada');
  statements.length = 0;
  expect(putDown(intake, 2, 'Ben')).toEqual({ given: 'added' });
  expect(statements).toHaveLength(1);
  expect([namesIn(storage), rowsIn(storage), intake.waiting]).toEqual([[], 2, 2]);
  expect(namesIn(intake.sql)).toEqual(['Ada', 'Ben']);
  expect([rowsIn(storage), intake.waiting]).toEqual([0, 0]);
});

test('writing and transactions meet what waits as well', () => {
  const { intake, storage } = stand();
  putDown(intake, 1, 'Ada');
  intake.sql.run(`UPDATE people SET name = 'Eda' WHERE name = 'Ada'`);
  expect(namesIn(storage)).toEqual(['Eda']);
  putDown(intake, 2, 'Ben');
  expect(() =>
    intake.sql.transaction(() => {
      expect(namesIn(storage)).toEqual(['Eda', 'Ben']);
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(namesIn(intake.sql)).toEqual(['Eda', 'Ben']);
});

test('who is looked for and waits cannot be missed: that work is done on the tables', () => {
  const { intake } = stand();
  putDown(intake, 1, 'Ada');
  expect(putDown(intake, 2, 'Ada')).toBeNull();
  expect(intake.waiting).toBe(1);
  expect(intake.sql.all(byName, 'Ada')).toHaveLength(1);
  // Once filed, the tables know.
  expect(putDown(intake, 2, 'Ada')).toEqual({ given: 'known' });
});

test('who is looked for by more than a text is found by the text; by a number alone, in the tables', () => {
  const { intake } = stand();
  putDown(intake, 1, 'Ada');
  const ask = (statement: string, ...values: (string | number)[]) =>
    intake.putDown(() => intake.sql.all(statement, ...values).length);
  expect(ask(later, 'Ben', 0)).toEqual({ given: 0 });
  expect(ask(later, 'Ada', 0)).toBeNull();
  expect(ask(byId, 9)).toBeNull();
  intake.file();
  expect(ask(later, 'Ada', 0)).toEqual({ given: 1 });
});

test('work does not miss what it has put down itself', () => {
  const { intake, storage } = stand();
  const both = intake.putDown(() => {
    intake.sql.run(add, 1, 'Ada');
    return intake.sql.all(byName, 'Ada').length;
  });
  expect(both).toBeNull();
  expect([namesIn(storage), rowsIn(storage)]).toEqual([[], 0]);
});

test('what no arrival changes can be read; anything else leads to the tables, and nothing has happened', () => {
  const { intake, storage } = stand();
  expect(intake.putDown(() => intake.sql.all(town, 1).length)).toEqual({ given: 0 });
  const other = intake.putDown(() => {
    intake.sql.run(add, 1, 'Ada');
    return intake.sql.all(`SELECT count(*) FROM people`);
  });
  expect(other).toBeNull();
  // Also where somebody catches whatever is thrown.
  const caught = intake.putDown(() => {
    intake.sql.run(add, 1, 'Ada');
    try {
      intake.sql.all(`SELECT count(*) FROM people`);
    } catch {
      return 'caught';
    }
    return 'read';
  });
  expect(caught).toBeNull();
  expect([namesIn(storage), rowsIn(storage), intake.waiting]).toEqual([[], 0, 0]);
});

test('what is asked about somebody who was met is answered, unless something of theirs waits', () => {
  const { intake } = stand();
  putDown(intake, 1, 'Ada');
  intake.file();
  const ask = (name: string | null) =>
    intake.putDown(() => {
      if (name !== null) intake.meet(name);
      return intake.sql.all(knowing, 1).length;
    });
  expect(ask(null)).toBeNull();
  expect(ask('Ada')).toEqual({ given: 1 });
  // To have met somebody once is not to have met whom the next one is about.
  expect(ask(null)).toBeNull();
  expect(
    intake.putDown(() => intake.sql.run(`UPDATE people SET name = ? WHERE id = 1`, 'Eda')),
  ).not.toBeNull();
  expect([ask('Eda'), ask('Ada')]).toEqual([null, { given: 1 }]);
});

test('what one statement alone changes can be read, unless that statement waits', () => {
  const { intake } = stand();
  const count = () => intake.putDown(() => intake.sql.all(howMany).length);
  expect(count()).not.toBeNull();
  expect(
    intake.putDown(() => intake.sql.run(`INSERT INTO towns (id, name) VALUES (1, 'Ely')`)),
  ).not.toBeNull();
  expect(count()).not.toBeNull();
  putDown(intake, 1, 'Ada');
  expect(count()).toBeNull();
  intake.file();
  expect(count()).not.toBeNull();
  // Nor where the very work has written it.
  const own = intake.putDown(() => {
    intake.sql.run(add, 2, 'Ben');
    return intake.sql.all(howMany).length;
  });
  expect(own).toBeNull();
});

test('work that throws leaves nothing behind', () => {
  const { intake, storage } = stand();
  expect(() =>
    intake.putDown(() => {
      intake.sql.run(add, 1, 'Ada');
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  expect([namesIn(intake.sql), rowsIn(storage)]).toEqual([[], 0]);
});

test('what is too long for one row is done on the tables', () => {
  const { intake } = stand();
  expect(putDown(intake, 1, 'x'.repeat(500_000))).toBeNull();
  expect(intake.waiting).toBe(0);
});

test('one that cannot be filed stays where it is, is reported, and keeps nobody from being filed', () => {
  const { intake, storage, reported, restart } = stand();
  putDown(intake, 1, 'Ada');
  putDown(intake, 1, 'Ben');
  putDown(intake, 3, 'Cleo');
  expect(namesIn(intake.sql)).toEqual(['Ada', 'Cleo']);
  expect(reported).toEqual([expect.stringMatching(/^2: Error: UNIQUE/)]);
  expect(storage.all(`SELECT id, failure FROM intake`)).toMatchObject([
    { id: 2, failure: expect.stringMatching(/UNIQUE/) },
  ]);
  const after = restart();
  expect(putDown(after.intake, 4, 'Dan')).toEqual({ given: 'added' });
  expect(namesIn(after.intake.sql)).toEqual(['Ada', 'Cleo', 'Dan']);
  expect(rowsIn(storage)).toBe(1);
  // It is tried again with each start, and says so; until it can be.
  expect(after.reported).toHaveLength(1);
  storage.run(`DELETE FROM people WHERE name = 'Ada'`);
  expect(restart().reported).toEqual([]);
  expect([namesIn(storage), rowsIn(storage)]).toEqual([['Ben', 'Cleo', 'Dan'], 0]);
});

test('whoever is erased is erased from what could not be filed', () => {
  const { intake, storage } = stand();
  putDown(intake, 1, 'one@x.example');
  putDown(intake, 1, 'Two"\\@x.example');
  putDown(intake, 1, 'three@x.example');
  intake.file();
  expect(rowsIn(storage)).toBe(2);
  forgetUnfiled(storage, ['two"\\@x.example']);
  expect(storage.all(`SELECT id FROM intake`)).toEqual([{ id: 3 }]);
});

test('what could not be filed is tried again before whoever is in it comes again, unless it was erased', () => {
  for (const isErased of [false, true]) {
    const { intake, storage, reported } = stand();
    putDown(intake, 1, 'ada@x.example');
    putDown(intake, 1, 'ben@x.example');
    intake.file();
    expect(intake.lastClaimed('people')).toBe(1);
    storage.run(`UPDATE people SET id = 7`);
    if (isErased) forgetUnfiled(storage, ['ben@x.example']);
    // Nobody else has to wait for it.
    expect(putDown(intake, 2, 'cleo@x.example')).toEqual({ given: 'added' });
    expect(namesIn(intake.sql)).toEqual(['cleo@x.example', 'ada@x.example']);
    expect(putDown(intake, 3, 'ben@x.example')).toBeNull();
    const [known] = intake.sql.all(byName, 'ben@x.example');
    expect(known).toEqual(isErased ? undefined : { id: 1 });
    expect([rowsIn(storage), intake.lastClaimed('people'), reported.length]).toEqual([0, 0, 1]);
  }
});

test('what could not be filed is tried again in the order in which it came', () => {
  const { intake, storage } = stand();
  for (const name of ['ada@x.example', 'ben@x.example', 'cleo@x.example']) putDown(intake, 1, name);
  intake.file();
  storage.run(`UPDATE people SET id = 7`);
  expect(putDown(intake, 3, 'cleo@x.example')).toBeNull();
  expect(namesIn(intake.sql)).toEqual(['ben@x.example', 'ada@x.example']);
  expect(rowsIn(storage)).toBe(1);
});

test('after a crash what was put down is filed before anything else, by the statements of that time', () => {
  const { intake, storage, restart } = stand();
  putDown(intake, 1, 'Ada');
  putDown(intake, 2, 'Ben “the Null” \u0000 \ud83d\ude00');
  expect(namesIn(storage)).toEqual([]);
  const after = restart();
  expect(namesIn(after.storage)).toEqual(['Ada', 'Ben “the Null” \u0000 \ud83d\ude00']);
  expect(after.storage.all(`SELECT statement FROM intake_statements`)).toEqual([{ statement: add }]);
});

test('parts are filed in their order, in a transaction of the caller’s, and come back when that is undone', () => {
  const { intake, storage } = stand();
  for (const [place, name] of ['Ada', 'Ben', 'Cleo'].entries()) putDown(intake, place + 1, name);
  let takeBack = (): void => undefined;
  expect(() =>
    storage.transaction(() => {
      takeBack = intake.fileWithin(2);
      expect(namesIn(storage)).toEqual(['Ada', 'Ben']);
      throw new Error('undone');
    }),
  ).toThrow('undone');
  takeBack();
  expect([intake.waiting, namesIn(storage)]).toEqual([3, []]);
  expect(putDown(intake, 9, 'Ada')).toBeNull();
  intake.file(1);
  expect([intake.waiting, namesIn(storage)]).toEqual([2, ['Ada']]);
  storage.transaction(() => intake.fileWithin(5));
  expect([intake.waiting, rowsIn(storage), namesIn(storage)]).toEqual([0, 0, ['Ada', 'Ben', 'Cleo']]);
});
