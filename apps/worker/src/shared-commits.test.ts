import { afterEach, expect, test, vi } from 'vitest';
import { SharedCommits } from './shared-commits.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Storage that does at once what it is given. */
async function together(work: () => void): Promise<void> {
  work();
}

/** A disk whose commits end when told. */
function slowDisk(): { commits: SharedCommits; synced: () => Promise<void>; begun: () => number } {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const commits = new SharedCommits({
    together,
    synced: () => {
      begun += 1;
      return new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    },
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const synced = async (): Promise<void> => {
    await turn();
    waiting.shift()?.();
    await turn();
  };
  return { commits, synced, begun: () => begun };
}

test('work that comes alone is done before anybody waits', async () => {
  const { commits } = slowDisk();
  let isDone = false;
  const answer = commits.do(() => {
    isDone = true;
    return 'answer';
  });
  expect(isDone).toBe(true);
  expect(await answer).toBe('answer');
});

test('work that comes while a commit is on its way is done together in the next one, in order', async () => {
  const { commits, synced, begun } = slowDisk();
  const done: number[] = [];
  const all = [1, 2, 3, 4].map((number) => commits.do(() => done.push(number)));
  expect(done).toEqual([1]);
  await synced();
  expect(done).toEqual([1, 2, 3, 4]);
  expect(begun()).toBe(2);
  await synced();
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
  expect(begun()).toBe(2);
});

test('work that nobody waits for is done after the work that somebody does, in the same commit', async () => {
  const { commits, synced, begun } = slowDisk();
  const done: string[] = [];
  const joined = commits.join(() => done.push('joined'));
  expect(done).toEqual([]);
  const waited = commits.do(() => done.push('waited for'));
  expect(done).toEqual(['waited for', 'joined']);
  await synced();
  expect(await Promise.all([joined, waited])).toEqual([2, 1]);
  expect(begun()).toBe(1);
});

test('work that nobody waits for is done soon even when nobody comes, and when the disk is busy', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { commits, synced, begun } = slowDisk();
  const done: string[] = [];
  const first = commits.join(() => done.push('alone'));
  vi.advanceTimersByTime(5);
  expect(done).toEqual(['alone']);
  const second = commits.join(() => done.push('while busy'));
  vi.advanceTimersByTime(5);
  expect(done).toEqual(['alone']);
  await synced();
  expect(done).toEqual(['alone', 'while busy']);
  expect(await Promise.all([first, second])).toEqual([1, 2]);
  expect(begun()).toBe(2);
});

/** Visitors whose work is a single write, which needs no transaction. */
function putDown(commits: SharedCommits, done: string[], name: string): Promise<string> {
  const alone = (): string => {
    done.push(name);
    return name;
  };
  return commits.do(() => expect.unreachable(), alone);
}

test('whoever is done alone is answered without the work that nobody waits for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { commits, synced, begun } = slowDisk();
  const done: string[] = [];
  const joined = commits.join(() => done.push('joined'));
  const visitor = putDown(commits, done, 'visitor');
  expect(await visitor).toBe('visitor');
  await synced();
  expect([done, begun()]).toEqual([['visitor'], 1]);
  vi.advanceTimersByTime(5);
  expect(done).toEqual(['visitor', 'joined']);
  await synced();
  expect(await joined).toBe(2);
});

test('visitors who come without a pause do not keep it waiting, and are on disk before it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { commits, synced, begun } = slowDisk();
  const done: string[] = [];
  const first = putDown(commits, done, 'first');
  const joined = commits.join(() => done.push('joined'));
  vi.advanceTimersByTime(5);
  const second = putDown(commits, done, 'second');
  expect(done).toEqual(['first']);
  await synced();
  // The second is being written; what is due comes when that is done, whoever else may have come.
  expect([done, begun()]).toEqual([['first', 'second'], 2]);
  const third = putDown(commits, done, 'third');
  await synced();
  expect(done).toEqual(['first', 'second', 'joined']);
  await synced();
  expect(done).toEqual(['first', 'second', 'joined', 'third']);
  await synced();
  expect(await Promise.all([first, second, third, joined])).toEqual(['first', 'second', 'third', 3]);
});

