import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, openBrowser, visit } from '../../test/browser.ts';
import { demoRequest, everyKind, publish } from '../../test/forms.ts';
import { startWebsite } from '../../test/website.ts';
import type { Website } from '../../test/website.ts';

let browser: Browser;
let website: Website;
let kinds: Website;
/** Of one step, with first values of several kinds. */
let short: Website;

beforeAll(async () => {
  [browser, website, kinds, short] = await Promise.all([
    openBrowser(),
    startWebsite(demoRequest),
    startWebsite(everyKind),
    startWebsite(
      publish({
        steps: [
          {
            id: 'you',
            title: 'You',
            fields: [
              { id: 'name', kind: 'text', label: 'Name' },
              { id: 'email', kind: 'email', label: 'E-mail' },
              { id: 'product', kind: 'hidden', label: 'Product', default: { from: 'url', name: 'product' } },
              { id: 'plan', kind: 'text', label: 'Plan', default: { from: 'url', name: 'plan' } },
              { id: 'place', kind: 'text', label: 'Place', default: 'Berlin' },
            ],
          },
        ],
      }),
    ),
  ]);
  short.page('/', '<!doctype html><title>Site</title><body><script src="/f/demo.js"></script>');
});

afterAll(async () => {
  await browser.close();
  await Promise.all([website.close(), kinds.close(), short.close()]);
});

