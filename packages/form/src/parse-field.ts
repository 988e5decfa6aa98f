// One field of a form document: its shape, and whether what it says fits the workspace around it.
import { derivedAttributes, isMissing, reservedIds } from '@baton/rules';
import type { Attribute, Option, Path } from '@baton/rules';
import { isRecord } from '@baton/schema';
import { consentField, marketingField } from './consent.ts';
import { fieldAttributes } from './fields/attributes.ts';
import { fieldConfigs } from './fields/configs.ts';
import type { FieldDraft } from './fields/configs.ts';
import { fieldBehaviours } from './fields/index.ts';
import { compilePattern } from './fields/pattern.ts';
import { answerType, fieldLogic } from './form-logic.ts';
import { withOther } from './parse-other.ts';
import { readPart } from './report.ts';
import { readCondition } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { fieldKinds, otherOption } from './types.ts';
import type { Answer, Field, FieldKind } from './types.ts';
import { isWorkerFilled } from './worker-answers.ts';

/** The field, or undefined when it cannot be used; its faults are in the report. */
export function parseField(input: unknown, at: Path, around: Surroundings): Field | undefined {
  const { report, earlier } = around;
  const draft = readDraft(input, at, around);
  if (!draft) {
    if (isRecord(input) && typeof input['id'] === 'string') earlier.set(input['id'], 'broken');
    return undefined;
  }
  const isReserved = reservedIds.has(draft.id) || draft.id === consentField || draft.id === marketingField;
  if (isReserved) report.issues.push({ code: 'reserved_id', path: [...at, 'id'] });
  if (earlier.has(draft.id)) report.issues.push({ code: 'duplicate_id', path: [...at, 'id'] });
  const attribute = readAttribute(draft, at, around);
  const offered = readOptions(draft, attribute, at, around);
  const { shownWhen, requiredWhen, other, otherOf: _, ...rest } = draft;
  const field: Field = {
    ...rest,
    ...(offered ? { options: offered } : {}),
    ...(other ? withOther(other, offered) : {}),
    ...('shownWhen' in draft ? { shownWhen: readCondition(shownWhen, [...at, 'shownWhen'], around) } : {}),
    ...('requiredWhen' in draft
      ? { requiredWhen: readCondition(requiredWhen, [...at, 'requiredWhen'], around) }
      : {}),
  };
  checkLimits(field, at, around);
  checkDefault(field, at, around);
  const type = answerType(fieldLogic(field, around.catalogue)) ?? 'no_answer';
  earlier.set(field.id, isWorkerFilled(field) ? 'known_to_worker' : type);
  return field;
}

const configs = new Map<FieldKind, ReturnType<(typeof fieldConfigs)[FieldKind]>>();

function configOf(kind: FieldKind): ReturnType<(typeof fieldConfigs)[FieldKind]> {
  const config = configs.get(kind) ?? fieldConfigs[kind]();
  configs.set(kind, config);
  return config;
}

function readDraft(input: unknown, at: Path, { report }: Surroundings): FieldDraft | undefined {
  const named = isRecord(input) ? input['kind'] : undefined;
  const kind = fieldKinds.find((known) => known === named);
  if (!kind) {
    const fault =
      named === undefined
        ? { code: 'required', path: [...at, 'kind'] }
        : { code: 'unknown_kind', path: [...at, 'kind'] };
    report.issues.push(
      isRecord(input) ? fault : { code: 'wrong_type', path: at, params: { expected: 'object' } },
    );
    return undefined;
  }
  const config = configOf(kind);
  const draft = readPart(config, input, at, report);
  return draft && withoutForeignKeys(draft, config.shape);
}

/** What means something on another kind must not mean it here: a hidden field is not required by a leftover key. */
function withoutForeignKeys(draft: FieldDraft, shape: object): FieldDraft {
  const foreign = (key: string) =>
    !Object.hasOwn(shape, key) && fieldKinds.some((kind) => Object.hasOwn(configOf(kind).shape, key));
  const { id, kind, label } = draft;
  return { ...Object.fromEntries(Object.entries(draft).filter(([key]) => !foreign(key))), id, kind, label };
}

function readAttribute(
  { kind, attribute: id }: FieldDraft,
  at: Path,
  { catalogue, report }: Surroundings,
): Attribute | undefined {
  if (id === undefined) return undefined;
  const path = [...at, 'attribute'];
  const attribute = catalogue.get(id);
  if (derivedAttributes.some((derived) => derived.id === id)) {
    report.issues.push({ code: 'derived_attribute', path, params: { attribute: id } });
  } else if (!attribute) {
    report.issues.push({ code: 'unknown_attribute', path, params: { attribute: id } });
  } else if (!fieldAttributes[kind].includes(attribute.type)) {
    report.issues.push({ code: 'attribute_does_not_fit', path, params: { kind, type: attribute.type } });
  }
  return attribute;
}

/** A choice's own options, or else those of its attribute. */
function readOptions(
  draft: FieldDraft,
  attribute: Attribute | undefined,
  at: Path,
  { report }: Surroundings,
): readonly Option[] | undefined {
  if (draft.kind !== 'choice' && draft.kind !== 'choices') return undefined;
  const path = [...at, 'options'];
  const { options: own } = draft;
  const known = attribute?.options;
  // An attribute that does not exist has been blamed already.
  if (!own && !known?.length && (attribute || !draft.attribute)) {
    report.issues.push({ code: 'options_missing', path });
  }
  if (draft.other && known && !known.some((option) => option.id === otherOption)) {
    tellForeign(otherOption, [...at, 'other']);
  }
  const ids = own?.map((option) => option.id) ?? [];
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index) report.issues.push({ code: 'duplicate_id', path: [...path, index, 'id'] });
    if (known && !known.some((option) => option.id === id)) tellForeign(id, [...path, index, 'id']);
  }
  return own ?? known;

  /** The lead would take it, but no condition on the attribute could ever see it. */
  function tellForeign(option: string, path: Path): void {
    report.warnings.push({ code: 'option_not_in_attribute', path, params: { option } });
  }
}

function checkLimits(field: Field, at: Path, { report }: Surroundings): void {
  const { min, max, minLength, maxLength, earliest, latest, options } = field;
  const cross = (low: string) => report.issues.push({ code: 'limits_crossed', path: [...at, low] });
  const most = field.kind === 'choices' ? Math.min(max ?? Infinity, options?.length ?? Infinity) : max;
  if (min !== undefined && most !== undefined && min > most) cross('min');
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) cross('minLength');
  if (earliest !== undefined && latest !== undefined && earliest > latest) cross('earliest');
}

/** A constant must be an answer that the field itself would take. */
function checkDefault(field: Field, at: Path, { catalogue, report, published }: Surroundings): void {
  const value = field.default;
  if (isMissing(value) || (typeof value === 'object' && 'from' in value)) return;
  const logic = fieldLogic(field, catalogue);
  const { normalise, refusal, check } = fieldBehaviours[field.kind];
  const answer = normalise(value, logic);
  const code =
    answer === undefined
      ? refusal
      : (check?.(answer, logic)?.code ?? (published ? undefined : misfit(field, answer)));
  if (code) report.issues.push({ code: 'bad_default', path: [...at, 'default'], params: { code } });
}

/** What only the worker checks of an answer. */
function misfit({ pattern = '' }: Field, answer: Answer): string | undefined {
  return pattern !== '' && compilePattern(pattern)?.(String(answer)) === false ? 'not_in_pattern' : undefined;
}
