// What was found, as a sentence that says what is wrong and what to do. A code without words does not compile.
import type { AnswerIssueCode } from '@baton/form';
import type { findingCodes } from '@baton/form/checker';
import type { formIssueCodes, formWarningCodes } from '@baton/form/document';
import type { Path } from '@baton/rules';

type KnownCode =
  | (typeof findingCodes)[number]
  | (typeof formIssueCodes)[number]
  | (typeof formWarningCodes)[number]
  /** Of a shape that nothing says more about. */
  | 'invalid'
  | 'bad_format';

type Params = Readonly<Record<string, string | number>>;

/** An issue, whoever tells it. */
type Told = { readonly code: string; readonly path: Path; readonly params?: Params | undefined };

type Words = string | ((params: Params) => string);

const counted = (count: string | number | undefined, one: string, many: string): string =>
  `${count ?? 'Some'} ${Number(count) === 1 ? one : many}`;

const words: Readonly<Record<KnownCode, Words>> = {
  // What nobody could do right
  contradiction: 'No answers ever fulfil this condition. Change it, or take it away.',
  always_holds: 'This condition holds for everybody, so it decides nothing.',
  never_shown: 'Nobody is ever shown this field: what would show it is hidden then.',
  step_never_shown: 'Nobody is ever shown this step: what would show it is hidden then.',
  required_never_shown: 'It must be answered, and nobody is ever shown it.',
  outcome_never_shown: 'An earlier outcome is always shown in its place. Put the better tier first.',
  attribute_twice: ({ other }) =>
    `“${other ?? 'Another field'}” asks for the same attribute. The later answer would silently win.`,
  empty_step: 'Nothing is asked in this step. Fill it, or remove it.',
  too_many_questions: ({ count, most }) =>
    `${count ?? 'Many'} questions at once; more than ${most ?? 7} make people leave. Split the step, or ask some only at times.`,
  progressive_never_asked: 'Fields wait for their turn, and no new question is allowed in a visit.',
  translations_missing: ({ count }) => `${counted(count, 'text is', 'texts are')} not translated yet.`,
  // Conditions
  not_a_group: 'This condition cannot be read. Write it anew.',
  not_a_rule: 'A part of this condition cannot be read. Write it anew.',
  not_a_list: 'A list of values is needed here.',
  not_two: 'Two values are needed here: from and to.',
  not_text: 'A text is needed here.',
  not_number: 'A number is needed here.',
  not_date: 'A day of the calendar is needed here.',
  not_boolean: 'Yes or no is needed here.',
  not_an_option: 'This is none of the options any more. Choose another one.',
  not_supported: 'This part of the condition is of a sort that Baton does not decide by.',
  operator_not_allowed: 'What it reads cannot be compared in this way.',
  too_deep: 'Groups stand too deep in each other here.',
  too_many_rules: 'There are too many rules in this condition.',
  unknown_combinator: 'It is not said whether all or any of the rules must hold.',
  unknown_field: ({ field }) =>
    field === undefined || field === ''
      ? 'It reads something that is not there. Choose what it reads.'
      : `It reads “${String(field).replace(/^answer\./, '')}”, which is not there any more.`,
  unknown_operator: 'It is not said how to compare.',
  value_missing: 'There is nothing to compare with yet.',
  not_an_earlier_field: 'It reads a field that comes later. Move that field up, or read another.',
  not_known_in_browser: 'It reads what only Baton knows, not the visitor’s browser.',
  // Attributes and ids
  attribute_does_not_fit: 'This kind of field cannot ask for this attribute. Choose one that fits.',
  derived_attribute: 'Baton works this attribute out by itself; it cannot be asked.',
  unknown_attribute: 'This attribute is not in the workspace any more. Choose another one.',
  bad_id: 'This name is not one that programs can use: small letters, digits and _.',
  duplicate_id: 'Something else has the same name for programs.',
  reserved_id: 'Baton needs this name for itself.',
  // Options, limits, first values
  options_missing: 'It has no options to choose from. Add some, or bind it to an attribute that has them.',
  option_not_in_attribute: ({ option }) =>
    `The option “${option ?? ''}” is not among those of the attribute: no rule on the attribute will see it.`,
  limits_crossed: 'The lower limit is above the upper one.',
  bad_default: ({ code }) => `It starts with what it would not take as an answer${because(code)}.`,
  too_few: ({ min }) => `At least ${min ?? 1} here.`,
  too_many: ({ max }) => `At most ${max ?? 'so many'} here.`,
  too_large: ({ max }) => `At most ${max ?? 'so much'}.`,
  too_small: ({ min }) => `At least ${min ?? 'so much'}.`,
  too_long: ({ max }) => `This is too long: at most ${max ?? 'so many'} characters.`,
  too_short: ({ min }) => `This is too short: at least ${min ?? 1} characters.`,
  not_whole: 'A whole number is needed here.',
  spaced: 'There is space before or behind it.',
  blank: 'Some words are needed here.',
  required: 'This is missing.',
  // The e-mail
  email_required:
    'There is no e-mail field that must be answered. Without one, nobody knows whose lead it is.',
  email_conditional: 'The e-mail must always be asked: take its condition away.',
  // Addresses, patterns, languages
  not_a_pattern: 'This is not a pattern. Look-around and back references are not among what it can say.',
  not_a_safe_address: 'An address is needed that begins with https://.',
  not_an_origin: 'This is not the address of a website, as in https://www.example.com.',
  not_for_address: 'This answer cannot go into an address.',
  parameter_taken: 'The address has this parameter already.',
  bad_language: 'This is not a language.',
  unknown_autocomplete: 'Browsers do not know this name for what they fill in.',
  // Outcomes
  not_last: 'An outcome without a condition must come last: nothing behind it is ever shown.',
  unknown_tier: ({ tier }) => `The agreement has no tier “${tier ?? ''}”.`,
  // Look
  low_contrast: ({ ratio, least, suggestion }) =>
    `The contrast is ${ratio ?? 'too low'}; ${least ?? 4.5} is needed to be read.${suggestion === undefined ? '' : ` ${suggestion} would do.`}`,
  not_a_colour: 'This is not a colour, as in #1a6b4f.',
  not_a_font: 'This is not a font.',
  // The document itself
  unknown_kind: 'This is of a kind that Baton does not know.',
  unknown_format: 'This is of a format that Baton does not know.',
  format_too_new: 'This was written by a later Baton.',
  unknown_key: 'Baton does not know this setting and leaves it alone.',
  not_in_form: 'This is translated, and the form does not have it.',
  not_in_list: ({ allowed }) => `It must be one of: ${allowed ?? 'those that are known'}.`,
  wrong_type: 'Something else is needed here.',
  invalid: 'This cannot be used.',
  bad_format: 'This cannot be read.',
};

