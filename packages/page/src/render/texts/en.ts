// The form's own words in English. `{name}` is filled from an issue's params or by the script. Keys of answer
// issues are their codes. What counts things has words for each plural category of its language.
import type { Plural } from '../wording.ts';

export const en = {
  send: 'Send',
  next: 'Continue',
  back: 'Back',
  required_mark: 'required',
  required_note: 'Required',
  choose: 'Please choose',
  not_you: 'Not you?',
  close: 'Close',
  progress: 'Step {step} of {steps}',
  privacy: 'Privacy policy',
  other: 'Other',
  other_text: 'Please say which',
  did_you_mean: 'Did you mean {address}?',
  business_hint: 'With your work e-mail address we can help you sooner.',
  search: 'Search',
  search_found: 'Found: {count}',
  search_none: 'Nothing found',
  review_title: 'Is everything right?',
  change: 'Change',
  yes: 'Yes',
  no: 'No',

  check: { one: 'One answer needs another look.', other: '{count} answers need another look.' },
  sending: 'Sending…',
  retrying: 'Still sending. Please keep this page open.',
  offline: 'You are offline. This is sent as soon as you are back.',
  refused: 'This could not be sent. Your answers are still here.',
  thanks_title: 'Thank you',
  thanks_text: 'Your answers have arrived.',

  invalid: 'Please check this answer.',
  required: 'Please answer this.',
  must_be_true: 'Please tick this box to go on.',
  not_text: 'This holds a character that cannot be kept. Please write it again.',
  not_email: 'Please write an e-mail address like name@company.com.',
  not_phone: 'Please write a phone number like +49 30 1234567.',
  not_url: 'Please write an address like https://company.com.',
  not_number: 'Please write a number.',
  not_whole: 'Please write a whole number.',
  not_date: 'Please give a date.',
  not_country: 'Please choose a country.',
  not_an_option: 'Please choose one of these.',
  not_boolean: 'Please answer with yes or no.',
  not_business: 'Please write your work e-mail address.',
  not_in_pattern: 'Please write this in the form that is asked for.',
  too_short: {
    one: 'Please write at least {min} character.',
    other: 'Please write at least {min} characters.',
  },
  too_long: {
    one: 'Please write at most {max} character.',
    other: 'Please write at most {max} characters.',
  },
  too_small: 'Please give at least {min}.',
  too_large: 'Please give at most {max}.',
  too_early: 'Please give a day from {min} on.',
  too_late: 'Please give a day up to {max}.',
  too_few: { one: 'Please choose at least {min}.', other: 'Please choose at least {min}.' },
  too_many: { one: 'Please choose at most {max}.', other: 'Please choose at most {max}.' },

  error_title: 'Error: {title}',
  go_on: 'Continue',
  book: 'Book a time',
  download: 'Download',
  not_found_title: 'This form is not here',
  not_found_text: 'It may have moved or closed. Please check the address.',
  failed_title: 'This did not work',
  failed_text: 'The fault is on our side. Your answers are below: please send them again.',
  broken_text: 'The fault is on our side. Please try again in a moment.',
  too_many_title: 'One moment, please',
  too_many_text: 'Too much arrived at once. Your answers are below: please send them again in a minute.',
  too_large_title: 'This is too long',
  too_large_text: 'Please shorten your answers and send them again.',
  not_taken_title: 'This could not be read',
  not_taken_text: 'Please fill in the form again.',
} as const;

export type TextKey = keyof typeof en;
/** The words of one language. */
export type Texts = {
  readonly [K in TextKey]: (typeof en)[K] extends string ? string : Plural;
};

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key);
}
