// The languages that a visitor asks for, and the one in which they are answered.
import { acceptedLanguages, chooseLanguage } from '@baton/page/render';
import type { FormHead } from './render-form.ts';

/** What the address asks for, then what the browser does: BCP 47 tags, the most wanted first. */
export function wishesOf(request: Request): readonly string[] {
  const asked = new URL(request.url).searchParams.get('lang');
  const accepted = acceptedLanguages(request.headers.get('accept-language'));
  return asked === null ? accepted : [asked, ...accepted];
}

/** The language in which a form is shown to whoever asks: one of its own, so that it may stand in a cache key. */
export function spokenTo(request: Request, { languages }: FormHead): string {
  return chooseLanguage(languages, wishesOf(request)) ?? languages[0] ?? 'en';
}

/** What `Vary` must name for a form: nothing where every browser hears the same. */
export function variesBy(request: Request, { languages }: FormHead): Readonly<Record<string, string>> {
  const asked = new URL(request.url).searchParams.get('lang');
  const isSettled = languages.length === 1 || chooseLanguage(languages, [asked]) !== undefined;
  return isSettled ? {} : { vary: 'accept-language' };
}
