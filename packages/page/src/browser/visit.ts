// What a visit is, as far as this page knows. Conditions are decided on exactly what is sent, so that the worker
// decides alike.

export type Visit = Record<string, string | boolean | readonly never[]>;

/** The visit of this page; `returning`: this browser holds a visitor's token. */
export function visitOf(returning: boolean): Visit {
  const { href, pathname, search } = location;
  const { referrer } = document;
  const visit: Visit = {
    url: href,
    referrer,
    page_path: pathname,
    referrer_host: referrer && new URL(referrer).hostname,
    language: navigator.language,
    device: matchMedia('(pointer:fine)').matches ? 'desktop' : screen.width < 600 ? 'phone' : 'tablet',
    returning,
    touches: [],
  };
  for (const [name, value] of new URLSearchParams(search)) {
    if (name.startsWith('utm_')) visit[name] = value.slice(0, 500);
  }
  return visit;
}
