// What is wrong with a condition, in words for whoever made it.

/** Of a code that reading or checking a condition tells. */
export function faultInWords(code: string): string {
  switch (code) {
    case 'unknown_field':
      return 'Choose what this looks at.';
    case 'value_missing':
      return 'Say what to compare with.';
    case 'not_two':
      return 'Say both ends.';
    case 'not_number':
      return 'This has to be a number.';
    case 'not_date':
      return 'This has to be a date.';
    case 'not_an_option':
      return 'One of these options is gone. Choose again.';
    case 'operator_not_allowed':
      return 'This cannot be compared so. Choose another comparison.';
    case 'too_deep':
      return 'These groups are nested too deep.';
    case 'too_many_rules':
      return 'These are too many rules for one condition.';
    case 'contradiction':
      return 'No answers can make this hold.';
    case 'always_holds':
      return 'This holds whatever is answered, so it decides nothing.';
    case 'not_an_earlier_field':
      return 'It looks at an answer that is only given later.';
    case 'not_known_in_browser':
      return 'It looks at something that is known only once the form is sent.';
    default:
      return 'This cannot be compared so.';
  }
}
