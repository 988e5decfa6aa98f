// Every code that reading a form document can tell, for hosts that put words to them.
import { conditionIssueCodes } from '@baton/rules';

/** Codes that refuse a document. */
export const formIssueCodes = [
  ...conditionIssueCodes,
  'attribute_does_not_fit',
  'bad_default',
  'bad_id',
  'bad_language',
  'blank',
  'derived_attribute',
  'duplicate_id',
  'email_conditional',
  'email_required',
  'format_too_new',
  'limits_crossed',
  'low_contrast',
  'not_a_colour',
  'not_a_font',
  'not_a_pattern',
  'not_a_safe_address',
  'not_an_earlier_field',
  'not_an_origin',
  'not_in_list',
  'not_known_in_browser',
  'not_last',
  'not_whole',
  'options_missing',
  'required',
  'reserved_id',
  'spaced',
  'too_few',
  'too_large',
  'too_long',
  'too_many',
  'too_short',
  'too_small',
  'unknown_attribute',
  'unknown_autocomplete',
  'unknown_format',
  'unknown_kind',
  'unknown_tier',
  'wrong_type',
] as const;

/** Codes that are only told. A draft is also told of a missing e-mail field in this way. */
export const formWarningCodes = ['not_in_form', 'option_not_in_attribute', 'unknown_key'] as const;
