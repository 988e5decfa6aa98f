// What of Baton stands in a page: tags that bring a form, elements where one is put, forms that post to one, and tag managers
// that might bring one. Reads HTML as it was sent; what scripts make of it afterwards is not seen.

export type FormAddress = {
  /** The addresses at which this Baton is known, without a slash at the end. */
  readonly bases: readonly string[];
  /** As it stands in addresses: `demo`, `acme~demo`. */
  readonly name: string;
};

/** A script's tag, for what a page's policy makes of it. */
type ScriptTag = { readonly url: URL; readonly nonce: string | null };

export type Sight = {
  /** Scripts of this form, and frames and plain forms that lead to it. */
  readonly scripts: readonly ScriptTag[];
  readonly frames: readonly URL[];
  readonly plainForms: readonly URL[];
  /** How many elements say where the form is to be. */
  readonly elements: number;
  readonly links: number;
  /** Scripts that only keep the journal. */
  readonly journals: number;
  /** How many scripts, elements or plain forms name another form of this Baton, by its name. */
  readonly others: ReadonlyMap<string, number>;
  /** How many scripts of this name come from elsewhere, by their origin. */
  readonly elsewhere: ReadonlyMap<string, number>;
  /** Containers of Google Tag Manager. */
  readonly containers: ReadonlySet<string>;
  /** Policies that stand in the page itself. */
  readonly policies: readonly string[];
};

const container = /\bGTM-[A-Z0-9]{4,12}\b/g;
/** Characters of one inline script that are looked at. */
const mostScript = 50_000;

/** Reads the page to its end. */
export async function lookAtPage(
  html: ReadableStream<Uint8Array>,
  page: URL,
  { bases, name }: FormAddress,
): Promise<Sight> {
  const scripts: ScriptTag[] = [];
  const frames: URL[] = [];
  const plainForms: URL[] = [];
  const policies: string[] = [];
  const others = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  const containers = new Set<string>();
  let elements = 0;
  let links = 0;
  let journals = 0;
  let base = page;
  let inline = '';
  const address = (text: string | null): URL | null =>
    text !== null && URL.canParse(text, base) ? new URL(text, base) : null;
  const isOurs = (url: URL): boolean => bases.some((one) => url.href.startsWith(`${one}/f/`));
  const named = (url: URL): string => decoded(url.pathname.split('/').pop() ?? '');
  const findContainers = (text: string): void => {
    for (const id of text.match(container) ?? []) containers.add(id);
  };

  const seeScript = (url: URL, nonce: string | null): void => {
    if (/(^|\.)googletagmanager\.com$/.test(url.hostname)) findContainers(url.search);
    const form = /\/f\/([^/]+)\.js$/.exec(url.pathname)?.[1];
    if (form === undefined) return;
    if (!isOurs(url)) {
      if (decoded(form) === name) count(elsewhere, url.origin);
    } else if (decoded(form) !== name) count(others, decoded(form));
    else if (url.searchParams.has('journal')) journals += 1;
    else scripts.push({ url, nonce });
  };

  const rewriter = new HTMLRewriter()
    .on('base[href]', {
      element(element) {
        // The first counts.
        if (base === page) base = address(element.getAttribute('href')) ?? page;
      },
    })
    .on('meta[http-equiv][content]', {
      element(element) {
        const isPolicy = element.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy';
        if (isPolicy) policies.push(element.getAttribute('content') ?? '');
      },
    })
    .on('script', {
      element(element) {
        inline = '';
        const url = address(element.getAttribute('src'));
        if (url !== null) seeScript(url, element.getAttribute('nonce'));
      },
      text({ text, lastInTextNode }) {
        inline = (inline + text).slice(0, mostScript);
        if (lastInTextNode && inline.includes('googletagmanager.com')) findContainers(inline);
      },
    })
    .on('iframe[src]', {
      element(element) {
        const url = address(element.getAttribute('src'));
        if (url === null) return;
        if (/(^|\.)googletagmanager\.com$/.test(url.hostname)) findContainers(url.search);
        else if (isOurs(url) && named(url) === name) frames.push(url);
      },
    })
    .on('baton-form', {
      element(element) {
        const form = element.getAttribute('form') ?? '';
        if (form === name) elements += 1;
        else count(others, form);
      },
    })
    .on('form[action]', {
      element(element) {
        const url = address(element.getAttribute('action'));
        if (url === null || !isOurs(url)) return;
        if (named(url) === name) plainForms.push(url);
        else count(others, named(url));
      },
    })
    .on('a[href]', {
      element(element) {
        const url = address(element.getAttribute('href'));
        if (url !== null && isOurs(url) && named(url) === name) links += 1;
      },
    });
  await rewriter.transform(new Response(html)).arrayBuffer();
  return { scripts, frames, plainForms, elements, links, journals, others, elsewhere, containers, policies };
}

function count(where: Map<string, number>, key: string): void {
  where.set(key, (where.get(key) ?? 0) + 1);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
