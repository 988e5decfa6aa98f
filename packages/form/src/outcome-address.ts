// Answers in the address of what follows a form: those that the marketer chose, and who books where the calendar's
// maker says how to tell. Sensitive answers never; what makes an address too long stays away whole.
import { identityField } from './form-logic.ts';
import type { Answers, Field, Form, Show } from './types.ts';

/** Characters that an address may have with the answers in it: what old servers and mail gateways still take. */
const longest = 4000;

/** Calendars whose parameters are documented, by their host; a subdomain is theirs too. */
const calendars: readonly { readonly host: RegExp; readonly splitsNames: boolean }[] = [
  // https://cal.com/help/embedding/prefill-booking-form-embed
  { host: /^https:\/\/([\w-]+\.)*cal\.com(?![\w.-])/i, splitsNames: false },
  // https://help.calendly.com/hc/en-us/articles/226766767
  { host: /^https:\/\/([\w-]+\.)*calendly\.com(?![\w.-])/i, splitsNames: true },
];

const names = {
  name: ['full_name', 'name'],
  first_name: ['first_name', 'given_name'],
  last_name: ['last_name', 'family_name'],
} as const;

/** Whether a field's answer may stand in an address. */
export function mayBeCarried({ kind, sensitive }: Pick<Field, 'kind' | 'sensitive'>): boolean {
  return !sensitive && kind !== 'statement';
}

/** Whether an address already has the parameter. */
export function hasParameter(url: string, parameter: string): boolean {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return query.split('&').some((pair) => pair.split('=')[0] === encodeURIComponent(parameter));
}

/** What is shown, with the fields that fill in the calendar where the marketer says nothing else of them. */
export function withCarried(form: Pick<Form, 'steps'>, show: Show): Show {
  const calendar = show.kind === 'booking' && calendars.find(({ host }) => host.test(show.url));
  if (!calendar) return show;
  const prefilled = Object.entries(whoBooks(form, calendar.splitsNames)).filter(
    ([parameter]) => !hasParameter(show.url, parameter),
  );
  return { ...show, fields: { ...Object.fromEntries(prefilled), ...show.fields } };
}

/** The address with the answers that go along in it. */
export function addressWith(
  url: string,
  fields: Readonly<Record<string, string>> | undefined,
  answers: Partial<Answers>,
): string {
  const [before = '', ...after] = url.split(/(?=#)/);
  let address = before;
  for (const [parameter, field] of Object.entries(fields ?? {})) {
    const answer = Object.hasOwn(answers, field) ? answers[field] : undefined;
    if (answer === undefined) continue;
    const sign = address.endsWith('?') ? '' : address.includes('?') ? '&' : '?';
    const longer = `${address}${sign}${encoded(parameter)}=${encoded([answer].flat().join())}`;
    if (longer.length <= longest) address = longer;
  }
  return [address, ...after].join('');
}

/** Fields that tell who it is, by the calendar's parameters. */
function whoBooks(form: Pick<Form, 'steps'>, splitsNames: boolean): Readonly<Record<string, string>> {
  const fields = form.steps.flatMap((step) => step.fields).filter(mayBeCarried);
  const named = (ids: readonly string[]) =>
    fields.find((field) => field.kind === 'text' && ids.includes(field.attribute ?? field.id))?.id;
  const found: Record<string, string | undefined> = {
    email: fields.find((field) => field === identityField(form))?.id,
    name: named(names.name),
  };
  if (splitsNames && found['name'] === undefined) {
    found['first_name'] = named(names.first_name);
    found['last_name'] = named(names.last_name);
  }
  const told: Record<string, string> = {};
  for (const [parameter, id] of Object.entries(found)) if (id !== undefined) told[parameter] = id;
  return told;
}

/** Half a character cannot be encoded, and stands for nothing. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
