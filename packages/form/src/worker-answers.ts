import type { Form } from './types.ts';

/** The answers with those hidden ones filled in that only the worker can know; what was sent for them is ignored. */
export declare function workerAnswers(
  form: Form,
  input: Readonly<Record<string, unknown>>,
  known: { readonly country?: string },
): Readonly<Record<string, unknown>>;
