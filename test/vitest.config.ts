import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { chromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const browser = await chromium();

// Three hosts, one run: what is pure runs in Node, what the worker relies on in workerd, what visitors meet in
// a browser. Files under test/cases are the same truth in all three.
export default defineConfig({
  root,
  test: {
    globalSetup: ['test/build-once.ts'],
    setupFiles: [],
    // Much of a file's time is waiting for a browser or a worker: on two processors, two at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/*/src/**/*.test.ts',
            'test/cases/**/*.test.ts',
            'test/api/**/*.test.ts',
            'test/desk/**/*.test.ts',
            'test/gate/**/*.test.ts',
            'test/journeys/**/*.test.ts',
            'test/faults/**/*.test.ts',
          ],
          exclude: ['**/*.workerd.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
          setupFiles: [`${root}test/desk/look-through.ts`],
          // What does not come is told in the end; how soon it has to come is for those tests that say so, since one
          // processor may be three times as slow as another, and busy besides.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        extends: true,
        plugins: [cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: {
          name: 'workerd',
          include: ['**/*.workerd.test.ts', 'test/cases/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        // All that the editor brings is made ready before the first test: found on the way, it would load the page anew, and
        // React twice.
        optimizeDeps: { entries: ['apps/editor/src/main.tsx'] },
        test: {
          name: 'browser',
          globalSetup: [`${root}test/forms-for-browsers.ts`],
          setupFiles: [`${root}apps/editor/src/patient-tests.ts`],
          include: [
            'packages/**/*.browser.test.{ts,tsx}',
            'apps/editor/**/*.browser.test.{ts,tsx}',
            'test/cases/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.workerd.test.ts'],
          api: { host: '127.0.0.1' },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: browser.path, args: browser.args } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
