// `GET /favicon.ico`: Baton's sign, which browsers ask for wherever they show a page. It is a drawing, so it is sharp
// at any size.
import type { Operation } from '../openapi/operation.ts';
import type { App } from './route.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#4f60e4"/>' +
  '<path d="M10 22 22 10" stroke="#fff" stroke-width="6" stroke-linecap="round"/></svg>';

export function faviconOperations(): readonly Operation[] {
  return [
    {
      method: 'get',
      path: '/favicon.ico',
      id: 'favicon',
      tag: 'Forms',
      summary: 'The sign that browsers show beside a page’s title',
      answers: { 200: { description: 'A drawing.', content: { 'image/svg+xml': { type: 'string' } } } },
    },
  ];
}

export function registerFavicon(app: App): void {
  app.get(
    '/favicon.ico',
    () =>
      new Response(drawing, {
        headers: {
          'content-type': 'image/svg+xml',
          'cache-control': 'public, max-age=86400',
          'content-security-policy': "default-src 'none'",
          'x-content-type-options': 'nosniff',
        },
      }),
  );
}
