// The script of each form, asked for once per page, however many elements wait for it and however often they come and
// go. A form's script in another language takes the place of the one before.

/** How a form stands on a page: in it, or opened over it. */
export type BatonMode = 'inline' | 'popup' | 'slidein' | 'page';

export type ScriptWish = {
  /** Where Baton lives, such as `https://baton.example`. */
  readonly src: string;
  readonly form: string;
  readonly language: string | undefined;
  readonly mode: BatonMode | undefined;
  readonly nonce: string | undefined;
};

/** The address of each form's script, by the form: the page holds one at a time. */
const wanted = new Map<string, string>();

/** Who is to be told when a script cannot be had, by its address. */
const hearers = new Map<string, Set<() => void>>();

/** The address of a form's script. */
export function scriptAddress({ src, form, language, mode }: Omit<ScriptWish, 'nonce'>): string {
  const address = `${src.replace(/\/+$/, '')}/f/${encodeURIComponent(form)}.js`;
  const asked = Object.entries({ lang: language, mode }).filter(([, value]) => value !== undefined);
  const query = asked.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? address : `${address}?${query}`;
}

/** Whether a form came, or comes, by another script than this one. */
export function isOutdated(form: string, address: string): boolean {
  return wanted.has(form) && wanted.get(form) !== address;
}

/**
 * Asks for the script if the page has none of it. `fail` is told when it cannot be had, whoever was the first to ask,
 * until the returned function is called; asking again may help.
 */
export function askForScript(wish: ScriptWish, fail: () => void): () => void {
  const address = scriptAddress(wish);
  const told = hearers.get(address) ?? new Set();
  hearers.set(address, told.add(fail));
  bring(wish, address);
  return () => void told.delete(fail);
}

function bring(wish: ScriptWish, address: string): void {
  if (wanted.get(wish.form) === address) return;
  // The one before fills no element that comes from now on.
  const isAnew = wanted.has(wish.form);
  if (isAnew) Reflect.deleteProperty(mounts(), wish.form);
  wanted.set(wish.form, address);
  if (!isAnew && [...document.scripts].some(({ src }) => src === address)) return;
  const script = document.createElement('script');
  script.async = true;
  if (wish.nonce !== undefined) script.nonce = wish.nonce;
  const forget = () => {
    script.remove();
    if (wanted.get(wish.form) === address) wanted.delete(wish.form);
  };
  script.addEventListener('error', () => {
    forget();
    const told = [...(hearers.get(address) ?? [])];
    hearers.delete(address);
    for (const fail of told) fail();
  });
  // Where there is no such form, a script comes all the same and tells the elements so.
  script.addEventListener('load', () => {
    if (!Object.hasOwn(mounts(), wish.form)) forget();
  });
  script.src = address;
  document.head.append(script);
}

function mounts(): object {
  const forms: unknown = Reflect.get(window, 'batonForms');
  return typeof forms === 'object' && forms !== null ? forms : {};
}
