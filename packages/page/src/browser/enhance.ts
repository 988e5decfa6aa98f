// Brings a form's HTML to life: shows and hides, steps, checks, remembers, sends. It renders nothing; what it finds
// is what the renderer made. Everything is decided anew from the answers after each change, by @baton/form, as the
// worker decides it again; the page is touched only where something changed.
import { checkAnswers, compileLogic } from '@baton/form';
import type { Answer } from '@baton/form';
import type { Issue } from '@baton/rules';
import { trapField } from '../render/published-form.ts';
import { fill, inflect } from '../render/wording.ts';
import { address } from './address.ts';
import { readAnswers, writeAnswers } from './answers.ts';
import type { Given } from './answers.ts';
import { parts } from './companions.ts';
import { keepDraft, restoreDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { mintId } from './identity.ts';
import { load } from './load.ts';
import { say, showIssue } from './messages.ts';
import { showOutcome } from './outcome.ts';
import type { Sent, Stage } from './part.ts';
import { payload } from './payload.ts';
import { post } from './post.ts';
import { send } from './send.ts';
import { attempt, storage, store } from './storage.ts';

declare global {
  interface Window {
    /** Where tag managers listen. */
    readonly dataLayer?: object[];
  }
}

/** Milliseconds from a change until the draft is kept: writing it takes longer than all that a key press decides. */
const draftDelay = 300;

/** Enhances a form in place; `host` is the element whose `baton:*` events tell the website. */
export function enhance(form: HTMLFormElement, host: HTMLElement): void {
  const { id: name, version, texts } = payload;
  const draftKey = `baton:${address}`;
  const tokenKey = `baton:${new URL(address).origin}`;
  const logic = compileLogic(payload.logic);
  const all = (selector: string) => [...form.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string) => all(selector)[0] ?? form;
  const fields = all('[data-field]');
  const marks = fields.map((field) => field.querySelector<HTMLElement>('.must'));
  const steps = all('.step');
  const notice = one('.notice');
  const button = one('.send');
  const back = one('.back');
  const sendText = button.textContent;
  const language = form.getAttribute('lang') ?? '';
  const sensitive = all('[data-sensitive]').map(idOf);
  /** Fields whose issue is shown as long as it lasts. */
  const watched = new Set<HTMLElement | null>();
  /** What is wrong, by field, in the order of the form. */
  const wrong = new Map<HTMLElement, Issue>();
  /** What the worker alone found wrong, by the field's id, and with which answers. */
  let refused = new Map<unknown, Issue>();
  let tried: Given = {};
  /** Steps with something to see. Conditions read earlier fields only, so the place in them stays the same. */
  let open = steps;
  let at = 0;
  let given: Given = {};
  let answers: Record<string, Answer> = {};
  let draft: Draft = {};
  let body: Sent | undefined;
  let isSending = false;
  let timer = 0;
  let pressed = 0;

  const count = (event: string, step?: string) =>
    void post('counts', { event, version, step }).catch(() => undefined);
  const stage: Stage = {
    payload,
    address,
    form,
    host,
    tokenKey,
    draftKey,
    along: { visit: {}, behaviours: [] },
    asking: {},
    before: [],
    storage,
    store,
    post,
    given: () => given,
    show: showOutcome,
    answers: () => answers,
    write: writeAnswers,
    load,
    submissionId() {
      if (!draft.id) {
        draft.id = mintId();
        keep();
      }
      return draft.id;
    },
    restore() {
      draft = restoreDraft(draftKey, form);
      update();
    },
    update,
    go: (to) => go(to),
    tell(event, detail) {
      const told = { form: name, ...detail };
      host.dispatchEvent(new CustomEvent(`baton:${event}`, { bubbles: true, composed: true, detail: told }));
      // Whatever the page does with it.
      attempt(() => window.dataLayer?.push({ event: `baton_${event}`, ...told }));
    },
  };
  const { along, tell } = stage;

  function update(): void {
    given = readAnswers(form);
    wrong.clear();
    let position = 0;
    answers = {};
    checkAnswers(logic, given, {
      visit: along.visit,
      ...stage.asking,
      tell({ isShown, isDemanded, answer, field: { id } }, issue) {
        const mark = marks[position];
        const field = fields[position++];
        if (!field) return;
        const isHidden = !isShown || !!stage.asking.skipped?.has(id);
        if (field.hidden !== isHidden) field.hidden = isHidden;
        if (mark) mark.hidden = !isDemanded;
        const said = issue ?? (String(given[id]) === String(tried[id]) ? refused.get(id) : issue);
        if (watched.has(field)) showIssue(field, said, texts);
        if (issue) wrong.set(field, issue);
        if (!said) watched.delete(field);
        if (answer !== undefined && !issue) answers[id] = answer;
      },
    });
    open = steps.filter((step) => step.querySelector('.field:not([hidden])'));
    for (const step of steps) step.hidden = step !== open[at];
    const progress = { step: at + 1, steps: open.length };
    one('.top').style.setProperty('--done', `${(100 * progress.step) / progress.steps}%`);
    say(one('.progress'), fill(texts.progress, progress));
    say(button, open[at + 1] ? texts.next : sendText);
    back.hidden = !at;
  }

  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    keepDraft(draftKey, sensitive, given, draft);
    attempt(() => stage.kept?.());
  };

  const go = (to: number) => {
    at = to;
    update();
    say(notice, '');
    open[at]?.querySelector('legend')?.focus();
    const step = open[at]?.dataset['step'];
    count('step', step);
    tell('step', { step });
  };

  /** Shows what is wrong, field by field in their order, and goes to the first. False: nothing is. */
  const complain = (issues: readonly (readonly [HTMLElement, Issue | undefined])[]) => {
    const [[first] = []] = issues;
    if (!first) return false;
    const to = open.findIndex((step) => step.contains(first));
    if (to !== at) go(to);
    for (const [field, issue] of issues) {
      watched.add(field);
      showIssue(field, issue, texts);
    }
    const { length: count } = issues;
    say(notice, fill(inflect(texts.check, count, language), { count }));
    first.querySelector<HTMLElement>('[name]')?.focus();
    return true;
  };

  const deliver = async () => {
    isSending = true;
    say(notice, texts.sending);
    tell('submit');
    await Promise.allSettled(stage.before.map((ready) => ready()));
    const { status, reply } = await send(
      () => {
        // Answers may be bettered between two attempts; while they cannot be taken, the last good ones go.
        if (!wrong.size) {
          const id = stage.submissionId();
          draft.isTried = true;
          keep();
          const visitor = storage[tokenKey] ?? null;
          body = {
            id,
            version,
            final: true,
            answers,
            visitor,
            language,
            trap: given[trapField] || undefined,
            ...along,
          };
        }
        return body;
      },
      () => say(notice, navigator.onLine ? texts.retrying : texts.offline),
    );
    isSending = false;
    if (status < 300) {
      const { submission, outcome, visitor } = reply;
      clearTimeout(timer);
      timer = 0;
      delete storage[draftKey];
      store(tokenKey, visitor);
      tell('outcome', { submission, outcome: outcome?.id });
      stage.show(form, outcome?.show, texts, body);
    } else {
      // What was refused was not stored: the next try is another submission.
      draft = {};
      say(notice, texts.refused);
      refused = new Map(reply.issues?.map((issue) => [issue.path[1], issue]));
      tried = given;
      complain(
        fields.filter((field) => refused.has(idOf(field))).map((field) => [field, refused.get(idOf(field))]),
      );
      tell('error', { status });
    }
  };

  form.addEventListener('input', () => {
    // After a try, another content is another submission.
    if (draft.isTried) draft = {};
    update();
    timer ||= setTimeout(keep, draftDelay);
    if (!watched.size && !isSending) say(notice, '');
  });
  form.addEventListener('input', () => count('start'), { once: true });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof Element) watched.add(target.closest<HTMLElement>('[data-field]'));
    update();
  });
  const advance = (event?: Event) => {
    event?.preventDefault();
    clearTimeout(pressed);
    // What fills in fields without saying so is heard now at the latest.
    update();
    const next = open[at + 1];
    const issues = [...wrong].filter(([field]) => !next || open[at]?.contains(field));
    if (isSending || complain(issues)) return;
    if (next) go(at + 1);
    else void deliver();
  };
  form.addEventListener('submit', advance);
  // A frame that may only run scripts submits no form, and so tells of none.
  button.addEventListener('click', () => {
    pressed = setTimeout(advance);
  });
  back.addEventListener('click', () => go(at - 1));
  // Hidden is the last that many a page hears of before it ends.
  document.addEventListener('visibilitychange', () => timer && keep());
  // A press on a button must not take the focus from a field first: a message that appears then would move the
  // button away from under the pointer.
  one('.nav').addEventListener('mousedown', (event) => event.preventDefault());

  Reflect.set(host, 'prefill', (answers: Given) => {
    for (const field of fields) {
      // Nobody agrees by somebody else's hand, and what is not named stays.
      const isFree = Object.hasOwn(answers, idOf(field)) && !field.querySelector('.consent');
      if (isFree) writeAnswers(field, answers);
    }
    update();
  });
  const joined = Object.values(parts).map(async (part) => part(stage));
  form.noValidate = true;
  stage.restore();
  const begin = async () => {
    tell('ready', { version });
    await Promise.allSettled(joined);
    count('view');
  };
  void begin();
}

function idOf(field: HTMLElement): string {
  return field.dataset['field'] ?? '';
}
