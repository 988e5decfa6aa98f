// A form as one HTML string that works without a script: every step and every conditional field in sight, posting
// to the worker. The script, where it runs, hides and steps through the same elements.
import { compileLogic, visibleFields, visibleSteps } from '@baton/form';
import type { Field, Form, Step } from '@baton/form';
import type { Issue } from '@baton/rules';
import { fieldRenderers, sentence } from './fields/index.ts';
import type { Markup } from './markup.ts';
import { attributes, html } from './markup.ts';
import { plainFields } from './published-form.ts';
import type { PublishedForm, RenderOptions } from './published-form.ts';
import type { Spoken } from './translation.ts';
import { speak } from './translation.ts';

/** `later`: the script names the options of long lists; `waits`: what it will hide stays closed until it runs. */
export type Setting = { readonly longLists: 'written' | 'later'; readonly waits: boolean };

const hosted: Setting = { longLists: 'written', waits: true };

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
  const drawing = { ...openingOf(published, options, setting), options, texts, language, setting, form };
  const name = options.action.split('/').at(-1)?.split('?')[0];
  const opening = attributes({
    class: 'baton',
    method: 'post',
    action: options.action,
    lang: language,
    dir: direction,
    'data-baton': name,
  });
  return html`<form${opening}>
    <div class="top">
      ${(form.steps.length > 1 || form.review) && html`<i class="bar"></i>`}
      <p class="progress" role="status"></p>
      <p class="note"><b class="must">*</b> ${texts.required_note}</p>
    </div>
    ${form.steps.map((step) => renderStep(step, drawing))}
    ${form.review && renderReview(drawing)}
    ${renderConsent(drawing)}
    ${renderTrap()}
    ${plainField(plainFields.version, published.version)}
    ${options.submission !== undefined && plainField(plainFields.id, options.submission)}
    <p class="notice" role="alert"></p>
    <div class="nav"><button class="send">${texts.send}</button><button class="back" type="button" hidden>${texts.back}</button></div>
  </form>`;
}

type Drawing = Pick<Spoken, 'form' | 'texts' | 'language'> & {
  readonly options: RenderOptions;
  readonly setting: Setting;
  /** Ids of the fields and steps in sight once the script runs; null: all. */
  readonly seen: { readonly fields: ReadonlySet<string>; readonly step: string | undefined } | null;
};

/** What is in sight at first. A form that comes back with issues shows everything. */
function openingOf(
  published: PublishedForm,
  options: RenderOptions,
  setting: Setting,
): Pick<Drawing, 'seen'> {
  if (!setting.waits || options.issues?.length) return { seen: null };
  const logic = compileLogic(published.logic);
  const values = options.values ?? {};
  return { seen: { fields: visibleFields(logic, values, {}), step: visibleSteps(logic, values, {})[0] } };
}

function renderStep(step: Step, drawing: Drawing): Markup {
  const waits = drawing.seen !== null && drawing.seen.step !== step.id;
  const opening = attributes({ class: 'step', 'data-step': step.id, 'data-waits': waits });
  return html`<fieldset${opening}>
    ${step.title !== '' && html`<legend class="title" tabindex="-1">${step.title}</legend>`}
    ${step.fields.map((field) => renderField(field, step, drawing))}
  </fieldset>`;
}

function renderField(field: Field, step: Step, drawing: Drawing): Markup {
  const { form, texts, language, options, seen, setting } = drawing;
  const issue = options.issues?.find((issue) => isOf(field, issue));
  return fieldRenderers[field.kind].render(field, {
    texts,
    language,
    values: valuesOf(field, options),
    error: issue && sentence(field, issue, texts, language),
    conditional: Boolean(field.shownWhen ?? step.shownWhen),
    leadsTo: leadsTo(field, step, form),
    waits: seen !== null && !seen.fields.has(field.id),
    longLists: setting.longLists,
  });
}

/** By the field's place among those that can be typed into: whether they will all be shown is not known here. */
function leadsTo(field: Field, step: Step, form: Form): 'next' | 'go' | 'send' {
  const asked = step.fields.filter(({ kind }) => kind !== 'hidden' && kind !== 'statement');
  if (field !== asked.at(-1)) return 'next';
  return step === form.steps.at(-1) && !form.review ? 'send' : 'go';
}

/** A step that the script fills with the answers; without it, nobody is led through steps at all. */
function renderReview({ texts }: Drawing): Markup {
  const step = {
    class: 'step',
    // No step of a form begins so.
    'data-step': '_review',
    'data-change': texts.change,
    'data-yes': texts.yes,
    'data-no': texts.no,
    hidden: true,
  };
  return html`<fieldset${attributes(step)}>
    <legend tabindex="-1">${texts.review_title}</legend>
    <div class="field review" hidden><dl></dl></div>
  </fieldset>`;
}

function renderConsent({ form, texts }: Drawing): Markup | null {
  const { text, url } = form.consent ?? {};
  if (typeof text !== 'string' || text.trim() === '') return null;
  const link = typeof url === 'string' &&
    /^https:\/\//i.test(url) && { href: url, target: '_blank', rel: 'noopener' };
  return html`<p class="field help">${text}${link && html` <a${attributes(link)}>${texts.privacy}</a>`}</p>`;
}

/** The honeypot: out of sight for people, an ordinary field to a program that fills in everything. */
function renderTrap(): Markup {
  const trap = {
    class: 'trap',
    name: plainFields.trap,
    tabindex: -1,
    autocomplete: 'off',
    'aria-hidden': 'true',
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
