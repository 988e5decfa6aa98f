// What a look at a whole form finds: mistakes that no single part of the document shows.
import type { Path } from '@baton/rules';

/** Codes of findings that keep a form from doing what it says. */
const errorCodes = ['contradiction', 'required_never_shown'] as const;

/** Codes of findings that are worth a second look. */
const warningCodes = [
  'always_holds',
  'attribute_twice',
  'empty_step',
  'never_shown',
  'outcome_never_shown',
  'progressive_never_asked',
  'step_never_shown',
  'too_many_questions',
  'translations_missing',
] as const;

/** Every code that a look at a whole form can tell, for hosts that put words to them. */
export const findingCodes = [...errorCodes, ...warningCodes] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One mistake, and where it stands in the document. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  readonly path: Path;
  readonly params?: Readonly<Record<string, string | number>>;
};

const errors: ReadonlySet<string> = new Set(errorCodes);

/** A finding of this code; how bad it is, the code says. */
export function finding(
  code: FindingCode,
  path: Path,
  params?: Readonly<Record<string, string | number>>,
): Finding {
  const severity = errors.has(code) ? 'error' : 'warning';
  return { code, severity, path, ...(params ? { params } : {}) };
}