const reasons: Readonly<Record<AnswerIssueCode, string>> = {
  required: 'nothing is there',
  must_be_true: 'it must be ticked',
  not_text: 'it is no text',
  not_email: 'it is no e-mail address',
  not_phone: 'it is no telephone number',
  not_url: 'it is no website',
  not_number: 'it is no number',
  not_whole: 'it is no whole number',
  not_date: 'it is no day',
  not_country: 'it is no country',
  not_an_option: 'it is none of the options',
  not_boolean: 'it is neither yes nor no',
  not_business: 'it is no business address',
  not_in_pattern: 'it does not match the pattern',
  too_short: 'it is too short',
  too_long: 'it is too long',
  too_small: 'it is below the least',
  too_large: 'it is above the most',
  too_early: 'it is too early',
  too_late: 'it is too late',
  too_few: 'there are too few',
  too_many: 'there are too many',
};

function because(code: string | number | undefined): string {
  return typeof code === 'string' && isReason(code) ? `: ${reasons[code]}` : '';
}

function isReason(code: string): code is AnswerIssueCode {
  return Object.hasOwn(reasons, code);
}

/** Whether a sentence stands here for the code. */
export function isKnownCode(code: string): code is KnownCode {
  return Object.hasOwn(words, code);
}

/** What is wrong, as a sentence; of what is not known here, the code and the place. */
export function findingInWords({ code, path, params = {} }: Told): string {
  if (!isKnownCode(code)) return `Baton says “${code}”${path.length > 0 ? ` at ${path.join('.')}` : ''}.`;
  const said = words[code];
  return typeof said === 'string' ? said : said(params);
}
