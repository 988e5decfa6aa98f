// The answers that nobody sends and only the worker knows: hidden fields filled in from the request's country or
// from the e-mail given. Whatever was sent for them is ignored.
import { readAnswer } from './logic.ts';
import type { RawAnswers } from './logic.ts';
import { identityField } from './form-logic.ts';
import type { DefaultSource, Field, Form } from './types.ts';

/** Whether a hidden field is filled in by the worker, so that no browser can decide a condition on it. */
export function isWorkerFilled(field: Pick<Field, 'kind' | 'default'>): boolean {
  const from = sourceOf(field.default);
  return field.kind === 'hidden' && (from === 'country' || from === 'email_domain');
}

/** The answers with those of such fields put in; unknown ones are left out. */
export function workerAnswers(
  form: Form,
  input: RawAnswers,
  known: { readonly country?: string },
): RawAnswers {
  const filled = form.steps.flatMap((step) => step.fields).filter(isWorkerFilled);
  if (filled.length === 0) return input;
  const domain = emailDomain(form, input);
  const answers: Record<string, unknown> = { ...input };
  for (const field of filled) {
    answers[field.id] = sourceOf(field.default) === 'country' ? known.country : domain;
  }
  return answers;
}

function sourceOf(value: Field['default']): DefaultSource['from'] | undefined {
  return typeof value === 'object' && 'from' in value ? value.from : undefined;
}

function emailDomain(form: Form, input: RawAnswers): string | undefined {
  const field = identityField(form);
  const address = field && readAnswer({ id: field.id, kind: field.kind }, input);
  return typeof address === 'string' ? address.slice(address.lastIndexOf('@') + 1) : undefined;
}
