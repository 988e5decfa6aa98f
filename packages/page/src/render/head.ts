// What a page says of itself to browsers, search engines and whoever shows a link to it. Nothing is fetched from
// anywhere else, and nothing is claimed that the form does not say.
import type { Form } from '@baton/form';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import type { PageOptions } from './published-form.ts';
import { languagesOf } from './translation.ts';
import type { Spoken } from './translation.ts';

/** On every page: its symbol, and the colours of its ground for the browser's own bars. */
export const commonHead: Markup = html`<link rel="icon" href="/favicon.ico" type="image/svg+xml" />
  <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
  <meta name="theme-color" content="#101216" media="(prefers-color-scheme: dark)" />`;

/** Of pages that are an answer to somebody: no search engine keeps them. */
export const privateHead: Markup = html`<meta name="robots" content="noindex" />`;

/** Of a form's first page: description, social preview, its address and those in other languages. */
export function formHead(
  own: Form,
  { form, language }: Spoken,
  { address, site }: Pick<PageOptions, 'address' | 'site'>,
): Markup {
  const { description, image } = form;
  const place = (tag: string): string | undefined =>
    address && (tag === own.language ? address : `${address}?lang=${encodeURIComponent(tag)}`);
  const property = (name: string, content: string | undefined): Markup | undefined =>
    content ? html`<meta${attributes({ property: name, content })}>` : undefined;
  const link = (of: { rel: string; hreflang?: string }, href: string | undefined): Markup | undefined =>
    href === undefined ? undefined : html`<link${attributes({ ...of, href })}>`;
  const languages = languagesOf(own);
  const alternates =
    languages.length > 1 && languages.map((tag) => link({ rel: 'alternate', hreflang: tag }, place(tag)));
  return html`${description && html`<meta${attributes({ name: 'description', content: description })}>`}
    ${link({ rel: 'canonical' }, place(language))}${alternates}
    ${alternates && link({ rel: 'alternate', hreflang: 'x-default' }, address)}
    ${property('og:type', 'website')}${property('og:title', form.name)}${property('og:description', description)}
    ${property('og:url', place(language))}${property('og:site_name', site)}
    ${property('og:locale', language.replaceAll('-', '_'))}${property('og:image', image)}
    <meta${attributes({ name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' })}>`;
}
