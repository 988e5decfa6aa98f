// What follows a form beyond words: an address with answers in it, a calendar to book a time in, a file to keep. The
// link is always there; the calendar beside it is taken away where the page or the network does not let it in.
import { addressWith } from '@baton/form';
import type { Part } from '../part.ts';

/** Milliseconds that a calendar may take to come. */
const patience = 20_000;

/** A calendar may run, post, open its maker's pages and, when it is pressed, lead on. It asks for no device. */
const permissions = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
  'allow-top-navigation-by-user-activation',
];

const button = 'option send';

export const part: Part = (stage) => {
  const { follow: plainly } = stage;
  const { texts } = stage.payload;
  stage.follow = (form, show, sent) => {
    if (!show || show['kind'] === 'message') return plainly(form, show, sent);
    const url = addressWith(show.url, 'fields' in show ? show['fields'] : {}, sent?.answers ?? {});
    if (show['kind'] === 'redirect') return plainly(form, { ...show, url }, sent);
    const isBooking = show['kind'] === 'booking';
    const { title, text, label = (isBooking ? texts.book : texts.download) ?? url } = show;
    plainly(form, { kind: 'message', ...(title && { title }), ...(text && { text }) }, sent);
    if (!url.startsWith('https:')) return;
    const link = document.createElement('a');
    link.href = url;
    link.textContent = label;
    link.className = button;
    link.part.add('button');
    link.target = '_blank';
    link.rel = 'noopener';
    // Kept as a file where it comes from the same website; browsers open the others.
    if (!isBooking) link.download = '';
    const place = document.createElement('p');
    place.className = 'nav';
    place.append(link);
    form.append(place);
    adopt(form, 'a{color:inherit}a.send{text-decoration:none;font-weight:600}');
    if (isBooking && show.inline) frame(form, link);
  };
};

/** Puts the page behind the link under it, and takes it away again when it is kept out or does not come. */
function frame(form: HTMLFormElement, link: HTMLAnchorElement): void {
  const { href } = link;
  const calendar = document.createElement('iframe');
  const giveUp = () => {
    calendar.remove();
    link.className = button;
    done();
  };
  const onRefusal = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'frame-src' && blockedURI && href.startsWith(blockedURI)) giveUp();
  };
  const timer = setTimeout(giveUp, patience);
  const done = () => {
    clearTimeout(timer);
    document.removeEventListener('securitypolicyviolation', onRefusal);
  };
  document.addEventListener('securitypolicyviolation', onRefusal);
  calendar.title = link.textContent;
  calendar.sandbox.add(...permissions);
  calendar.allow = 'payment';
  // A browser tells of a refusal a moment before or after it says that the refused page is there.
  calendar.addEventListener('load', () => setTimeout(done, 1000), { once: true });
  calendar.src = href;
  link.className = '';
  adopt(form, 'iframe{display:block;width:100%;height:700px;margin-top:16px;border:0;border-radius:8px}');
  form.append(calendar);
}

function adopt(form: HTMLFormElement, css: string): void {
  const root = form.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
