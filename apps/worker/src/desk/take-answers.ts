// The answers of an arrival as the worker takes them: with what only it knows filled in, checked as the browser
// checks them and further, where that takes more than a form's script should weigh. Refuses what the form's own
// version refuses; telephone numbers are written in full where the country is certain.
import { emailKind, phoneNumber } from '@baton/derive';
import {
  checkAnswers,
  strictChecks,
  workerAnswers,
  type Answers,
  type AnswerContext,
  type CheckedAnswers,
  type Form,
  type StrictChecks,
} from '@baton/form';
import { compilePattern } from '@baton/form/document';
import type { Arrival } from './arrival.ts';
import type { PublishedVersion } from './published-version.ts';

type Field = Form['steps'][number]['fields'][number];

/** What a form's fields ask of the worker alone, made ready once per version. */
export type FieldDemands = {
  readonly business: ReadonlySet<string>;
  /** Whether a text matches, by the field's id. */
  readonly patterns: ReadonlyMap<string, (text: string) => boolean>;
  /** All that ask for a telephone number. */
  readonly phones: readonly string[];
  /** Those of them that take no number which cannot be dialled. */
  readonly strictPhones: ReadonlySet<string>;
  /** All that ask for a country. */
  readonly countries: readonly string[];
};

/** Reads them from a parsed form. */
export function fieldDemands(form: Pick<Form, 'steps'>): FieldDemands {
  const fields = form.steps.flatMap((step) => step.fields);
  const idsOf = (wanted: (field: Field) => boolean) => fields.filter(wanted).map((field) => field.id);
  return {
    business: new Set(idsOf((field) => field.business === 'refuse')),
    patterns: new Map(
      fields.flatMap(({ id, pattern }) => {
        const matches = pattern === undefined ? undefined : compilePattern(pattern);
        return matches === undefined ? [] : [[id, matches] as const];
      }),
    ),
    phones: idsOf((field) => field.kind === 'phone'),
    strictPhones: new Set(idsOf((field) => field.kind === 'phone' && field.strict === true)),
    countries: idsOf((field) => field.kind === 'country'),
  };
}

/** The answers as they are stored, or all that is wrong with them. Taking what this gives, gives the same. */
export function takeAnswers(
  published: Pick<PublishedVersion, 'form' | 'compiled' | 'demands'>,
  arrival: Pick<Arrival, 'answers' | 'visit'>,
  asking: Omit<AnswerContext, 'visit' | 'strict'>,
): CheckedAnswers {
  const { form, compiled, demands } = published;
  const { answers, visit } = arrival;
  const { country } = visit;
  const guesses = guessCountries(demands, arrival);
  const checked = checkAnswers(
    compiled,
    workerAnswers(form, answers, country === undefined ? {} : { country }),
    {
      ...asking,
      visit,
      strict: strictly(demands, guesses),
    },
  );
  return checked.ok ? { ok: true, answers: inFull(demands, checked.answers, guesses) } : checked;
}

function strictly(demands: FieldDemands, guesses: readonly string[]): StrictChecks {
  return {
    ...strictChecks,
    email: (answer, { id }) => {
      if (!demands.business.has(id)) return undefined;
      const kind = emailKind(String(answer));
      return kind === 'free' || kind === 'disposable'
        ? { code: 'not_business', params: { field: id } }
        : undefined;
    },
    text: (answer, { id }) =>
      demands.patterns.get(id)?.(String(answer)) === false
        ? { code: 'not_in_pattern', params: { field: id } }
        : undefined,
    phone: (answer, { id }) =>
      demands.strictPhones.has(id) && phoneNumber(String(answer), guesses) === null
        ? { code: 'not_phone' }
        : undefined,
  };
}

/** Where a number without its country's code is likely from: what was answered, where the visitor is, their language. */
function guessCountries(
  { phones, countries }: FieldDemands,
  { answers, visit }: Pick<Arrival, 'answers' | 'visit'>,
): readonly string[] {
  if (phones.length === 0) return [];
  const [, region] = /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})\b/i.exec(visit.language ?? '') ?? [];
  return [...countries.map((id) => answers[id]), visit.country, region]
    .filter((guess) => typeof guess === 'string')
    .map((guess) => guess.trim().toUpperCase());
}

function inFull({ phones }: FieldDemands, answers: Answers, guesses: readonly string[]): Answers {
  const given = phones.filter((id) => answers[id] !== undefined);
  if (given.length === 0) return answers;
  const numbers = given.map((id) => [id, phoneNumber(String(answers[id]), guesses) ?? answers[id]]);
  return { ...answers, ...Object.fromEntries(numbers) };
}
