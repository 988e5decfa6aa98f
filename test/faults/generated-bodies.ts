// Bodies that nobody thought of: valid submissions with members replaced, bent and added, arbitrary JSON, and text
// that is nearly JSON. Most reach far into the worker before they are refused; some are taken.
import * as fc from 'fast-check';

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    1e308,
    1e20,
    -1e20,
    2 ** 53,
    0.1,
    '1e400',
    'NaN',
    '\0',
    '\ud800',
    '\u202e',
    '🏳️‍🌈',
    "'; DROP TABLE leads; --",
    '<script>alert(1)</script>',
    '=1+1',
    '{{lead.email}}',
    'x'.repeat(5_000),
    [],
    {},
    [[]],
    { length: 1 },
    { toString: 'x' },
    { valueOf: 1 },
    { toJSON: 'x' },
    true,
    false,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** What belongs there, and now and then something else. */
function mostly(sane: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: sane }, { weight: 1, arbitrary: odd });
}

const person = fc.integer({ min: 0, max: 40 }).map((number) => `person${number}@x.example`);

const someAnswers = fc.record(
  {
    email: mostly(fc.oneof(person, fc.emailAddress())),
    name: mostly(fc.string({ maxLength: 30 })),
    size: mostly(fc.constantFrom('1-10', '11-50', '51-500')),
    role: mostly(fc.constantFrom('manager', 'student', 'other')),
    team: mostly(fc.oneof(fc.integer(), fc.double())),
    owner: odd,
    score: odd,
    'lead.tier': odd,
  },
  { requiredKeys: ['email', 'size'] },
);

const someVisit = fc.record(
  {
    url: fc.oneof(fc.webUrl(), odd),
    referrer: fc.oneof(fc.webUrl(), odd),
    utm_source: odd,
    page_path: odd,
    device: odd,
    returning: odd,
    touches: fc.oneof(fc.array(odd, { maxLength: 4 }), odd),
    country: odd,
    facts: odd,
    tier: odd,
  },
  { requiredKeys: [] },
);

const someDate = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const instant = mostly(fc.oneof(someDate, fc.integer(), fc.double({ min: -8e15, max: 8e15, noNaN: true })));

const someBehaviour = mostly(
  fc.oneof(
    fc.record({ path: mostly(fc.oneof(fc.webPath(), fc.constant('/pricing'))), at: instant }),
    fc.record({ event: mostly(fc.string()), at: instant }),
  ),
);

const submission = fc.record(
  {
    id: mostly(fc.uuid()),
    version: mostly(fc.constant(1)),
    final: mostly(fc.boolean()),
    answers: mostly(someAnswers),
    visitor: mostly(fc.constant(null)),
    visit: mostly(someVisit),
    behaviours: mostly(fc.array(someBehaviour, { maxLength: 3 })),
    trap: mostly(fc.constant('')),
    stage: odd,
    state: odd,
    lead: odd,
  },
  { requiredKeys: ['id', 'answers'] },
);

const written = submission.map((value) => JSON.stringify(value));

/** A text with one run of characters cut out, doubled or replaced. */
const bent = fc
  .tuple(written, fc.nat(), fc.nat({ max: 20 }), fc.constantFrom('', '"', '{', '\\', '\0', ',', '\ud800'))
  .map(([text, from, length, patch]) => {
    const at = from % text.length;
    return text.slice(0, at) + patch + text.slice(at + length);
  });

/** One body as text. */
export const someBody: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: written },
  { weight: 3, arbitrary: bent },
  { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
