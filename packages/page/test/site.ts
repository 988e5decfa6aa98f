// A website with one form, where its script stands, and a browser: for all tests of a file, begun afresh for each.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { PublishedForm } from '../src/render/index.ts';
import { openBrowser } from './browser.ts';
import { startWebsite } from './website.ts';
import type { Website } from './website.ts';

type Site = { browser: Browser; website: Website };

/** There once the tests run; nothing of it is to be read before. */
export function siteOf(form: PublishedForm): () => Site {
  let site: Site | undefined;
  const given = () => {
    if (site === undefined) throw new Error('The website has not been started yet.');
    return site;
  };
  beforeAll(async () => {
    const [browser, website] = await Promise.all([openBrowser(), startWebsite(form)]);
    website.page(
      '/',
      `<!doctype html><title>Site</title><body><h1>Site</h1><script src="/f/demo.js"></script>`,
    );
    site = { browser, website };
  });
  beforeEach(() => {
    const { website } = given();
    website.submissions.length = 0;
    website.next.skip = [];
  });
  afterAll(async () => {
    await site?.browser.close();
    await site?.website.close();
  });
  return given;
}
