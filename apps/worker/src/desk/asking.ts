// What a visitor is asked, from what this very browser told before. Only ids leave here.
import { planAsking, type AskOrder, type Asking, type AskPlan } from '@baton/form';
import { isMissing } from '@baton/rules';
import { decidingInForce } from './answer-counts.ts';
import type { Context } from './context.ts';
import type { PublishedVersion, UncheckedVersion } from './published-version.ts';
import { visitorByToken } from './visitors.ts';

type Known = Readonly<Record<string, unknown>>;

/** The plan for somebody who has told this; null: nobody knows them. */
export function planFor(context: Context, version: UncheckedVersion, known: Known | null): AskPlan {
  if (known === null) return version.firstPlan;
  return planAsking(version.form, version.logic, known, orderFor(context, version, known));
}

/** Undefined: as the form lists them. */
function orderFor(context: Context, { form }: UncheckedVersion, known: Known): AskOrder | undefined {
  const deciding = form.profiling.order === 'deciding' ? decidingInForce(context) : null;
  if (deciding === null) return undefined;
  return (attributes, all) => {
    const gains = deciding.gains(known, all, attributes);
    return attributes.toSorted((one, other) => (gains.get(other) ?? 0) - (gains.get(one) ?? 0));
  };
}

/** What binds a visitor who sends these answers: what they answer although they need not have is taken all the same. */
export function askingOf(
  published: PublishedVersion,
  known: Known | null,
  answers: Readonly<Record<string, unknown>>,
): Asking {
  const { skip, decided } = known === null ? published.firstPlan : bindingPlan(published, known);
  return { skipped: new Set(skip.filter((field) => isMissing(answers[field]))), asked: decided };
}

/**
 * Which questions come in their turn may have changed while somebody was typing: others decide by now, or they became
 * known in another tab. So none of them is demanded here (their browser did), and each that they answer counts as asked.
 */
function bindingPlan({ form, logic }: PublishedVersion, known: Known): Pick<AskPlan, 'skip' | 'decided'> {
  const profiling = { ...form.profiling, maxProgressive: Infinity };
  const { skip, decided } = planAsking({ ...form, profiling }, logic, known);
  const inTurn = form.steps.flatMap(({ fields }) =>
    fields.flatMap(({ id, ask }) => (ask === 'progressive' ? id : [])),
  );
  return { skip: [...new Set([...skip, ...inTurn])], decided };
}

/** `POST /f/:form/next`: for a token that nobody has, the same as for a first visit. */
export function nextQuestions(
  context: Context,
  form: string,
  token: string | null,
): { readonly skip: readonly string[]; readonly ask: readonly string[] } | null {
  const published = context.documents.published(form);
  if (published === null) return null;
  const known = visitorByToken(context, token)?.attributes ?? null;
  const { skip, ask } = planFor(context, published, known);
  return { skip, ask };
}
