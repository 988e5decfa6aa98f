// What core and parts call things among themselves, and some of what the payload says, travels as letters. A letter stands
// for as many words as there are objects that have them: the fewer letters, the better they compress.

/** Words of the script that no payload, page or worker knows, by what has them. */
const own: Readonly<Record<string, string>> = {
  slot: 'field position shown isShown answer isDemanded isStale readers raw sent read inStep demanded compared',
  place: 'field controls isHidden fault objection said isWatched',
  behaviour: 'normalise refusal lacking check',
  stage:
    'payload host storage tokenKey store post draftKey along asking address awaited follow taken write load submissionId ' +
    'restore renew update go tell kept hear facts objected',
  walk: 'inSight current arrange',
  draft: 'isTried',
  asking: 'skipped asked',
  answered: 'reply',
};

/** Words of the payload that are nothing else: not to a page, to the worker or in what is stored. Composing renames them alike. */
const ofPayload: Readonly<Record<string, string>> = {
  payload: 'css html texts logic kiosk build',
  texts: 'next progress check sending retrying offline refused thanks_title thanks_text invalid',
  step: 'fields shownWhen',
  field: 'kind options shownWhen requiredWhen whole minLength maxLength',
  rule: 'field operator keys not absent',
  group: 'combinator not',
};

/** In an order that leaves to what is named most what stands often already; which of them where, was tried out. */
const letters = 'dilanbvstmukgpyrwcAEOhxoTeSCfLNPDIMRjBUFqzHVGWYKJXQZ$_';

const things = [...Object.values(own), ...Object.values(ofPayload)].map((words) => words.split(' '));

const wordsOf = (kinds: Readonly<Record<string, string>>): readonly string[] => [
  ...new Set(Object.values(kinds).join(' ').split(' ')),
];

export const payloadWords: readonly string[] = wordsOf(ofPayload);
export const ownWords: readonly string[] = wordsOf(own).filter((word) => !payloadWords.includes(word));

/** The letter of each word: another one for each word of one thing. */
export const lettersOf: Readonly<Record<string, string>> = assign();

function assign(): Record<string, string> {
  const given: Record<string, string> = {};
  const thingsWith = (word: string) => things.filter((words) => words.includes(word));
  const all = [...ownWords, ...payloadWords];
  // What several things have comes first, while there is a letter that all of them have left.
  for (const word of all.toSorted((a, b) => thingsWith(b).length - thingsWith(a).length)) {
    const taken = new Set(thingsWith(word).flatMap((words) => words.map((other) => given[other])));
    const letter = Array.from(letters).find((one) => !taken.has(one));
    if (letter === undefined) throw new Error(`There is no letter left for ${word}.`);
    given[word] = letter;
  }
  return given;
}
