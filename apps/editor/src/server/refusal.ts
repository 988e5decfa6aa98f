// What the worker says when it does not do what was asked, and what it means that nothing was said at all.
import type { Issue } from '@baton/rules';

/** Why an answer is not what was asked for. `status` 0: nothing came back. */
export class Refusal extends Error {
  readonly status: number;
  readonly issues: readonly Issue[];
  /** The whole answer, where it says more than a problem does. */
  readonly body: unknown;

  constructor(status: number, message: string, issues: readonly Issue[], body: unknown) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.issues = issues;
    this.body = body;
  }

  /** Nothing came back, or the worker is not well: asking again may help. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** A sentence for whoever asked. */
export function refusalInWords(error: unknown): string {
  if (!(error instanceof Refusal)) return 'Something broke in this page. Reload it; drafts are kept.';
  if (error.status === 0) return 'Baton cannot be reached. Check the connection.';
  if (error.status === 401) return 'You are signed out. Sign in again; what you typed is kept.';
  return error.message;
}
