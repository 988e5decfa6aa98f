// Who is imagined to fill in the form: what is known of them, where they come from, and what they did before.
import type { AgreementDocument } from '../../server/agreement-document.ts';
import { isRecord } from '@baton/schema';

export type Imagined = {
  /** By attribute, as a lead would have told it; null: nobody knows this browser. */
  readonly known: Readonly<Record<string, string>> | null;
  /** By the name of the parameter. */
  readonly utm: Readonly<Record<string, string>>;
  /** ISO 3166 of two letters; blank: unknown. */
  readonly country: string;
  /** How often each behaviour was seen, by its id. */
  readonly seen: Readonly<Record<string, number>>;
};

export const stranger: Imagined = { known: null, utm: {}, country: '', seen: {} };

/** What the agreement gives points for, or names. */
export type Seeable = {
  readonly id: string;
  readonly says: string;
  readonly occurrence: { readonly path: string } | { readonly event: string };
};

/** Everything that a visitor can be imagined to have done. */
export function seeable(agreement: AgreementDocument | null): readonly Seeable[] {
  if (agreement === null) return [];
  const { engagement, intent, fit } = agreement.score;
  return [engagement, intent, fit]
    .flatMap(({ behaviours = [] }) => behaviours)
    .map(({ id, says, match: { path, event = '' } }) => ({
      id,
      says,
      // A page that the pattern meets.
      occurrence: path === undefined ? { event } : { path: path.replaceAll('*', '') || '/' },
    }));
}

/** The part of a try that is imagined, as the worker takes it. */
export function imaginedBody(
  imagined: Imagined,
  agreement: AgreementDocument | null,
  now: number,
): Readonly<Record<string, unknown>> {
  const { known, utm, country, seen } = imagined;
  const filled = Object.fromEntries(Object.entries(utm).filter(([, value]) => value.trim() !== ''));
  return {
    known: known === null ? null : withoutBlanks(known),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    visit: { url: 'https://www.example.com/', ...filled },
    // An hour between each: what happens in one instant counts once.
    behaviours: seeable(agreement).flatMap(({ id, occurrence }) =>
      Array.from({ length: seen[id] ?? 0 }, (_, at) => ({
        ...occurrence,
        at: new Date(now - at * 3_600_000).toISOString(),
      })),
    ),
  };
}

function withoutBlanks(known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value.trim() !== ''));
}

/** What stands in the form now, as its script would send it; what is the form's own machinery is left out. */
export function answersIn(form: FormData): Readonly<Record<string, unknown>> {
  const answers: Record<string, string | string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '' || name.startsWith('baton_')) continue;
    const before = answers[name];
    answers[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return answers;
}

/** What the script sent, if it is what a form's script sends. */
export function sentIn(text: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof text !== 'string') return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
