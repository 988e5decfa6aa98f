// The shape of a form's translations, and what they name that the form does not have. That is told, not refused: a
// field may be taken out today and come back tomorrow with its words.
import type { Issue, Path } from '@baton/rules';
import * as z from 'zod';
import { isSecure } from './addresses.ts';
import type { Translation } from './translations.ts';
import type { Outcome, Step } from './types.ts';

/** A BCP 47 tag that Intl knows how to read. */
export const languageTag = () =>
  z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, { error: 'bad_language', abort: true })
    .refine(isLanguage, { error: 'bad_language' });

const byId = <T extends z.ZodType>(words: T) => z.record(z.string(), words).exactOptional();
const said = (most: number) => z.string().max(most).exactOptional();

const translation = () =>
  z.looseObject({
    name: said(200),
    description: said(300),
    steps: byId(z.looseObject({ title: said(500) })),
    fields: byId(
      z.looseObject({
        label: said(2000),
        help: said(2000),
        placeholder: said(2000),
        text: said(10_000),
        businessText: said(2000),
        patternText: said(2000),
        options: byId(z.string().max(500)),
      }),
    ),
    outcomes: byId(z.looseObject({ title: said(500), text: said(10_000), label: said(500) })),
    consent: z
      .looseObject({
        text: said(5000),
        linkText: said(200),
        url: z.string().max(2000).refine(isSecure, 'not_a_safe_address').exactOptional(),
        marketing: z.looseObject({ text: said(5000) }).exactOptional(),
      })
      .exactOptional(),
    texts: byId(z.union([z.string().max(2000), z.record(z.string(), z.string().max(2000))])),
  });

/** The form's languages besides its own. */
export const translations = () => z.record(languageTag(), translation()).default({});

/** A warning for each step, field, option or outcome that is translated and not there. */
export function strayTranslations(
  languages: Readonly<Record<string, Translation>>,
  steps: readonly Step[],
  outcomes: readonly Outcome[],
): readonly Issue[] {
  const fields = new Map(steps.flatMap((step) => step.fields.map((field) => [field.id, field] as const)));
  const stepIds = new Set(steps.map(({ id }) => id));
  const outcomeIds = new Set(outcomes.map(({ id }) => id));
  return Object.entries(languages).flatMap(([language, words]) => {
    const at = ['translations', language];
    return [
      ...strays(words.steps, stepIds, [...at, 'steps']),
      ...strays(words.fields, fields, [...at, 'fields']),
      ...Object.entries(words.fields ?? {}).flatMap(([id, { options }]) => {
        const known = fields.get(id)?.options;
        const optionIds = new Set(known?.map((option) => option.id));
        return fields.has(id) ? strays(options, optionIds, [...at, 'fields', id, 'options']) : [];
      }),
      ...strays(words.outcomes, outcomeIds, [...at, 'outcomes']),
    ];
  });
}

function strays(
  words: Readonly<Record<string, unknown>> | undefined,
  known: { has(id: string): boolean },
  at: Path,
): readonly Issue[] {
  return Object.keys(words ?? {})
    .filter((id) => !known.has(id))
    .map((id) => ({ code: 'not_in_form', path: [...at, id] }));
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
