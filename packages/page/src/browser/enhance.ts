// Brings a form's HTML to life: shows and hides, steps, checks, remembers, sends. It renders nothing; what it finds
// is what the renderer made. Everything is decided anew from the answers after each change, by @baton/form, as the
// worker decides it again; the page is touched only where something changed.
import { checkAnswers, compileLogic } from '@baton/form';
import type { Answers } from '@baton/form';
import type { Issue } from '@baton/rules';
import type { EmbedPayload } from '../render/payload.ts';
import { trapField } from '../render/published-form.ts';
import { fill, inflect } from '../render/wording.ts';
import { readAnswers, writeAnswers } from './answers.ts';
import type { Given } from './answers.ts';
import { nameCountryOptions } from './country-names.ts';
import { keepDraft, restoreDraft } from './draft.ts';
import { mintId } from './identity.ts';
import { json } from './json.ts';
import { say, showIssue } from './messages.ts';
import { showOutcome } from './outcome.ts';
import { send } from './send.ts';
import { storage, store } from './storage.ts';
import { visitOf } from './visit.ts';

/** Milliseconds from a change until the draft is kept: writing it takes longer than all that a key press decides. */
const draftDelay = 300;

/** The answers as they are sent, or what is wrong with them. */
type Checked = { readonly answers?: Answers; readonly issues?: readonly Issue[] };

/**
 * Enhances a form in place.
 * @param address where the form lives, such as `https://baton.example/f/demo`.
 * @param host the element whose `baton:*` events tell the website.
 */
export function enhance(
  form: HTMLFormElement,
  payload: EmbedPayload,
  address: string,
  host: HTMLElement,
): void {
  const { id: name, version, texts } = payload;
  const tokenKey = `baton:${new URL(address).origin}`;
  const draftKey = `baton:${address}`;
  const logic = compileLogic(payload.logic);
  const visit = visitOf(tokenKey in storage);
  const all = (selector: string) => [...form.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => all(selector)[0] ?? form;
  const fields = all('[data-field]');
  const steps = all('.step');
  const notice = one('.notice');
  const button = one('.send');
  const back = one('.back');
  const sendText = button.textContent;
  const sensitive = all('[data-sensitive]').map(idOf);
  /** Fields whose issue is shown as long as it lasts. */
  const watched = new Set<HTMLElement | null>();
  /** Steps with something to see. Conditions read earlier fields only, so the place in them stays the same. */
  let open = steps;
  let at = 0;
  let given: Given = {};
  let id = '';
  let body = '';
  let isSending = false;
  let timer = 0;

  const tell = (event: string, detail?: object) =>
    host.dispatchEvent(
      new CustomEvent(`baton:${event}`, { bubbles: true, composed: true, detail: { form: name, ...detail } }),
    );
  const check = (step?: HTMLElement): Checked =>
    checkAnswers(logic, given, { visit, step: step?.dataset['step'] });

  const update = () => {
    given = readAnswers(form);
    let position = 0;
    checkAnswers(logic, given, {
      visit,
      tell({ isShown, isDemanded }, issue) {
        const field = fields[position++];
        if (!field) return;
        if (field.hidden === isShown) field.hidden = !isShown;
        if (watched.has(field)) showIssue(field, issue, texts);
        if (!issue) watched.delete(field);
        const mark = field.querySelector<HTMLElement>('.must');
        if (mark) mark.hidden = !isDemanded;
      },
    });
    open = steps.filter((step) => step.querySelector('.field:not([hidden])'));
    for (const step of steps) step.hidden = step !== open[at];
    const progress = { step: at + 1, steps: open.length };
    one('.top').style.setProperty('--done', `${(100 * progress.step) / progress.steps}%`);
    say(one('.progress'), fill(texts.progress, progress));
    say(button, open[at + 1] ? texts.next : sendText);
    back.hidden = !at;
  };

  const go = (to: number) => {
    at = to;
    update();
    say(notice, '');
    open[at]?.querySelector('legend')?.focus();
    tell('step', { step: open[at]?.dataset['step'] });
  };

  /** Shows issues at their fields and goes to the first. */
  const complain = (found: readonly Issue[] | undefined) => {
    const issues = byField(found);
    const bad = fields.filter((field) => issues.has(idOf(field)));
    const [first] = bad;
    if (!first) return;
    const to = open.findIndex((step) => step.contains(first));
    if (to !== at) go(to);
    for (const field of bad) {
      watched.add(field);
      showIssue(field, issues.get(idOf(field)), texts);
    }
    say(notice, fill(inflect(texts.check, bad.length, form.lang), { count: bad.length }));
    first.querySelector<HTMLElement>('[name]')?.focus();
  };

  const deliver = async () => {
    isSending = true;
    say(notice, texts.sending);
    tell('submit');
    const { status, reply } = await send(
      `${address}/submissions`,
      () => {
        // Answers may be bettered between two attempts; while they cannot be taken, the last good ones go.
        const { answers } = check();
        if (answers) {
          const trap = given[trapField] || undefined;
          const visitor = storage[tokenKey] ?? null;
          id ||= mintId();
          keepDraft(draftKey, sensitive, given, id);
          body = json({ id, version, final: true, answers, visitor, visit, behaviours: [], trap });
        }
        return body;
      },
      () => say(notice, navigator.onLine ? texts.retrying : texts.offline),
    );
    isSending = false;
    if (status < 300) {
      const { submission, outcome, visitor } = reply;
      clearTimeout(timer);
      delete storage[draftKey];
      store(tokenKey, visitor);
      tell('outcome', { submission, outcome: outcome?.id });
      showOutcome(form, outcome?.show, texts);
    } else {
      say(notice, texts.refused);
      complain(reply.issues);
      tell('error', { status });
    }
  };

  form.addEventListener('input', () => {
    // Another content is another submission.
    id = '';
    update();
    timer ||= setTimeout(() => {
      timer = 0;
      keepDraft(draftKey, sensitive, given, id);
    }, draftDelay);
    if (!watched.size && !isSending) say(notice, '');
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof Element) watched.add(target.closest<HTMLElement>('[data-field]'));
    update();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What fills in fields without saying so is heard now at the latest.
    update();
    const next = open[at + 1];
    const { issues } = check(next && open[at]);
    if (isSending) return;
    if (issues) complain(issues);
    else if (next) go(at + 1);
    else void deliver();
  });
  back.addEventListener('click', () => go(at - 1));
  // A press on a button must not take the focus from a field first: a message that appears then would move the
  // button away from under the pointer.
  one('.nav').addEventListener('mousedown', (event) => event.preventDefault());

  nameCountryOptions(form, payload.countries);
  for (const field of all('[data-url]')) {
    const value = new URLSearchParams(location.search).get(field.dataset['url'] ?? '');
    if (value) writeAnswers(field, { [idOf(field)]: value });
  }
  id = restoreDraft(draftKey, form) ?? '';
  form.noValidate = true;
  update();
  tell('ready', { version });
}

function byField(issues: readonly Issue[] | undefined): ReadonlyMap<unknown, Issue> {
  return new Map(issues?.map((issue) => [issue.path[1], issue]));
}

function idOf(field: HTMLElement): string {
  return field.dataset['field'] ?? '';
}
