// What stands on the terminal when everything runs: where to go, and what happens next. Pure.
import type { Style } from './decision-line.ts';

/** The addresses to print. `forms` are ids. */
export type Greeting = {
  readonly url: string;
  readonly publicUrl: string;
  readonly forms: readonly string[];
  readonly website: string | null;
  readonly letterbox: string | null;
  /** Makes its opener the owner; null when there is one. */
  readonly ownerLink: string | null;
  readonly ownerKey: { readonly key: string; readonly file: string | null; readonly isNew: boolean };
  readonly data: string;
};

/** The text, lines without an end. */
export function greetingText(greeting: Greeting, style: Style): string[] {
  const { url, publicUrl, forms, website, letterbox, ownerLink, ownerKey, data } = greeting;
  const rows: (readonly [string, string])[] = [];
  if (website !== null) rows.push(['Demo website', style.strong(`${website}/demo`)]);
  for (const form of forms) rows.push(['Form', `${publicUrl}/f/${form}`]);
  if (letterbox !== null)
    rows.push(['Letterbox', `${letterbox} ${style.soft('(e-mail and webhooks arrive here)')}`]);
  rows.push(
    ownerLink === null
      ? ['Sign in', style.strong(`${publicUrl}/`)]
      : [
          'Become owner',
          `${style.strong(ownerLink)} ${style.soft('(once, within a day; a new one at each start)')}`,
        ],
  );
  rows.push(['Inbox', `${publicUrl}/inbox ${style.soft('(where sales answers leads)')}`]);
  rows.push(['API', `${url}/api ${style.soft(keyPlace(ownerKey.file))}`]);
  if (ownerKey.isNew) rows.push(['Owner key', `${ownerKey.key} ${style.soft('(new, shown this once)')}`]);
  rows.push(['Data', data]);
  const next =
    forms.length === 0
      ? 'No form yet. Import a workspace with --workspace FILE or PUT /api/workspace, or start with --demo.'
      : 'Send the form. Each decision appears here. Ctrl-C ends Baton.';
  return ['', ...rows.map(([name, value]) => `  ${name.padEnd(14)}${value}`), '', style.soft(next), ''];
}

function keyPlace(file: string | null): string {
  return file === null ? '(with your BATON_OWNER_KEY)' : `(the owner key is in ${file})`;
}
