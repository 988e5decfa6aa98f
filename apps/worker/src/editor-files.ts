// The editor as it was built: its page, made this answer's own by a nonce, and its files, which never change under
// their names. Hosts keep files and know no types, so both are told here.
import type { Env } from './env.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Where a nonce belongs in the built page. */
const placeholder = /__NONCE__/g;

/** The editor's page. Throws where the editor was not built. */
export async function editorPage({ ASSETS }: Env, nonce: string): Promise<string> {
  const found = await ASSETS.fetch('http://assets/editor/page.txt');
  if (!found.ok) throw new Error(`The editor's page is not among the files: ${found.status}.`);
  return (await found.text()).replace(placeholder, nonce);
}

/** A file of the editor, compressed where the browser takes that; null: there is none of that name. */
export async function editorFile({ ASSETS }: Env, name: string, encodings: string): Promise<Response | null> {
  const type = types[name.split('.').at(-1) ?? ''];
  if (type === undefined || !/^[\w-]+\.[a-z0-9]+$/.test(name)) return null;
  const isText = type.includes('charset');
  const takesBrotli = isText && /\bbr\b/.test(encodings);
  const found = await ASSETS.fetch(`http://assets/editor/files/${name}${takesBrotli ? '.br' : ''}`);
  if (!found.ok) return null;
  return new Response(found.body, {
    encodeBody: 'manual',
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      ...(isText ? { vary: 'accept-encoding' } : {}),
      ...(takesBrotli ? { 'content-encoding': 'br' } : {}),
    },
  });
}