test('sixteen are company enough, and what comes while they are written is not forgotten', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { commits, synced } = slowDisk();
  const done: number[] = [];
  const join = (from: number, to: number): void => {
    for (let one = from; one <= to; one += 1) void commits.join(() => done.push(one));
  };
  join(1, 15);
  expect(done).toEqual([]);
  join(16, 16);
  expect(done).toHaveLength(16);
  join(17, 40);
  expect(done).toHaveLength(16);
  await synced();
  expect(done).toHaveLength(40);
  await synced();
  join(41, 41);
  vi.advanceTimersByTime(5);
  expect(done).toHaveLength(41);
  await synced();
});

test('work that throws rejects alone; the others are done anew, in order', async () => {
  const { commits, synced } = slowDisk();
  const done: string[] = [];
  const work = (name: string) => () => {
    done.push(name);
    if (name === 'bad') throw new Error('bad');
    return `${name} ${done.length}`;
  };
  const alone = commits.do(work('alone'));
  const second = commits.do(work('second'));
  const bad = expect(commits.do(work('bad'))).rejects.toThrow('bad');
  const last = commits.do(work('last'));
  expect(await alone).toBe('alone 1');
  await synced();
  await bad;
  expect(done).toEqual(['alone', 'second', 'bad', 'second', 'bad', 'last']);
  // What was undone is nobody's answer.
  expect([await second, await last]).toEqual(['second 4', 'last 6']);
});

test('what storage cannot keep together is tried alone, and answered only then', async () => {
  let refused = 0;
  const commits = new SharedCommits({
    together: async (work) => {
      work();
      refused += 1;
      throw new Error('Not kept.');
    },
    synced: async () => undefined,
  });
  let times = 0;
  const answer = await commits.do(() => {
    times += 1;
    return times;
  });
  expect([answer, refused]).toEqual([2, 1]);
});

test('a disk that fails stops nobody from finding out', async () => {
  const commits = new SharedCommits({
    together,
    synced: () => Promise.reject(new Error('No space left.')),
  });
  const first = commits.do(() => 'first');
  const second = commits.do(() => 'second');
  expect([await first, await second]).toEqual(['first', 'second']);
});

test('what can be done alone is, in its order; from the first that cannot, all is done together', async () => {
  const { commits, synced } = slowDisk();
  const done: string[] = [];
  const first = commits.do(() => 'first');
  const work = (name: string, isAlone: boolean): Promise<string> =>
    commits.do(
      () => {
        done.push(`${name} together`);
        return name;
      },
      () => {
        if (isAlone) done.push(`${name} alone`);
        return isAlone ? name : null;
      },
    );
  const all = [work('a', true), work('b', false), work('c', true)];
  await synced();
  expect(done).toEqual(['a alone', 'b together', 'c together']);
  expect(await Promise.all([first, ...all])).toEqual(['first', 'a', 'b', 'c']);
});

test('what throws when it is done alone takes nobody with it', async () => {
  const { commits, synced } = slowDisk();
  const first = commits.do(() => 'first');
  const thrown = expect(
    commits.do(
      () => 'never',
      () => {
        throw new Error('a bug');
      },
    ),
  ).rejects.toThrow('a bug');
  const next = commits.do(() => 'next');
  await synced();
  await thrown;
  expect(await Promise.all([first, next])).toEqual(['first', 'next']);
});

test('what makes transactions of its own is done between two commits', async () => {
  const { commits, synced } = slowDisk();
  const done: string[] = [];
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const aside = commits.aside(async () => {
    done.push('aside begins');
    await turn();
    done.push('aside ends');
  });
  const other = commits.do(() => done.push('other'));
  await aside;
  await turn();
  expect(done).toEqual(['aside begins', 'aside ends', 'other']);
  await synced();
  await other;
  const broken = commits.aside(() => Promise.reject(new Error('storage is gone')));
  await synced();
  await broken;
  expect(await commits.do(() => 'after')).toBe('after');
});
