// The words with which HTML tells a browser what it may fill in. Documents only.
// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill

const names: ReadonlySet<string> = new Set(
  (
    'name honorific-prefix given-name additional-name family-name honorific-suffix nickname username new-password ' +
    'current-password one-time-code organization-title organization street-address address-line1 address-line2 ' +
    'address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code ' +
    'cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc ' +
    'cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo ' +
    'tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension ' +
    'email impp'
  ).split(' '),
);

/** `on`, `off`, or a name with what may stand before it, such as `work tel` or `section-a billing country`. */
export function isAutofill(text: string): boolean {
  if (text === 'on' || text === 'off') return true;
  const [, name = ''] =
    /^(?:section-[a-z0-9-]+ )?(?:shipping |billing )?(?:(?:home|work|mobile|fax|pager) )?([a-z0-9-]+)$/.exec(
      text,
    ) ?? [];
  return names.has(name);
}
