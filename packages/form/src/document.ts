// Reads a form from untrusted JSON: shape, ids, what it says about the workspace, conditions, outcomes. Tells every
// fault with its path. Keys that no schema knows are kept and told as warnings.
import * as z from 'zod';
import type { Catalogue, Issue, Parsed, Path } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { isSecure, toOrigin } from './addresses.ts';
import { consentConfig, consentFaults } from './consent-config.ts';
import { fieldConfigs } from './fields/configs.ts';
import { surroundingsConfig } from './embed-schema.ts';
import { partId, words } from './fields/config.ts';
import { identityField } from './form-logic.ts';
import { migrateForm } from './migrations.ts';
import { outcomeVocabulary } from './outcome.ts';
import { outcomeConfig, parseOutcomes } from './parse-outcomes.ts';
import { parseField } from './parse-field.ts';
import { otherQuestion } from './parse-other.ts';
import { protectionConfig } from './protection-config.ts';
import { languageTag, strayTranslations, translations } from './parse-translations.ts';
import { readPart } from './report.ts';
import type { Report } from './report.ts';
import { readCondition } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { parseTheme, themeConfig, usableTheme } from './theme/parse-theme.ts';
import type { Field, Form, Profiling, Step } from './types.ts';

// Workers refuse code made from text, which the schema library would otherwise try.
z.config({ jitless: true });

export { toOrigin } from './addresses.ts';
export { fieldConfigs } from './fields/configs.ts';
export { compilePattern } from './fields/pattern.ts';
export { formIssueCodes, formWarningCodes } from './form-issue-codes.ts';
export { formMigrations, migrateForm } from './migrations.ts';
export type { Migration } from './migrations.ts';

/** The workspace around a form, as far as the form speaks of it. */
export type FormContext = {
  readonly catalogue: Catalogue;
  /** Ids of the agreement's behaviours; null while there is no agreement: any id may be named. */
  readonly behaviours: Iterable<string> | null;
  /** Ids of the agreement's tiers; null as above. */
  readonly tiers: Iterable<string> | null;
  /** What only a published form must have is told as a warning. */
  readonly draft?: boolean;
  /** It is published already: what newer rules refuse stands, and what cannot be used of its theme is not drawn. */
  readonly published?: boolean;
};

export type ParsedForm = Parsed<Form> & { readonly warnings: readonly Issue[] };

const profiling: Profiling = { maxProgressive: 3, order: 'listed' };

const website = () =>
  z.string().transform((text, { issues, value }) => {
    const origin = toOrigin(text);
    if (origin === undefined) issues.push({ code: 'custom', message: 'not_an_origin', input: value });
    return origin ?? z.NEVER;
  });

/** Everything but what is read part by part. */
const formConfig = () =>
  z.looseObject({
    format: z.literal(1),
    id: partId(),
    name: words(200),
    description: words(300).exactOptional(),
    image: z.string().max(2000).refine(isSecure, { error: 'not_a_safe_address' }).exactOptional(),
    language: languageTag().default('en'),
    steps: z.array(z.unknown()).max(200),
    profiling: z
      .looseObject({
        maxProgressive: z.int().min(0).max(100).default(profiling.maxProgressive),
        order: z.enum(['listed', 'deciding']).default(profiling.order),
      })
      .default(profiling),
    outcomes: z.array(z.unknown()).max(200).default([]),
    consent: consentConfig(),
    theme: z.unknown().exactOptional(),
    translations: translations(),
    protection: protectionConfig().default({}),
    websites: z.array(website()).max(500).default([]),
    review: z.boolean().exactOptional(),
    ...surroundingsConfig(),
  });

const stepConfig = () =>
  z.looseObject({
    id: partId(),
    title: z.string().max(500).default(''),
    shownWhen: z.unknown().exactOptional(),
    fields: z.array(z.unknown()).max(2000),
  });

/** The whole document as one schema, to be published as JSON Schema. What it cannot say, `parseForm` checks. */
export function formSchema(): z.ZodType {
  const { text, ...others } = fieldConfigs;
  const field = z.discriminatedUnion('kind', [text(), ...Object.values(others).map((config) => config())]);
  return formConfig().extend({
    steps: z.array(stepConfig().extend({ fields: z.array(field) })),
    outcomes: z.array(outcomeConfig()).default([]),
    theme: themeConfig().default({}),
  });
}

