// What a visitor is asked, from what this very browser told before. Only ids leave here.
import { planAsking, type Asking, type AskPlan } from '@baton/form';
import { isMissing } from '@baton/rules';
import type { Context } from './context.ts';
import type { PublishedVersion } from './published-version.ts';
import { visitorByToken } from './visitors.ts';

function planFor(published: PublishedVersion, known: Readonly<Record<string, unknown>> | null): AskPlan {
  return known === null ? published.firstPlan : planAsking(published.form, published.logic, known);
}

/** What binds a visitor who sends these answers: what they answer although they need not have is taken all the same. */
export function askingOf(
  published: PublishedVersion,
  known: Readonly<Record<string, unknown>> | null,
  answers: Readonly<Record<string, unknown>>,
): Asking {
  const { skip, decided } = planFor(published, known);
  return { skipped: new Set(skip.filter((field) => isMissing(answers[field]))), asked: decided };
}

/** `POST /f/:form/next`: for a token that nobody has, the same as for a first visit. */
export function nextQuestions(
  context: Context,
  form: string,
  token: string | null,
): { readonly skip: readonly string[]; readonly ask: readonly string[] } | null {
  const published = context.documents.published(form);
  if (published === null) return null;
  const { skip, ask } = planFor(published, visitorByToken(context, token)?.attributes ?? null);
  return { skip, ask };
}
