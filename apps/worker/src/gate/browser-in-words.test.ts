import { expect, test } from 'vitest';
import { browserInWords } from './browser-in-words.ts';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36';

test.each([
  [chrome, 'Chrome on Linux'],
  [`${chrome} Edg/150.0`, 'Edge on Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605 Version/26.0 Mobile Safari/604.1',
    'Safari on iPhone',
  ],
  ['curl/8.5.0', 'A browser'],
  [null, 'A browser'],
])('%s', (agent, words) => {
  expect(browserInWords(agent)).toBe(words);
});
