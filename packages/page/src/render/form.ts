// A form as one HTML string that works without a script. On a page of its own the worker leads through the steps: the
// same elements are all there, and what is not in sight carries what was answered. The script, where it runs, hides
// and steps through them itself.
import { consentField, marketingField, reviewStep } from '@baton/form';
import type { Field, Form, Step } from '@baton/form';
import type { Issue } from '@baton/rules';
import { fieldRenderers, sentence } from './fields/index.ts';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import type { FieldContext } from './fields/field-renderer.ts';
import { plainFields } from './published-form.ts';
import type { PublishedForm, RenderOptions } from './published-form.ts';
import { renderReviewFrame, renderReviewList } from './review.ts';
import { sightOf } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Texts } from './texts/index.ts';
import type { Spoken } from './translation.ts';
import { speak } from './translation.ts';
import { fill } from './wording.ts';

/**
 * `later`: the script names the options of long lists; `waits`: what it will hide stays closed until it runs; `own`:
 * the form posts to the address of its page, with all that stands in it.
 */
export type Setting = {
  readonly longLists: 'written' | 'later';
  readonly waits: boolean;
  readonly own: boolean;
};

const hosted: Setting = { longLists: 'written', waits: true, own: false };

/** `<form …>…</form>`: what page, embed and editor show. */
export function renderForm(published: PublishedForm, options: RenderOptions): string {
  return renderFormWith(published, options, speak(published.form, options.language), hosted).toString();
}

/** The form in a language that is already chosen. */
export function renderFormWith(
  published: PublishedForm,
  options: RenderOptions,
  { form, texts, language, direction }: Spoken,
  setting: Setting,
): Markup {
  const isOpen = !options.stage && (!setting.waits || options.issues?.length);
  const sight = isOpen ? null : sightOf(published, options);
  const drawing: Drawing = { options, texts, language, setting, form, sight };
  const opening = attributes({
    class: 'baton',
    method: 'post',
    action: (!setting.own && options.action) || undefined,
    lang: language,
    dir: direction,
    'data-baton': options.action.split('/').at(-1) || undefined,
    novalidate: options.stage !== undefined,
  });
  // What is empty takes no room.
  const isEmpty = form.steps.length < 2 && !form.review && !mayDemand(form);
  const top = attributes({ class: 'top', hidden: isEmpty });
  return html`<form${opening}>
    <div${top}>
      ${(form.steps.length > 1 || form.review) && !options.stage && html`<i class="bar"></i>`}
      <p class="progress" role="status">${sight && progressOf(sight, texts)}</p>
      ${mayDemand(form) && html`<p class="note"><b class="must">*</b> ${texts.required_note}</p>`}
    </div>
    ${form.steps.map((step) => renderStep(step, drawing))}
    ${form.review && renderReview(drawing)}
    ${renderTrap()}
    ${options.action !== '' && plainField(plainFields.version, published.version)}
    ${options.submission !== undefined && plainField(plainFields.id, options.submission)}
    ${options.referrer !== undefined && plainField(plainFields.referrer, options.referrer)}
    ${sight && plainField(plainFields.shown, [...sight.asked].join(' '))}
    ${options.stage?.returns && plainField(plainFields.returns, 1)}
    <p class="notice" role="alert"></p>
    <div class="nav">${renderButtons(drawing)}</div>
  </form>`;
}

type Drawing = Pick<Spoken, 'form' | 'texts' | 'language'> & {
  readonly options: RenderOptions;
  readonly setting: Setting;
  /** What is in sight; null: everything. A whole form that comes back with issues shows everything. */
  readonly sight: Sight | null;
};

/** Whether any answer may have to be given. */
function mayDemand({ steps }: Form): boolean {
  return steps.some(({ fields }) => fields.some(({ required, requiredWhen }) => required || requiredWhen));
}

/** `Step 2 of 3`; nothing where there is one step. */
export function progressOf({ progress }: Sight, texts: Texts): string {
  return progress.steps > 1 ? fill(texts.progress, progress) : '';
}

