// What a form's consent looks like beside its words: the link to what is agreed to. A link is only made of an https address.
import { consentField } from '@baton/form';
import type { Field } from '@baton/form';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import type { Texts } from './texts/index.ts';

/** The link after the words, where there is one. */
export function consentLink({ link }: Field, texts: Texts): Markup | null {
  if (link === undefined || !/^https:\/\//i.test(link.url)) return null;
  const opening = attributes({ href: link.url, target: '_blank', rel: 'noopener' });
  return html` <a${opening}>${link.text ?? texts.privacy}</a>`;
}

/** Consent that is given by sending is said quietly. */
export function quiet({ id }: Field): Markup {
  return attributes({ class: id === consentField && 'help' });
}
