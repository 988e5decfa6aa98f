// What a schema found wrong, in Baton's own codes: one translation for every document and every body.
//
// A schema that knows better than its library says so itself: a bare word as an error's message is its code
// (`z.string().regex(…, 'bad_id')`), and so is `params.code` of a refinement, whose other params fill the sentence.
import type { Issue, Path } from '@baton/rules';
import type * as z from 'zod';

type Found = z.core.$ZodIssue;
type Params = Readonly<Record<string, string | number>>;

/**
 * A schema's findings, with `at` before each path. The input must have been reported (`reportInput`), or what is
 * missing cannot be told from what is of another type.
 */
export function schemaIssues(error: z.ZodError, at: Path = []): Issue[] {
  return error.issues.flatMap(innermost).map((found) => {
    const path = [...at, ...found.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
    const [code, params] = translate(found, path);
    return params === undefined ? { code, path } : { code, path, params };
  });
}

/** Of what may be one thing or another and is clearly meant to be one of them: what is wrong with that one. */
function innermost(found: Found): readonly Found[] {
  if (found.code !== 'invalid_union' || isCode(found.message)) return [found];
  const meant = found.errors.filter((faults) => faults.every(({ path }) => path.length > 0));
  const [only = []] = meant;
  if (meant.length !== 1 || only.length === 0) return [found];
  return only.flatMap((fault) => innermost({ ...fault, path: [...found.path, ...fault.path] }));
}

function translate(found: Found, path: Path): readonly [code: string, params?: Params | undefined] {
  if (found.code === 'custom') return [customCode(found), customParams(found)];
  if (isMissing(found)) return ['required'];
  if (isCode(found.message)) return [found.message];
  switch (found.code) {
    case 'invalid_type':
      return found.expected === 'int' ? ['not_whole'] : ['wrong_type', { expected: found.expected }];
    case 'invalid_value':
      return ['not_in_list', { allowed: found.values.map(String).join(', ') }];
    case 'too_small':
      return [tooSmall[found.origin] ?? 'too_small', { min: Number(found.minimum) }];
    case 'too_big':
      return [tooBig[found.origin] ?? 'too_large', { max: Number(found.maximum) }];
    case 'invalid_format':
      return formatCode(found.format);
    case 'invalid_union':
      // What is told apart by its kind has one.
      return [path.at(-1) === 'kind' ? 'unknown_kind' : 'invalid'];
    case 'invalid_key':
      return [found.issues.map(({ message }) => message).find(isCode) ?? 'invalid'];
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_element':
      return ['invalid'];
  }
}

const tooSmall: Readonly<Record<string, string>> = { string: 'too_short', array: 'too_few' };
const tooBig: Readonly<Record<string, string>> = { string: 'too_long', array: 'too_many' };
const formats: Readonly<Record<string, string>> = { email: 'not_email', url: 'not_url', date: 'not_date' };

function formatCode(format: string): readonly [string, Params?] {
  const code = formats[format];
  return code === undefined ? ['bad_format', { format }] : [code];
}

function isMissing(found: Found): boolean {
  return found.input === undefined && ['invalid_type', 'invalid_value', 'invalid_union'].includes(found.code);
}

function isCode(message: string | undefined): message is string {
  return message !== undefined && /^[a-z]+(?:_[a-z]+)*$/.test(message);
}

function customCode({ message, params }: Found & { code: 'custom' }): string {
  const code: unknown = params?.['code'];
  if (typeof code === 'string') return code;
  return isCode(message) ? message : 'invalid';
}

function customParams({ params = {} }: Found & { code: 'custom' }): Params | undefined {
  const told = Object.entries(params).filter(isParam);
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

function isParam(entry: [string, unknown]): entry is [string, string | number] {
  return entry[0] !== 'code' && (typeof entry[1] === 'string' || typeof entry[1] === 'number');
}