/** The first button is the one that the return key presses. */
function renderButtons({ options, texts, form, sight }: Drawing): Markup {
  const back = attributes({ class: 'back', type: 'button', hidden: true });
  const script = html`<button class="send">${texts.send}</button><button${back}>${texts.back}</button>`;
  if (!sight) return script;
  const name = sight.goesOn ? texts.next : texts.send;
  const post = { name: plainFields.step, value: sight.step ?? '' };
  if (!options.stage) {
    // The browser may demand only what is in sight.
    const closes = form.steps.some((step) =>
      step.fields.some(({ id, kind }) => kind !== 'hidden' && !sight.asked.has(id)),
    );
    return html`<button${attributes({ class: 'go', ...post, formnovalidate: closes })}>${name}</button>${script}`;
  }
  const before = attributes({ class: 'back', ...post, name: plainFields.back });
  return html`<button${attributes({ class: 'send', ...post })}>${name}</button>
    ${sight.progress.step > 1 && html`<button${before}>${texts.back}</button>`}`;
}

function renderReview({ form, options, texts, language, sight }: Drawing): Markup | null {
  if (!options.stage || !sight) return renderReviewFrame(texts);
  if (options.stage.step !== reviewStep) return null;
  return renderReviewList({ form, texts, language, sight, valuesOf: (field) => valuesOf(field, options) });
}

function renderStep(step: Step, drawing: Drawing): Markup {
  const { sight, options } = drawing;
  const isClosed = sight !== null && sight.step !== step.id;
  const closed = isClosed ? (options.stage ? { hidden: true } : { 'data-waits': true }) : {};
  const opening = attributes({ class: 'step', 'data-step': step.id, ...closed });
  return html`<fieldset${opening}>
    ${step.title !== '' && html`<legend class="title" tabindex="-1">${step.title}</legend>`}
    ${step.fields.map((field) => renderField(field, step, drawing))}
  </fieldset>`;
}

function renderField(field: Field, step: Step, drawing: Drawing): Markup {
  const { form, texts, language, options, sight, setting } = drawing;
  const issue = options.issues?.find((issue) => isOf(field, issue));
  // On the pages that lead through the steps, it is decided what must be answered.
  const decided = options.stage && sight?.demanded.has(field.id);
  const drawn = decided === undefined ? field : { ...field, required: decided };
  return fieldRenderers[field.kind].render(drawn, {
    texts,
    language,
    values: valuesOf(field, options),
    error: issue && sentence(field, issue, texts, language),
    conditional: decided !== true && Boolean(field.shownWhen ?? step.shownWhen),
    leadsTo: leadsTo(field, step, form),
    closed: closedBy(field, drawing),
    first: options.stage?.fresh === field.id,
    longLists: setting.longLists,
  });
}

/** By the field's place among those that can be typed into: whether they will all be shown is not known here. */
function leadsTo(field: Field, step: Step, form: Form): 'next' | 'go' | 'send' {
  const asked = step.fields.filter(
    ({ kind, id }) =>
      kind !== 'hidden' && kind !== 'statement' && id !== consentField && id !== marketingField,
  );
  if (field !== asked.at(-1)) return 'next';
  return step === form.steps.at(-1) && !form.review ? 'send' : 'go';
}

/** Closed until the script runs (`data-waits`), only where none will (`data-waits="plain"`), or for good. */
function closedBy({ id }: Field, { sight, options }: Drawing): FieldContext['closed'] {
  const isSkipped = options.asking?.skipped?.has(id) === true;
  if (!sight || (sight.shown.has(id) && !isSkipped)) return {};
  if (options.stage) return { hidden: true };
  return { 'data-waits': sight.shown.has(id) ? 'plain' : true };
}

/**
 * The honeypot: an ordinary field to a program that fills in everything. It is not visible, so no key, no screen reader
 * and no browser's memory comes to it; the rest is asked of keepers of passwords.
 */
function renderTrap(): Markup {
  const trap = {
    class: 'trap',
    name: plainFields.trap,
    autocomplete: 'off',
    'data-1p-ignore': true,
    'data-bwignore': true,
    'data-lpignore': 'true',
  };
  return html`<input${attributes(trap)}>`;
}

function plainField(name: string, value: string | number): Markup {
  return html`<input${attributes({ type: 'hidden', name, value })}>`;
}

function isOf(field: Field, issue: Issue): boolean {
  return issue.path[0] === 'answers' && issue.path[1] === field.id;
}

/** What was typed, else the field's constant default, as texts. A box of consent is never ticked by a default. */
function valuesOf(field: Field, { values }: RenderOptions): readonly string[] {
  if (values && Object.hasOwn(values, field.id)) return textsOf(values[field.id]);
  const first = field.default;
  return typeof first === 'object' && 'from' in first ? [] : textsOf(first);
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'string' || typeof value === 'number' || value === true ? [String(value)] : [];
}
