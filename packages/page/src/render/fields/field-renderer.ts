// What every kind of field gives to the page: its HTML and the issues its answer can have. What is around the
// control (label, help, error) is made here once.
import { isWorkerFilled } from '@baton/form';
import type { AnswerIssueCode, DefaultSource, Field } from '@baton/form';
import type { AttributeValue, Markup } from '../markup.ts';
import { attributes, html } from '../markup.ts';
import type { Texts } from '../texts/index.ts';

/** What a field is drawn with besides its own definition. */
export type FieldContext = {
  readonly texts: Texts;
  /** BCP 47; names countries. */
  readonly language: string;
  /** What the visitor gave so far, as the form posts it. */
  readonly values: readonly string[];
  /** The sentence of its issue, if it has one. */
  readonly error: string | undefined;
  /** It may be hidden or not be needed: plain HTML must not demand it. */
  readonly conditional: boolean;
  /** What the keyboard's own key leads to: another field, another step, or the end. */
  readonly leadsTo: 'next' | 'go' | 'send';
  /** What closes the field: attributes of its outermost element. */
  readonly closed: Readonly<Record<string, AttributeValue>>;
  /** The page opens with this field in focus. */
  readonly first: boolean;
  /** `later`: the script names the options of long lists. */
  readonly longLists: 'written' | 'later';
};

/** What can be wrong with an answer; with its limit where the sentence names one. */
export type Possible =
  | AnswerIssueCode
  | { readonly code: AnswerIssueCode; readonly params: Readonly<Record<string, string | number>> };

export type FieldRenderer = {
  render(field: Field, context: FieldContext): Markup;
  /**
   * The issues that what its control gives can have, besides `required`. Whatever else a script or the worker should
   * find is told in words for any answer.
   */
  codes(field: Field): readonly Possible[];
  /** The marketer's own sentence for an issue; absent or undefined: the host's. */
  words?(field: Field, code: string): string | undefined;
  /** It takes several values at once. */
  readonly takesSeveral?: true;
  /** What its values are the codes of. */
  readonly names?: 'countries';
};

/** What can be wrong with a text's length; `most` is what its kind takes where the field does not say. */
export function lengthCodes({ minLength: min, maxLength: max }: Field, most: number): readonly Possible[] {
  const long = { code: 'too_long', params: { max: max ?? most } } as const;
  return min ? [long, { code: 'too_short', params: { min } }] : [long];
}

/** The id of a field's control. Field ids hold no hyphen, so nothing else can take it. */
export function controlId(field: Field): string {
  return `baton-${field.id}`;
}

/** The id of a group's first control, where a summary of what is wrong leads to it. */
export function optionTarget(field: Field, { error }: FieldContext): string | false {
  return error !== undefined && controlId(field);
}

/** What the control of every kind carries. `aria-invalid` also tells the script where to mark an issue. */
export function controlAttributes(
  field: Field,
  context: FieldContext,
): Readonly<Record<string, AttributeValue>> {
  return {
    'aria-invalid': String(context.error !== undefined),
    'aria-describedby': describedBy(field),
    autofocus: context.first,
  };
}

/** Whether plain HTML may demand an answer. */
export function isDemanded(field: Field, context: FieldContext): boolean {
  return field.required === true && !context.conditional;
}

/** A field with one control: its label, help and error around it. */
export function renderSingle(field: Field, context: FieldContext, control: Markup): Markup {
  const label = attributes({ class: 'label', for: controlId(field) });
  return html`<div${frame(field, context)}>
    <label${label}>${field.label}${mark(field, context)}</label>
    ${help(field)}${control}${error(field, context)}
  </div>`;
}

/** A field with several controls under one question. */
export function renderGroup(
  field: Field,
  context: FieldContext,
  extra: Readonly<Record<string, AttributeValue>>,
  controls: Markup,
): Markup {
  const opened = context.first ? { tabindex: -1, autofocus: true } : {};
  return html`<fieldset${frame(field, context, { ...extra, ...opened })}>
    <legend class="label">${field.label}${mark(field, context, true)}</legend>
    ${help(field)}${controls}${error(field, context)}
  </fieldset>`;
}

/** The outermost element's attributes: how script and styles find the field, and where its first value comes from. */
export function frame(
  field: Field,
  context: FieldContext,
  extra: Readonly<Record<string, AttributeValue>> = {},
): Markup {
  return attributes({
    class: 'field',
    'data-field': field.id,
    'data-url': parameterOf(field),
    'data-from': guessOf(field),
    'data-sensitive': field.sensitive,
    ...context.closed,
    ...extra,
  });
}

/** What the script makes the first value of; what nobody sees, the worker fills in. */
function guessOf(field: Field): string | undefined {
  const source = sourceOf(field);
  return source === 'url' || isWorkerFilled(field) ? undefined : source;
}

/** Where the first value comes from when it is no constant. */
export function sourceOf({ default: first }: Field): DefaultSource['from'] | undefined {
  return typeof first === 'object' && 'from' in first ? first.from : undefined;
}

/** The parameter of the page's address that gives the field its first value. */
export function parameterOf({ default: first }: Field): string | undefined {
  return typeof first === 'object' && 'from' in first && first.from === 'url' ? first.name : undefined;
}

export function error(field: Field, context: FieldContext): Markup {
  return html`<p${attributes({ class: 'error', id: `${controlId(field)}-error` })}>${context.error}</p>`;
}

export function help(field: Field): Markup | null {
  if (field.help === undefined) return null;
  return html`<p${attributes({ class: 'help', id: `${controlId(field)}-help` })}>${field.help}</p>`;
}

/**
 * The sign of a required field; there but hidden while a condition decides. It is heard where no control says that it
 * is required: in a group, and where plain HTML must not demand an answer.
 */
export function mark(field: Field, context: FieldContext, isGroup = false): Markup | null {
  if (field.required !== true && !field.requiredWhen) return null;
  const how =
    isGroup || !isDemanded(field, context)
      ? { role: 'img', 'aria-label': context.texts.required_mark }
      : { 'aria-hidden': 'true' };
  return html` <b${attributes({ class: 'must', ...how, hidden: field.required !== true })}>*</b>`;
}

function describedBy(field: Field): string {
  const id = controlId(field);
  return field.help === undefined ? `${id}-error` : `${id}-help ${id}-error`;
}
