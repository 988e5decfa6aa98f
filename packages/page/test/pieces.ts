// A page that comes in pieces, as long ones and those of slow servers do: the script is there before its end.
import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';

/** Opens a page of which `rest` comes once the form's script has run in what came `first`. */
export async function openInPieces(
  browser: Browser,
  first: string,
  rest: string,
): Promise<{ page: Page; complaints: readonly string[] }> {
  let goOn: () => void = () => undefined;
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    // Browsers look at nothing that is too short to tell its encoding.
    response.write(first.padEnd(2000));
    goOn = () => response.end(rest);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const port = typeof address === 'object' && address ? address.port : 0;
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.waitForFunction(`customElements.get('baton-form')`);
  goOn();
  await page.waitForLoadState('load');
  server.close();
  return { page, complaints: complaints.filter((said) => !said.includes('404')) };
}
