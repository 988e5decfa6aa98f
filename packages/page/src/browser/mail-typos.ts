// What an e-mail address was probably meant to be, and whether it is one of the well-known private ones. Only slips
// that hardly anybody means are told: a provider's name one letter off, an ending that does not exist. Whether an
// address is a business's own, the worker decides by its long lists.

const providers = 'gmail googlemail yahoo hotmail outlook icloud protonmail'.split(' ');

/** Endings that do not exist, and what was meant; those of providers may exist elsewhere. */
const anybodys = /\.(con|cmo|ocm|vom|xom|cim|cpm|coom|comm|comn)$/;
const providersOwn = /\.(co|cm|om|c|coml)$/;
const free =
  /@((gmail|googlemail|yahoo|ymail|hotmail|outlook|icloud|aol|gmx|protonmail|t-online|yandex)\.[a-z.]+|(live|msn|me|mail|qq|163)\.com|web\.de|proton\.me|mail\.ru)$/;

/** The address as it was probably meant; undefined: as it is. */
export function betterAddress(address: string): string | undefined {
  const [, local = '', name = '', rest = ''] =
    /^(.+@)([^@.]+)(\.[^@]+)$/.exec(address.trim().toLowerCase()) ?? [];
  const known = providers.find((provider) => provider === name || isSlip(name, provider));
  const ending = (known ? rest.replace(providersOwn, '.com') : rest)
    .replace(anybodys, '.com')
    .replace(/\.(nte|ner|met)$/, '.net')
    .replace(/\.(ogr|rog|orgg)$/, '.org');
  const better = local + (known ?? name) + ending;
  return local && better !== address.trim().toLowerCase() ? better : undefined;
}

/** Whether a well-known provider gives such addresses to anybody. */
export function isPrivate(address: string): boolean {
  return free.test(address.trim().toLowerCase());
}

const thrownAway =
  /@(.+\.)?(mailinator|guerrillamail|10minutemail|tempmail|yopmail|trashmail|sharklasers|throwawaymail|dispostable|mailnesia|emailondeck|temp-mail|getnada|maildrop|moakt)\.(com|org|net|de|fr|io|cc)$/;

/** Whether a well-known host gives such addresses for an hour. */
export function isThrownAway(address: string): boolean {
  return thrownAway.test(address.trim().toLowerCase());
}

/** One letter too many, too few, another one, or two that have changed places; never the first letter. */
function isSlip(typed: string, name: string): boolean {
  let same = 0;
  while (same < name.length && typed[same] === name[same]) same += 1;
  const [a, b] = [typed.slice(same), name.slice(same)];
  const [one = '', two = ''] = b;
  return (
    same > 0 &&
    (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || a === two + one + b.slice(2))
  );
}