const open = async (site: Website) => (await visit(browser, `${site.url}/f/demo`)).page;
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('a draft is there within half a second, is gone once it is sent and after seven days, and never holds what is sensitive', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  await text(page, 'Number').fill('42');
  const draft = () => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`));
  await expect.poll(draft, { timeout: 500 }).toContain('a@b.example');
  // The instant before the answers may hold any digits.
  expect((await draft())?.replace(/^[^{]*/, '')).not.toContain('42');
  await page.clock.install({ time: Date.now() + 6.9 * 86_400_000 });
  await page.reload();
  expect(await text(page, 'Email').inputValue()).toBe('a@b.example');
  await page.clock.setSystemTime(Date.now() + 7.1 * 86_400_000);
  await page.reload();
  expect(await text(page, 'Email').inputValue()).toBe('');
  await expect.poll(draft).toBe(null);
  await text(page, 'Email').fill('a@b.example');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  // When it was sent, and nothing of it.
  await expect.poll(draft).toMatch(/^\[\d+\]$/);
});

const local = (page: Page) => page.evaluate(() => localStorage.getItem(`baton:${location.origin}/f/demo`));
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).length);

/** What the database holds, once it holds something that `holds` is content with. */
const durable = (page: Page, holds: (draft: string) => boolean) =>
  expect.poll(
    async () => {
      const kept = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open(`baton:${location.origin}/f/demo`);
            opening.addEventListener('success', () => {
              const asked = opening.result.transaction('d').objectStore('d').get(0);
              asked.addEventListener('success', () => {
                opening.result.close();
                resolve(asked.result);
              });
            });
          }),
      );
      return holds(String(kept));
    },
    { timeout: 1500 },
  );

test('what was typed a moment before the page goes is kept', async () => {
  const page = await open(website);
  await text(page, 'Name').fill('Ada');
  await page.reload();
  expect(await text(page, 'Name').inputValue()).toBe('Ada');
  await text(page, 'Name').fill('Ada Nwosu');
  await page.goto('about:blank');
  await page.goBack();
  await expect.poll(() => text(page, 'Name').inputValue()).toBe('Ada Nwosu');
});

test('what local storage lost comes back from the database, and what was sent does not', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  await text(page, 'Number').fill('42');
  await durable(
    page,
    (draft) => draft.includes('a@b.example') && !draft.replace(/^[^{]*/, '').includes('42'),
  ).toBe(true);
  const old = await local(page);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect.poll(() => text(page, 'Email').inputValue()).toBe('a@b.example');
  expect(await text(page, 'Number').inputValue()).toBe('');
  await press(page, 'Continue');
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await durable(page, (draft) => /^\[\d+\]$/.test(draft)).toBe(true);
  await page.evaluate((draft) => localStorage.setItem(`baton:${location.origin}/f/demo`, draft ?? ''), old);
  await page.reload();
  await expect.poll(() => text(page, 'Email').inputValue()).toBe('');
  // Both remember when it was sent.
  await durable(page, (draft) => /^\[\d+\]$/.test(draft)).toBe(true);
  expect(await local(page)).toMatch(/^\[\d+\]$/);
});

/** A disk that takes its time, from the next page on: what was read is heard of when the test says so. */
function slowDisk(page: Page) {
  return page.addInitScript(() => {
    const get = Reflect.get(IDBObjectStore.prototype, 'get');
    IDBObjectStore.prototype.get = function (key) {
      const asked: IDBRequest<unknown> = Reflect.apply(get, this, [key]);
      const isRead = new Promise((resolve) => asked.addEventListener('success', resolve));
      Object.defineProperty(asked, 'onsuccess', { writable: true });
      Reflect.set(globalThis, 'hear', async () => {
        await isRead;
        const heard: unknown = Reflect.get(asked, 'onsuccess');
        if (typeof heard === 'function') Reflect.apply(heard, asked, []);
      });
      return asked;
    };
  });
}

/** Now. */
function hear(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await Reflect.apply(Reflect.get(globalThis, 'hear'), undefined, []);
    await new Promise((resolve) => void setTimeout(resolve));
  });
}

test('what is typed before the database answers stays', async () => {
  const page = await open(website);
  await durable(page, (draft) => draft !== 'undefined').toBe(true);
  await slowDisk(page);
  await page.reload();
  await text(page, 'Name').fill('Ada');
  await page.getByText('I build things').click();
  await hear(page);
  expect(await text(page, 'Name').inputValue()).toBe('Ada');
  expect(await page.getByLabel('I build things').isChecked()).toBe(true);
});

test('what is typed before the database answers stays when local storage has lost the draft', async () => {
  const page = await open(short);
  await text(page, 'Name').fill('Old');
  await durable(page, (draft) => draft.includes('Old')).toBe(true);
  // As after a browser that was killed.
  await page.evaluate(() => localStorage.clear());
  await slowDisk(page);
  await page.reload();
  await text(page, 'E-mail').fill('ada@new.example');
  await hear(page);
  expect(await text(page, 'E-mail').inputValue()).toBe('ada@new.example');
});

test('what was sent does not come back when the page ends before the database wrote that it was', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  await durable(page, (draft) => draft.includes('a@b.example')).toBe(true);
  await press(page, 'Continue');
  // As a page that ends takes back what is not yet committed.
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype;
    const put = Reflect.get(store, 'put');
    store.put = function (kept: unknown, key) {
      const request = put.call(this, kept, key);
      if (/^\[\d+\]$/.test(String(kept))) this.transaction.abort();
      return request;
    };
  });
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await durable(page, (draft) => draft.includes('a@b.example')).toBe(true);
  await page.reload();
  await durable(page, (draft) => /^\[\d+\]$/.test(draft)).toBe(true);
  expect(await text(page, 'Email').inputValue()).toBe('');
});

test('nothing goes out before the id under which it goes is written down', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('a@b.example');
  await durable(page, (draft) => draft.includes('a@b.example')).toBe(true);
  await press(page, 'Continue');
  await page.evaluate(() => {
    const store = IDBObjectStore.prototype;
    const put = Reflect.get(store, 'put');
    // A disk that takes its time: a transaction is over when it has been read from a hundred times.
    store.put = function (kept: unknown, key) {
      this.transaction.addEventListener('complete', () => {
        if (String(kept).includes('"id"')) performance.mark('written');
      });
      const again = (left: number): void => {
        this.get(0).onsuccess = () => {
          if (left > 0) again(left - 1);
        };
      };
      again(100);
      return put.call(this, kept, key);
    };
  });
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  const [written = Infinity, sent = 0] = await page.evaluate(() => [
    performance.getEntriesByName('written')[0]?.startTime,
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/submissions'))?.startTime,
  ]);
  expect(written).toBeLessThanOrEqual(sent);
});

test('what a page fills in stands over a draft that comes back late', async () => {
  const page = await open(kinds);
  await text(page, 'Email').fill('old@b.example');
  await text(page, 'Elements').fill('old.example');
  await durable(page, (draft) => draft.includes('old.example')).toBe(true);
  await page.evaluate(() => localStorage.clear());
  await page.addInitScript(() => {
    addEventListener('baton:ready', ({ target }) => {
      if (target) Reflect.get(target, 'prefill')?.({ f_email: 'page@b.example' });
    });
  });
  await page.reload();
  await expect.poll(() => text(page, 'Elements').inputValue()).toBe('old.example');
  expect(await text(page, 'Email').inputValue()).toBe('page@b.example');
});

test('a form for a shared screen keeps nothing anywhere', async () => {
  const kiosk = await startWebsite({ ...demoRequest, form: { ...demoRequest.form, kiosk: true } });
  try {
    const page = await open(kiosk);
    await text(page, 'Name').fill('Ada');
    await page.reload();
    expect(await text(page, 'Name').inputValue()).toBe('');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(await databases(page)).toBe(0);
  } finally {
    await kiosk.close();
  }
});

test('on a shared screen a form that is put there anew without a reload knows nothing of the one before', async () => {
  const kiosk = await startWebsite({ ...demoRequest, form: { ...demoRequest.form, kiosk: true } });
  try {
    const element = '<baton-form form="demo"></baton-form>';
    kiosk.page('/', `<!doctype html><title>Kiosk</title>${element}<script src="/f/demo.js"></script>`);
    const { page } = await visit(browser, kiosk.url);
    const putAnew = () => page.evaluate((element) => void (document.body.innerHTML = element), element);
    await text(page, 'Name').fill('Ada');
    // What would keep the draft does so at once.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await putAnew();
    expect(await text(page, 'Name').inputValue()).toBe('');
    for (let person = 0; person < 2; person += 1) {
      await fillIn(page);
      await press(page, 'Send');
      await page.getByRole('heading', { name: 'Thank you' }).waitFor();
      await putAnew();
    }
    expect(kiosk.submissions.map(({ visitor }) => visitor)).toEqual([null, null]);
  } finally {
    await kiosk.close();
  }
});

test('storage that is broken, full or blocked takes nothing but the draft', async () => {
  const page = await open(website);
  await page.evaluate(() => {
    localStorage.setItem(`baton:${location.origin}/f/demo`, '[1e99,5,{"name":{"a":1}}]');
    for (let size = 5_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        localStorage.setItem(`full${size}`, 'x'.repeat(size));
      } catch {
        continue;
      }
    }
  });
  await page.reload();
  await fillIn(page);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  for (const name of ['localStorage', 'indexedDB']) {
    await page.addInitScript(
      `Object.defineProperty(window, '${name}', { get() { throw new Error('blocked') } })`,
    );
  }
  await page.reload();
  await fillIn(page);
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
});

test('what was emptied stays empty, whatever stood there first', async () => {
  const page = await open(short);
  await text(page, 'Place').fill('');
  await text(page, 'Name').fill('Ada');
  await expect.poll(() => local(page)).toContain('Ada');
  await page.reload();
  await expect.poll(() => text(page, 'Name').inputValue()).toBe('Ada');
  expect(await text(page, 'Place').inputValue()).toBe('');
});

test.each(['/', '/f/demo'])('the address of this visit counts, not that of a draft: %s', async (path) => {
  const { page } = await visit(browser, `${short.url}${path}?product=abacus&plan=small`);
  await text(page, 'Name').fill('Ada');
  await expect.poll(() => local(page)).toContain('Ada');
  await page.goto(`${short.url}${path}?product=robot&plan=large`);
  await expect.poll(() => text(page, 'Name').inputValue()).toBe('Ada');
  expect(await text(page, 'Plan').inputValue()).toBe('large');
  short.submissions.length = 0;
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(short.submissions[0]?.['answers']).toMatchObject({ product: 'robot', plan: 'large' });
});

test('what was typed over a value of the address stays, and what nobody sees is not that of another visit', async () => {
  const { page } = await visit(browser, `${short.url}/?product=abacus&plan=small`);
  await text(page, 'Plan').fill('the one for schools');
  await expect.poll(() => local(page)).toContain('schools');
  for (const query of ['?plan=small', '?plan=large', '']) {
    await page.goto(`${short.url}/${query}`);
    await expect.poll(() => text(page, 'Plan').inputValue()).toBe('the one for schools');
    await text(page, 'Name').fill(`Ada ${query}`);
    await expect.poll(() => local(page)).toContain(`Ada ${query}`);
  }
  short.submissions.length = 0;
  await press(page, 'Send');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(short.submissions[0]?.['answers']).not.toHaveProperty('product');
});

test('the answer to a form that was taken out meanwhile takes nothing from the one that came', async () => {
  const { page } = await visit(browser, short.url);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/submissions', async (route) => {
    await held;
    await route.continue();
  });
  await text(page, 'Name').fill('Ada');
  const sent = page.waitForRequest('**/submissions');
  await press(page, 'Send');
  await sent;
  // A website of a single page goes on to another view that holds the form too.
  await page.evaluate(() => {
    const old = document.querySelector('baton-form');
    const isAnswered = new Promise((resolve) => old?.addEventListener('baton:outcome', resolve));
    Reflect.set(globalThis, 'answered', () => isAnswered);
    const other = document.createElement('baton-form');
    other.setAttribute('form', 'demo');
    old?.replaceWith(other);
  });
  await text(page, 'Name').fill('Bob');
  await expect.poll(() => local(page)).toContain('Bob');
  answer();
  await page.evaluate(async () => {
    await Reflect.apply(Reflect.get(globalThis, 'answered'), undefined, []);
  });
  await page.reload();
  await text(page, 'Name').waitFor();
  expect(await text(page, 'Name').inputValue()).toBe('Bob');
});
