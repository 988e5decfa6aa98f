// What work that is put down has read and changed is remembered as it will stand once all is filed, and no longer than that.
import { expect, test } from 'vitest';
import { Remembered } from '../../apps/worker/src/desk/remembered.ts';
import { first, number } from '../../apps/worker/src/desk/sql.ts';
import { add, howMany, namesIn, stand } from './intake-stand.ts';

/** People who are numbered by how many there are, which is remembered. */
function numbered(from = stand()) {
  const { intake } = from;
  const many = intake.remember((isAsked) => new Remembered<{ readonly many: number }>(isAsked));
  const ask = (): number =>
    many.get(() => {
      const row = first(intake.sql, howMany);
      return { many: row === null ? 0 : number(row, 'many') };
    }).many;
  const come = (name: string): number => {
    const id = ask() + 1;
    intake.sql.run(add, id, name);
    many.set({ many: id });
    return id;
  };
  return { ...from, ask, come, put: (name: string) => intake.putDown(() => come(name))?.given ?? null };
}

test('what is remembered is what will stand once all is filed, in parts as well', () => {
  const { intake, put, storage } = numbered();
  expect([put('Ada'), put('Ben'), put('Cleo'), intake.waiting]).toEqual([1, 2, 3, 3]);
  intake.file(2);
  expect([put('Dan'), intake.waiting]).toEqual([4, 2]);
  intake.file();
  expect([put('Eve'), intake.waiting]).toEqual([5, 1]);
  intake.file();
  expect(namesIn(storage)).toEqual(['Ada', 'Ben', 'Cleo', 'Dan', 'Eve']);
});

test('what was not put down is not remembered', () => {
  const { intake, put, come } = numbered();
  expect(put('Ada')).toBe(1);
  expect(() =>
    intake.putDown(() => {
      come('Ben');
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  expect(put('Ben')).toBe(2);
  const refused = intake.putDown(() => {
    come('Cleo');
    return intake.sql.all(`SELECT name FROM people`);
  });
  expect(refused).toBeNull();
  expect(put('Cleo')).toBe(3);
  expect(put('x'.repeat(500_000))).toBeNull();
  expect(put('Dan')).toBe(4);
});

test('whoever writes to the tables is not missed by what is remembered', () => {
  const { intake, put, come, ask } = numbered();
  expect(put('Ada')).toBe(1);
  // They read the tables, and find everything there.
  expect(ask()).toBe(1);
  intake.sql.run(`DELETE FROM people WHERE name = 'Ada'`);
  expect(put('Ben')).toBe(1);
  expect(intake.sql.transaction(() => come('Cleo'))).toBe(2);
  expect(put('Dan')).toBe(3);
  expect(() =>
    intake.sql.transaction(() => {
      come('Eve');
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(put('Eve')).toBe(4);
});

test('what could not be filed is remembered by nobody', () => {
  const { intake, put, storage } = numbered();
  expect([put('Ada'), put('Ben')]).toEqual([1, 2]);
  storage.run(add, 9, 'Ben');
  intake.file();
  expect([namesIn(storage), intake.waiting]).toEqual([['Ada', 'Ben'], 0]);
  // Whether it will be filed some day, nobody knows: as long as it is there, the tables are asked.
  expect(put('Cleo')).toBeNull();
});

test('where filing was undone, what is remembered is as it was', () => {
  const { intake, put, storage } = numbered();
  put('Ada');
  let takeBack = (): void => undefined;
  expect(() =>
    storage.transaction(() => {
      takeBack = intake.fileWithin(1);
      throw new Error('undone');
    }),
  ).toThrow('undone');
  takeBack();
  expect(put('Ben')).toBe(2);
  intake.file();
  expect(namesIn(storage)).toEqual(['Ada', 'Ben']);
});
