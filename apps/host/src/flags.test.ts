import { expect, test } from 'vitest';
import { BadFlags, parseFlags } from './flags.ts';

test('without flags everything has its default', () => {
  expect(parseFlags([], {})).toEqual({
    port: 8787,
    data: null,
    workspace: null,
    allowPrivate: false,
    demo: null,
    help: false,
  });
});

test('each flag is read', () => {
  const args = [
    '--port',
    '9000',
    '--data=/tmp/x',
    '--workspace',
    'w.json',
    '--allow-private',
    '--no-demo',
    '-h',
  ];
  expect(parseFlags(args, {})).toEqual({
    port: 9000,
    data: '/tmp/x',
    workspace: 'w.json',
    allowPrivate: true,
    demo: false,
    help: true,
  });
});

test.each([
  [['--bogus'], "Unknown option '--bogus'"],
  [['extra'], "Unexpected argument 'extra'"],
  [['--data'], 'argument missing'],
  [['--port', '80x'], '--port 80x is not a port'],
  [['--port', '65533'], 'is not a port'],
  [['--port', '0'], 'is not a port'],
])('%j is refused plainly', (args, words) => {
  expect(() => parseFlags(args, {})).toThrow(BadFlags);
  expect(() => parseFlags(args, {})).toThrow(words);
});

test.each([
  [{ NODE_ENV: 'production' }, true],
  [{ BATON_URL: 'https://forms.example.com' }, true],
  [{ BATON_URL: 'http://forms.example.com' }, false],
  [{ BATON_URL: 'https://localhost:8787' }, false],
  [{ BATON_URL: 'https://127.0.0.1' }, false],
  [{}, false],
])('private addresses under %o are refused: %s', (environment, refused) => {
  const parse = (): unknown => parseFlags(['--allow-private'], environment);
  if (refused) expect(parse).toThrow('refused in production');
  else expect(parse).not.toThrow();
});
