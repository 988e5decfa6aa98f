// Which websites' scripts may read an answer. Refusing is the Desk's affair; this only says it to the browser.

/** Headers that let `origin` read the answer. */
export function corsHeaders(origin: string | null): Record<string, string> {
  return origin === null
    ? {}
    : {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'retry-after',
        vary: 'origin',
      };
}

/** The answer to a preflight. Whether the form may be sent from there is decided when it is sent. */
export function preflight(request: Request, methods: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request.headers.get('origin')),
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    },
  });
}
