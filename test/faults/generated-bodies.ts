// Bodies that nobody thought of: valid ones with members replaced, bent and added, arbitrary JSON, and text that is
// nearly JSON. Most reach far into the worker before they are refused; some are taken.
import * as fc from 'fast-check';
import { mostly, odd } from './generated-values.ts';

/** Stands for the token of a visitor who has sent a form; put in when the request is sent. */
export const someVisitor = 'SOME-VISITOR';
/** Stands for a nonce of the verdict page that the request goes to. */
export const someNonce = 'SOME-NONCE';

const person = fc.integer({ min: 0, max: 400 }).map((number) => `person${number}@x.example`);

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
    visitor: mostly(fc.constantFrom(null, someVisitor)),
    visit: mostly(someVisit),
    behaviours: mostly(fc.array(someBehaviour, { maxLength: 3 })),
    trap: mostly(fc.constant('')),
    stage: odd,
    state: odd,
    lead: odd,
  },
  { requiredKeys: ['id', 'answers'] },
);

/** A text with one run of characters cut out, doubled or replaced. */
function bent(written: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const patch = fc.constantFrom('', '"', '{', '\\', '\0', ',', '%', '&', '\ud800');
  return fc.tuple(written, fc.nat(), fc.nat({ max: 20 }), patch).map(([text, from, length, put]) => {
    const at = from % Math.max(1, text.length);
    return text.slice(0, at) + put + text.slice(at + length);
  });
}

/** What was written as it should be, bent, and anything at all. */
function asText(written: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: written },
    { weight: 3, arbitrary: bent(written) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
}

/** A body of JSON as text. */
export function jsonText(value: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return asText(value.map((one) => JSON.stringify(one) ?? ''));
}

/** A body of a plain form as text; a list is a name given several times. */
export function formText(values: fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<string> {
  return asText(
    values.map((one) => {
      const pairs = Object.entries(one).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((item): [string, string] => [
          name,
          typeof item === 'string' ? item : (JSON.stringify(item) ?? ''),
        ]),
      );
      return new URLSearchParams(pairs).toString();
    }),
  );
}

const plainPost = fc
  .tuple(
    someAnswers,
    fc.record(
      {
        baton_id: mostly(fc.uuid()),
        baton_version: mostly(fc.constant('1')),
        baton_website: mostly(fc.constant('')),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.string({ maxLength: 10 }), odd, { maxKeys: 2 }),
  )
  .map(([answers, own, others]) => ({ ...others, ...answers, ...own }));

const verdict = fc.record(
  {
    nonce: mostly(fc.constant(someNonce)),
    act: mostly(fc.constantFrom('accept', 'reject', 'undo')),
    reason: mostly(fc.constantFrom('too_small', '')),
    note: mostly(fc.string({ maxLength: 60 })),
    by: odd,
    stage: odd,
  },
  { requiredKeys: ['nonce', 'act'] },
);

/** Bodies of which the schema alone says too little to get far, by operation. */
export const writtenBodies: Readonly<Record<string, fc.Arbitrary<string>>> = {
  submit: jsonText(submission),
  postForm: formText(plainPost),
  giveVerdict: formText(verdict),
  reportBehaviours: jsonText(
    fc.record({
      visitor: mostly(fc.constant(someVisitor)),
      behaviours: mostly(fc.array(someBehaviour, { maxLength: 3 })),
    }),
  ),
};
