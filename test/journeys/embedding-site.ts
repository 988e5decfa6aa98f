// A website of another origin with one form in it.
import { createServer } from 'node:http';

export type EmbeddingSite = { readonly url: string; readonly close: () => Promise<void> };

/** Serves a page that embeds the form whose script is at this address. */
export async function embeddingSite(script: string, form: string): Promise<EmbeddingSite> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Site</title><script async src="${script}"></script>
      <body><baton-form form="${form}"></baton-form>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The website has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