/** Reads a form document. `ok` means that it can be published, or saved where `draft` is set. */
export function parseForm(input: unknown, context: FormContext): ParsedForm {
  const migrated = migrateForm(input);
  if (!migrated.ok) return { ...migrated, warnings: [] };
  const document = migrated.value;
  const report: Report = { issues: [], warnings: [] };
  const form = readPart(formConfig(), document, [], report);
  const steps = parseSteps(listOf(document['steps']), context, report);
  const vocabulary = outcomeVocabulary(context.catalogue, context.behaviours);
  const fields = steps.read.flatMap((step) => step.fields.map((field) => [field.id, field] as const));
  const outcomes = parseOutcomes(listOf(document['outcomes']), {
    vocabulary,
    tiers: context.tiers === null ? null : new Set(context.tiers),
    fields: steps.isWhole ? new Map(fields) : null,
    report,
  });
  if (form && !context.published) report.issues.push(...consentFaults(form.consent, context.catalogue));
  const theme = context.published ? usableTheme(document['theme']) : parseTheme(document['theme'], report);
  if (steps.isWhole) {
    (context.draft ? report.warnings : report.issues).push(...lackOfIdentity(steps.read));
  }
  if (form) report.warnings.push(...strayTranslations(form.translations, steps.read, outcomes));
  const { issues, warnings } = report;
  return form && issues.length === 0
    ? { ok: true, value: { ...form, steps: steps.read, outcomes, theme }, warnings }
    : { ok: false, issues, warnings };
}

function parseSteps(
  inputs: readonly unknown[],
  { catalogue, published = false }: FormContext,
  report: Report,
): { readonly read: readonly Step[]; readonly isWhole: boolean } {
  const fields = inputs.flatMap((step) => (isRecord(step) ? listOf(step['fields']) : []));
  const around: Surroundings = {
    catalogue,
    report,
    ids: new Set(fields.map((field) => (isRecord(field) ? field['id'] : undefined))),
    earlier: new Map(),
    published,
  };
  const ids = new Set<string>();
  const read: Step[] = [];
  let isWhole = true;
  for (const [index, input] of inputs.entries()) {
    const at = ['steps', index];
    const draft = readPart(stepConfig(), input, at, report);
    const shown = isRecord(input) ? readCondition(input['shownWhen'], [...at, 'shownWhen'], around) : null;
    const drafts = isRecord(input) ? listOf(input['fields']) : [];
    const parsed = drafts.flatMap((draft, place) => parseQuestion(draft, [...at, 'fields', place], around));
    const usable = parsed.filter((field) => field !== undefined);
    isWhole &&= draft !== undefined && usable.length === parsed.length;
    if (!draft) continue;
    if (ids.has(draft.id)) report.issues.push({ code: 'duplicate_id', path: [...at, 'id'] });
    ids.add(draft.id);
    const { shownWhen, ...rest } = draft;
    read.push({ ...rest, ...(shownWhen === undefined ? {} : { shownWhen: shown }), fields: usable });
  }
  return { read, isWhole };
}

/** A field, and what it asks besides. */
function parseQuestion(draft: unknown, at: Path, around: Surroundings): readonly (Field | undefined)[] {
  const field = parseField(draft, at, around);
  const other = field && otherQuestion(field, at);
  if (!other) return [field];
  const asks = parseField(other.document, other.at, around);
  return [field, asks && { ...asks, otherOf: field.id, label: field.other?.question ?? '' }];
}

/** Why nobody could tell whose lead a submission is. */
function lackOfIdentity(steps: readonly Step[]): readonly Issue[] {
  if (identityField({ steps })) return [];
  for (const [index, { fields }] of steps.entries()) {
    const place = fields.findIndex((field) => field.kind === 'email' && field.required);
    if (place >= 0) return [{ code: 'email_conditional', path: ['steps', index, 'fields', place] }];
  }
  return [{ code: 'email_required', path: ['steps'] }];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
